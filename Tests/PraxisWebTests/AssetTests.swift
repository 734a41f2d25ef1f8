import CZlib
import Foundation
import HTML
import HTTPTypes
import PraxisAssets
import PraxisCapability
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

@Suite("Style sheet, script and icons")
struct AssetTests {
    @Test(
        "leave compressed for those who take that, and are the same when unpacked",
        arguments: [
            ("gzip", true), ("gzip, deflate, br, zstd", true), ("br;q=1.0, GZIP ; q=0.5", true), ("*", true),
            ("x-gzip", true),
            ("", false), ("identity", false), ("br", false), ("gzip;q=0", false), ("gzip;q=0.0, br", false),
            ("gzip;q=x", false),
        ]
    )
    func compressed(accepted: String, isCompressed: Bool) async throws {
        let site = try TestSite(), visitor = Browser(site)
        let page = try await visitor.get("/").text
        let paths = page.matches(of: /\/assets\/[0-9a-f]+\.(?:css|js|svg)/).map { String($0.0) }
        #expect(Set(paths.map { $0.suffix(3) }) == [".js", "css", "svg"])
        for path in Set(paths) {
            let plain = try await visitor.get(path, headers: [("Accept-Encoding", "identity")])
            let answer = try await visitor.get(path, headers: [("Accept-Encoding", accepted)])
            #expect(answer.headers[.vary] == "Accept-Encoding" && plain.headers[.vary] == "Accept-Encoding")
            #expect(answer.headers[.contentType] == plain.headers[.contentType])
            #expect((answer.headers[.contentEncoding] == "gzip") == isCompressed, "\(path) for \(accepted)")
            #expect(try isCompressed ? unpacked(answer.bytes) == plain.bytes : answer.bytes == plain.bytes)
        }
    }

    @Test("are within 12 kB of styles and 15 kB of script, and the icons within 2")
    func budget() throws {
        let sheet = Assets(Forum.capabilities.pages).stylesheet
        for (content, limit) in [(sheet, 12_000), (PraxisAssets.script, 15_000), (PraxisAssets.icon, 2_000)] {
            #expect(try #require(Gzip.compress(content)).count <= limit)
        }
    }

    @Test("leave out the comments of the sheets, and nothing else")
    func comments() {
        let sheet = String(decoding: Assets(Forum.capabilities.pages).stylesheet, as: UTF8.self)
        #expect(!sheet.contains("/*") && !sheet.contains("*/"))
        let whole = String(decoding: PraxisAssets.stylesheet, as: UTF8.self).replacing(/\/\*(?s:.*?)\*\//, with: "")
        let words = { (text: String) in text.split(whereSeparator: \.isWhitespace) }
        #expect(words(sheet).starts(with: words(whole)))
        // What stands between quotation marks is no comment.
        #expect(!whole.contains(/"[^"\n]*(?:\/\*|\*\/)[^"\n]*"/))
    }

    @Test("has a drawing for each sign, and no other")
    func icons() {
        let drawn = String(decoding: PraxisAssets.icon, as: UTF8.self).matches(of: /<symbol id="(\w+)"/)
        #expect(drawn.map { String($0.1) }.sorted() == Icon.allCases.map(\.rawValue).sorted())
        for icon in Icon.allCases { #expect(icon.html.string.contains("aria-hidden=\"true\"")) }
    }

    /// The content of a gzip stream.
    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream(), input = bytes, output = [UInt8](repeating: 0, count: 200_000)
        try #require(inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
                (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
                return inflate(&stream, Z_FINISH) == Z_STREAM_END ? output.count - Int(stream.avail_out) : 0
            }
        }
        return Array(output.prefix(count))
    }
}
