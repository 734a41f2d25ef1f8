import Foundation
import PraxisCapability
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisTesting
import Testing

/// SplitMix64: the same titles each time.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("The subject of a digest")
struct SubjectLineTests {
    /// Words of several languages and lengths, characters of many scalars, an address, and what an attacker would type.
    private static let pieces = [
        "a", "and", "the", "café", "Who’s", "l’école", "« confié »", "safeguarding",
        "Rindfleischetikettierungsüberwachung",
        "anticonstitutionnellement", "👨‍👩‍👧‍👦", "👍🏽", "🇨🇦", "e\u{301}", "a\u{301}\u{302}\u{303}", "東京", "مرحبا", "שלום", "<b>",
        "\"", "—",
        "https://www.example.org/a/very/long/address/that/goes/on/and/on/until/nobody/reads/it", "=?utf-8?q?x?=",
        "12:30",
    ]

    private static func title(_ seed: Int) -> String {
        var dice = Dice(state: UInt64(seed)), title = ""
        let length = Int.random(in: 5...200, using: &dice)
        while title.unicodeScalars.count < length {
            title += (title.isEmpty ? "" : " ") + (pieces.randomElement(using: &dice) ?? "a")
        }
        return String(String.UnicodeScalarView(title.unicodeScalars.prefix(length)))
    }

    private static let sentences: [@Sendable (String) -> String] = [
        { $0 }, { "\($0) and 12 more discussions" }, { "For you: \($0), and 120 more posts" },
        { "Pour vous : \($0), et 120 autres messages" }, { "Reminder: \($0) and 3 more" },
    ]

    @Test("says within 35 characters how the title begins, and is not longer than 70, whatever the title is made of")
    func generated() throws {
        var shown = 0
        for seed in 1...2_000 {
            let title = Self.title(seed)
            for sentence in Self.sentences {
                guard let subject = SubjectLine.fitting(title, sentence) else {
                    // Nothing but an address, or a character as long as the line, has nothing that can be shown.
                    #expect(title.contains("https://"), "“\(title)” has no subject")
                    continue
                }
                shown += 1
                #expect(subject.unicodeScalars.count <= SubjectLine.most, "\(subject)")
                let opening = sentence("|").prefix { $0 != "|" }
                #expect(opening.count <= 12 && subject.hasPrefix(opening))
                let inside = subject.dropFirst(opening.count), seen = inside.prefix(SubjectLine.shown - opening.count)
                let kept = seen.prefix { $0 != "…" }, clean = HeaderText.clean(title)
                let isBlank = kept.allSatisfy { $0.isWhitespace }
                #expect(!isBlank, "“\(subject)” shows nothing")
                // Character by character: none is cut in two, and nothing is put before them.
                let common = zip(kept, clean.filter { !$0.isNewline }).prefix { $0 == $1 }.count
                #expect(common > 0, "“\(subject)” does not begin as “\(clean)”")
            }
        }
        #expect(shown > 9_000)
    }

    @Test("is made of the next title where the first is an address, and of a number where there is no other")
    func address() async throws {
        let long = "https://www.example.org/" + String(repeating: "a", count: 120)
        let subjects = try await [[long], [long, "A title"]].asyncMap { titles in
            let world = try await DigestWorld()
            for title in titles.reversed() { try await world.thread(title) }
            world.becomeMonday()
            try await world.round()
            return try #require(try await world.mail()).subject
        }
        #expect(subjects == ["1 new post", "A title and 1 more discussion"])
    }

    @Test("says who wrote to its reader if a phone shows the whole name, else what about; no name is cut")
    func caller() async throws {
        for (name, subject) in [
            ("Maricel Santos", "Maricel Santos mentioned you"),
            ("Dr Maria-Alejandra Fernández-Villanueva", "For you: Where she is asked"),
        ] {
            let world = try await DigestWorld(), writer = try await world.site.member(name)
            try await world.site.join(writer, world.community)
            try await world.thread("Where she is asked", "I ask @Ann Okafor.", by: writer)
            world.becomeMonday()
            try await world.round()
            #expect(try await world.mail()?.subject == subject)
        }
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
