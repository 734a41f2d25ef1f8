import HTTPTypes
import PraxisDomain
import PraxisTesting
import PraxisWeb
import Testing

@Suite("What the API document says of a request")
struct RequestCheckTests {
    private static let samples = [
        "", " ", "\n", "a", "ab", "abcd", "abcde", "a b c", " abcd ", "a   b", "É", "\u{200B}", "\u{200B}a",
        "\u{200B}    a",
        "a    \u{200B}", "\u{2800}", "a\u{2800}\u{2800}\u{2800}a", "\u{3164}", "\u{0}", "a\u{0}bcdef", "\u{1BC2E}",
        "\u{E000}", "🙂",
        "\u{AD}\u{AD}\u{AD}\u{AD}\u{AD}", "नमस्ते", "\u{301}", "\u{F}\u{F}abc",
    ]

    @Test("of a text is what is asked of it", arguments: samples, [0...200, 1...200, 2...200, 5...200])
    func seenTexts(_ text: String, _ range: ClosedRange<Int>) throws {
        let expression = try Regex(TextPattern.seen(atLeast: range.lowerBound)).matchingSemantics(.unicodeScalar)
        let isTaken = (try? TypedText.checked(text, "body", range)) != nil
        #expect((text.wholeMatch(of: expression) != nil) == isTaken)
    }

    @Test("names the statuses that it is answered with, and no other")
    func statuses() throws {
        let route = Route.api(.put, "/thing", APIDescription("Keeps a thing.", response: .truth, mayBeEmpty: true)) {
            _ in
            throw Denial.missing
        }
        guard case .object(let parts) = OpenAPI.document([route], title: "T"),
            case .object(let paths)? = parts.first(where: { $0.0 == "paths" })?.1,
            case .object(let methods)? = paths.first?.1, case .object(let operation)? = methods.first?.1,
            case .object(let responses)? = operation.first(where: { $0.0 == "responses" })?.1
        else { throw Denial.missing }
        #expect(responses.map(\.0) == ["200", "204", "4XX", "5XX"])
    }

    @Test(
        "holds for a method that nobody has heard of: it is refused with those that are taken",
        arguments: ["QUERY", "PROPFIND"]
    )
    func methods(_ name: String) async throws {
        let route = Route.api(.put, "/thing", needsMember: false, APIDescription("Keeps a thing.")) { _ in .noContent }
        let browser = Browser(try TestSite(routes: [route]))
        let method = try #require(HTTPRequest.Method(rawValue: name))
        let answer = try await browser.send(method, "/api/v1/thing", body: "")
        #expect(answer.status == 405 && answer.headers[.allow] == "PUT")
        #expect(try await browser.send(method, "/api/v1/nothing", body: "").status == 404)
    }

    @Test(
        "refuses a field that is given twice, whichever way its name is spelt, and no other",
        arguments: [
            (#"{"body": "a", "body": "b"}"#, 422), (#"{"body": "a", "b\u006fdy": "b"}"#, 422),
            (#"{ "body" : "\"body\": {" , "kind" : "{\\" , "body" :1}"#, 422),
            (#"{"body": "\"body\":", "kind": "\\"}"#, 204), (#"{"body": "}", "kind": "body"}"#, 204), ("{}", 204),
        ]
    )
    func givenTwice(_ body: String, _ status: Int) async throws {
        let description = APIDescription(
            "Says it.",
            request: .object([("body", .text(nil)), ("kind", .text(nil))], required: [])
        )
        let route = Route.api(.post, "/thing", needsMember: false, description) { call in
            _ = try call.json()
            return .noContent
        }
        let answer = try await Browser(try TestSite(routes: [route])).send(.post, "/api/v1/thing", body: body)
        #expect(answer.status == status)
        #expect(status == 204 || answer.text.contains("\"field\":\"body\""))
    }
}
