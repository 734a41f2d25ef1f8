import HTTPTypes
import Hummingbird
import NIOCore
import PraxisAssets
import PraxisCrypto

/// The style sheet, the script and the icons, under names that contain a hash of their content.
package struct Assets: Sendable {
    /// The site's sheet, then those of capabilities, as their files have them.
    package let sheets: [UInt8]
    /// The same without comments, as it is sent.
    package let stylesheet: [UInt8]
    package let stylesheetPath: String
    static let scriptPath = path(PraxisAssets.script, "js")
    /// The mark of the site and the icons within its pages are one file.
    static let iconPath = path(PraxisAssets.icon, "svg")

    package init(_ parts: [PagePart]) {
        let added = parts.compactMap { if case .style(let sheet) = $0 { sheet } else { nil } }
        sheets = PraxisAssets.stylesheet + added.joined()
        stylesheet = Self.rules(of: sheets)
        stylesheetPath = Self.path(stylesheet, "css")
    }

    /// A sheet without its comments, each with the blanks behind it; no string of ours holds their marks.
    private static func rules(of sheet: [UInt8]) -> [UInt8] {
        let slash = UInt8(ascii: "/"), star = UInt8(ascii: "*")
        var rules: [UInt8] = [], at = 0
        rules.reserveCapacity(sheet.count)
        while at < sheet.count {
            guard sheet[at] == slash, at + 1 < sheet.count, sheet[at + 1] == star else {
                rules.append(sheet[at])
                at += 1
                continue
            }
            at += 2
            while at < sheet.count, sheet[at] != slash || sheet[at - 1] != star { at += 1 }
            at += 1
            while at < sheet.count, sheet[at] == 10 || sheet[at] == 32 { at += 1 }
        }
        return rules
    }

    package var routes: [Route] {
        [
            Self.route(stylesheetPath, stylesheet, "text/css; charset=utf-8"),
            Self.route(Self.scriptPath, PraxisAssets.script, "text/javascript; charset=utf-8"),
            Self.route(Self.iconPath, PraxisAssets.icon, "image/svg+xml"),
        ]
    }

    private static func path(_ content: [UInt8], _ kind: String) -> String {
        "/assets/\(Hex.encode(Array(SHA256.hash(content).prefix(4)))).\(kind)"
    }

    /// A file as it is, or compressed once for all who take it so.
    private static func route(_ path: String, _ content: [UInt8], _ type: String) -> Route {
        let plain = ByteBuffer(bytes: content)
        let compressed = Gzip.compress(content).map { ByteBuffer(bytes: $0) }
        return Route.page(path, caching: .forever) { call in
            var headers: HTTPFields = [.contentType: type, .vary: "Accept-Encoding"]
            guard let compressed, call.head.takesGzip else {
                return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: plain))
            }
            headers[.contentEncoding] = "gzip"
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: compressed))
        }
    }
}
