import Foundation
import HTML
import PraxisDomain
import PraxisTesting
import PraxisWeb
import Testing

@Suite("A naughty string", .needsCorpora)
struct NaughtyStringTests {
    private struct Text: Codable {
        var body: String?
        var title: String?
        var version: Int?
        var revision: Int?
    }

    @Test("goes into replies, titles and drafts and comes out unchanged by JSON")
    func byJSON() async throws {
        let world = try await BadInputWorld(), browser = Browser(world.site)
        let bearer = try await world.site.bearer(world.ada)
        func send(_ method: String, _ path: String, _ text: Text) async throws -> (Int, Text?) {
            let body = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
            let answer = try await api(browser, method, path, body, bearer: bearer)
            return (answer.status, try? JSONDecoder().decode(Text.self, from: Data(answer.bytes)))
        }
        var version = try #require(try await send("GET", "/threads/\(world.thread)", Text()).1?.version)
        var revision = 0
        for string in try Corpora.naughtyStrings() {
            let expected = kept(string)
            let reply = try await send("POST", "/threads/\(world.thread)/posts", Text(body: string))
            #expect(reply.0 == (expected.isEmpty ? 422 : 201), "\(string)")
            if !expected.isEmpty { same(reply.1?.body, expected) }
            let title = "Title " + string
            let retitled = try await send("PATCH", "/threads/\(world.thread)", Text(title: title, version: version))
            #expect([200, 422].contains(retitled.0))
            #expect(retitled.0 == 200 || title.unicodeScalars.count > 200)
            if retitled.0 == 200 { same(retitled.1?.title, try TypedText.line(title, "title", 1...10_000)) }
            version = retitled.1?.version ?? version
            let draft = try await send(
                "PUT",
                "/me/drafts/group:guildxq/loungexq",
                Text(body: string, revision: revision)
            )
            #expect([200, 204].contains(draft.0), "\(draft.0) \(string)")
            revision = draft.1?.revision ?? 0
        }
    }

    @Test("goes into every form and stands in it again, escaped, unchanged")
    func byForms() async throws {
        let world = try await BadInputWorld(), browser = try await world.site.browser(world.ada)
        let group = "/c/guildxq/g/loungexq/settings", community = "/c/guildxq/settings", edit = "/p/\(world.post)/edit"
        for string in try Corpora.naughtyStrings() {
            let expected = kept(string)
            let named = "A name " + string, name = try TypedText.line(named, "name", 1...10_000)
            let isName = name.unicodeScalars.count <= 100
            let forms: [(String, [(String, String)], Bool)] = [
                (edit, [("body", string)], !expected.isEmpty),
                (
                    group,
                    [
                        ("name", named), ("purpose", string), ("contact", string), ("kind", "topic"),
                        ("access", "request"),
                    ]
                        + [("listed", "yes"), ("editDays", "30")], isName
                ),
                (
                    community,
                    [("name", named), ("domain", string), ("agreement", string), ("visibility", "members")]
                        + [("joining", "request"), ("language", "en")], isName
                ),
            ]
            for (path, fields, fits) in forms {
                let page = try await browser.get(path).text
                let based = ["revision", "version"].compactMap { name in hidden(name, page).map { (name, $0) } }
                var answer = try await browser.post(path, fields + based, from: path)
                // What looks like a telephone number is asked about once.
                if let told = hidden("told", answer.text), answer.status == 200 {
                    answer = try await browser.post(path, fields + based + [("told", told)], from: path)
                }
                #expect(answer.status == (fits ? 303 : 422), "\(path) \(string): \(answer.status)")
                let shown = fits ? try await browser.get(path).text : answer.text
                let escaped: HTML = "\(fits ? expected : string)"
                #expect(utf8(shown, contains: Array(escaped.bytes)), "\(path) lost \(string)")
                if path != edit, fits {
                    let escaped: HTML = "value=\"\(name)\""
                    #expect(utf8(shown, contains: Array(escaped.bytes)), "\(path) lost the name \(string)")
                }
            }
            let query = try await browser.get("/search?q=" + Fields.encode(string))
            #expect([200, 422].contains(query.status))
            let typed: HTML = "value=\"\(string)\""
            #expect(utf8(query.text, contains: Array(typed.bytes)), "the search lost \(string)")
        }
    }

    /// What is stored of a string: empty if none of it is visible.
    private func kept(_ string: String) -> String {
        let text = TypedText.normalised(string)
        return text.unicodeScalars.contains(where: \.isSeen) ? text : ""
    }

    private func same(_ text: String?, _ expected: String) {
        #expect(text.map { Array($0.utf8) } == Array(expected.utf8), "\(expected)")
    }

    private func hidden(_ name: String, _ page: String) -> String? {
        page.range(of: "name=\"\(name)\" value=\"").map { String(page[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    private func utf8(_ page: String, contains bytes: [UInt8]) -> Bool {
        Data(page.utf8).range(of: Data(bytes)) != nil || bytes.isEmpty
    }
}
