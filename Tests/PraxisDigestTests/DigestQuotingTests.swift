import Foundation
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisTesting
import Testing

@Suite("What a digest quotes") struct DigestQuotingTests {
    private func mail(
        _ body: String,
        titled title: String = "Evenings"
    ) async throws -> (subject: String, text: String, html: String) {
        let world = try await DigestWorld()
        try await world.thread(title, body)
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        return (mail.subject, mail.text, mail.html)
    }

    @Test(
        "never says what its author took back or did not say",
        arguments: [
            ("Give ~~10~~ 5 mg, and ~~do not~~ phone the parents", "Give […] 5 mg, and […] phone the parents"),
            ("> Stop the insulin at once\n\nI do not agree", "“Stop the insulin at once” I do not agree"),
            ("Two boxes:\n- min\n- max", "Two boxes: • min • max"),
            ("| Up to | When |\n|---|---|\n| $400 | same week |", "Up to · When • $400 · same week"),
            ("There is [the sheet](https://a.example/b).", "There is the sheet (https://a.example/b)."),
        ]
    )
    func saysWhatWasSaid(body: String, said: String) async throws {
        let mail = try await mail(body)
        let oneLine = mail.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(oneLine.contains(said), "\(mail.text)")
        let seen = mail.html.replacing(/<\/?(?:tr|td|ul|li|ol)[^>]*>|\n/, with: " ").replacing(/<[^>]*>/, with: "")
        let shown = seen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(shown.contains(said.replacing("• ", with: "")), "\(shown)")
    }

    @Test("has its subject cut between characters as people see them", arguments: ["👨‍👩‍👧‍👦", "👍🏽", "🇨🇦", "e\u{301}"])
    func subject(character: String) async throws {
        for length in [60, 66, 68, 69, 70] {
            let subject = try await mail(
                "Body",
                titled: String(repeating: "x", count: length) + character + " more of it"
            ).subject
            let title = try #require(subject.range(of: "x+[^x]*", options: .regularExpression).map { subject[$0] })
            #expect(title.contains(character) || title.hasSuffix("x…"), "\(subject)")
        }
    }

    @Test("has no address that was cut")
    func addresses() async throws {
        let address = "https://example.org/" + String(repeating: "a", count: 300)
        let mail = try await mail("See " + address)
        #expect(!mail.text.contains("example.org/aaa") && mail.text.contains("See…"))
    }

    @Test("keeps French marks beside their words where its lines break")
    func frenchMarks() async throws {
        for length in stride(from: 1, to: 30, by: 3) {
            let text = try await mail(
                String(repeating: "a", count: length) + " « il me l’a confié\u{202F}», dit-on ; vraiment ? « oui » !"
            ).text
            for line in text.split(separator: "\n") {
                #expect(!line.hasSuffix("«") && !line.drop(while: { $0 == " " }).hasPrefix("»"), "\(text)")
            }
        }
    }
}
