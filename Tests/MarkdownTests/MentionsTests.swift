import Markdown
import Testing

@Suite("Mentions") struct MentionsTests {
    @Test(
        "are what follows an @ that begins a word",
        arguments: [
            ("Hello @Ann Okafor, hello", ["Ann Okafor, hello"]),
            ("@moderators please look", ["moderators please look"]),
            ("@Ann and @Bob\n@Cé", ["Ann and", "Bob", "Cé"]),
            ("(@Ann) \"@Bob\" **@Cem**", ["Ann) \"", "Bob\"", "Cem"]),
            ("- @Ann\n- @Bob\n\n1. @Cem", ["Ann", "Bob", "Cem"]),
            ("> @Ann said\n> > @Bob\n\n@Cem and I", ["Cem and I"]),
            ("- > @Ann\n- @Bob", ["Bob"]),
            ("@Ann\n@Ann", ["Ann"]),
            ("@Ann *Okafor*", ["Ann Okafor"]),
            ("mail ann@a.example or https://a.example/@ann", []),
            ("`@Ann` and\n```\n@Bob\n```\n\n    @Cem", []),
            ("@Ann `code` more", ["Ann"]),
            ("@ Ann, @@, @-, @", []),
            ("nobody", []),
        ]
    )
    func areFound(source: String, expected: [String]) {
        #expect(Markdown.mentions(in: source) == expected)
    }

    @Test("have at most 60 scalars, and are at most as many as asked for")
    func haveLimits() {
        let long = String(repeating: "a", count: 100)
        #expect(Markdown.mentions(in: "@\(long)") == [String(long.prefix(60))])
        let many = (0..<20).map { "@a\($0)" }.joined(separator: "\n")
        #expect(Markdown.mentions(in: many).count == 10)
        #expect(Markdown.mentions(in: many, limit: 2) == ["a0", "a1"])
        #expect(Markdown.mentions(in: many, limit: 0).isEmpty)
    }
}
