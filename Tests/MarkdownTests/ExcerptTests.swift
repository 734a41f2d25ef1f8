import Markdown
import Testing

@Suite("An excerpt") struct ExcerptTests {
    @Test(
        "is one line, cut between words",
        arguments: [
            ("", 10, ""),
            ("short", 10, "short"),
            ("exactly 10", 10, "exactly 10"),
            ("one two three", 10, "one two…"),
            ("one two three", 8, "one two…"),
            ("one two three", 7, "one…"),
            ("  one\n\n two\t ", 10, "one two"),
            ("Donaudampfschiff", 6, "Donau…"),
            ("a Donaudampfschiff", 8, "a…"),
            ("No one, or few", 9, "No one…"), ("No one. Or few", 9, "No one…"),
            ("— Donaudampfschiff", 8, "— Donau…"),
            ("She said “we will never” again", 20, "She said “we will…”"),
            ("She said \"we will never\" again", 20, "She said \"we will…\""),
            ("Elle dit : « nous irons demain »", 24, "Elle dit : « nous…\u{a0}»"),
            ("She said “never” and went home", 20, "She said “never”…"),
            ("A 5\" pipe and a much longer one", 14, "A 5\" pipe and…"),
            ("He says (“we will”) to them", 11, "He says…"),
            ("abc", 0, ""),
            ("abc", 1, "…"),
            ("« confié\u{202F}» et\u{A0}: oui", 80, "« confié\u{202F}» et\u{A0}: oui"),
            ("a\u{A0}b c", 4, "a\u{A0}b…"),
        ]
    )
    func isCut(plain: String, limit: Int, expected: String) {
        #expect(Markdown.excerpt(plain, scalars: limit) == expected)
    }

    @Test(
        "is made of whole lines as long as there is room, and shows where it was cut",
        arguments: [
            ("", 10, []),
            ("Two boxes:\n• min\n\n• max", 80, ["Two boxes:", "• min", "• max"]),
            ("one two\nthree", 7, ["one two …"]),
            ("one\ntwo", 6, ["one …"]),
            ("one two three", 10, ["one two…"]),
            ("one\n" + String(repeating: "word ", count: 9), 40, ["one", "word word word word word word word…"]),
            ("see\nhttps://a.example/" + String(repeating: "b", count: 40), 40, ["see", "…"]),
            ("one", 0, []),
        ]
    )
    func isCutByLines(plain: String, limit: Int, expected: [String]) {
        #expect(Markdown.excerptLines(plain, scalars: limit) == expected)
    }

    @Test("breaks at white space of every script, but not at a no-break space") func spaces() {
        for value in UInt32(1)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isBreaking = scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}"
            #expect(Markdown.excerpt("a\(scalar)b", scalars: 5) == (isBreaking ? "a b" : "a\(scalar)b"))
        }
    }

    @Test(
        "holds an address whole or not at all",
        arguments: [
            "https://a.example/bcdefghijklmnopqrstuvwxyz", "(www.a.example/bcdefghijklmnopqrstuvwxyz)",
            "bcdefghijklmnop@a.example",
        ]
    )
    func keepsAddresses(address: String) {
        for limit in 1...60 {
            let excerpt = Markdown.excerpt("See " + address + " and more", scalars: limit)
            #expect(
                excerpt.contains(address) || "See…".hasSuffix(excerpt) || excerpt == "Se…" || excerpt == "S…",
                "\(excerpt)"
            )
        }
        #expect(Markdown.excerpt(address + " and more", scalars: 10) == "…")
    }

    @Test("never ends inside a character", arguments: 1..<12)
    func keepsCharacters(limit: Int) {
        let text = "e\u{301}👩‍👩‍👧e\u{301}e\u{301}🇬🇧🇬🇧"
        let excerpt = Markdown.excerpt(text, scalars: limit)
        #expect(excerpt.unicodeScalars.count <= limit)
        #expect(excerpt == "…" || text.hasPrefix(excerpt.dropLast()))
        #expect(excerpt.dropLast().allSatisfy { text.contains($0) })
    }
}
