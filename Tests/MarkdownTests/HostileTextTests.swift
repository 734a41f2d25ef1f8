import HTML
import Markdown
import Testing

@Suite("Hostile text") struct HostileTextTests {
    @Test(
        "runs no script, whatever is typed",
        .enabled(if: Corpora.arePresent, "the corpora are not beside this clone")
    )
    func corporaAreHarmless() throws {
        let payloads = try Corpora.lines("xss-payloadbox/xss-payload-list.txt") + Corpora.strings("blns/blns.json")
        #expect(payloads.count > 7000)
        for payload in payloads {
            let framed = [
                payload, "[a](\(payload))", "![a](<\(payload)>)", "<\(payload)>", "[a]: \(payload)\n\n[a]",
                "|a|\n|-|\n|\(payload)|",
            ]
            for text in framed {
                try expectHarmless(Markdown.render(text).html, text)
            }
        }
    }

    @Test(
        "makes no link to a script",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "&#106;avascript:alert(1)",
            "javascript&colon;alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "&#1;javascript:x",
            "data:text/html;base64,PHNjcmlwdD4=", "vbscript:x", "file:///etc/passwd", "ftp://a.example",
            "//evil.example",
            "/\\evil.example", "/&Tab;/evil.example", "/&#10;/evil.example", "\\\\evil.example",
            "http:evil", "https:/evil", "blob:https://a.example/x", "javascript://https://a.example", "x", "#x", "?x",
        ]
    )
    func schemes(address: String) throws {
        for text in [
            "[a](\(address))", "[a](<\(address)>)", "![a](<\(address)>)", "[a]\n\n[a]: \(address)", "<\(address)>",
        ] {
            let html = Markdown.render(text).html
            try expectHarmless(html, text)
            let links = try tokens(html.string).filter { if case .start("a", _) = $0 { true } else { false } }
            // A definition that leads nowhere is text, in which an address behind another scheme is a bare one.
            let hasBareAddress = text.hasPrefix("[a]\n") && address.contains("https://")
            #expect(links.isEmpty != hasBareAddress, "\(text) became \(html.string)")
        }
    }

    @Test(
        "that would take the parser too long is shown as it was typed",
        arguments: [
            ("> ", "a"), ("- ", "a"), ("1. ", "\n"), ("- > ", "\n"), ("![[]()", ""), ("a@b.c.", ""), ("_www.", ""),
            ("<http://a", ""), ("a <?", ""), ("a <!A ", ""), ("www.a)", ")"), ("http://a)", ")"), ("**a_~", "@"),
            ("_a*a**", ""),
        ]
    )
    func isShownAsTyped(unit: String, end: String) {
        let text = String(repeating: unit, count: 30_000 / unit.count) + String(repeating: end, count: 10_000)
        let rendered = Markdown.render(text)
        #expect(rendered.plain == text.trimmingNewlines)
        #expect(rendered.html.string.hasPrefix("<p>"))
        #expect(Markdown.mentions(in: text + " @Ann").isEmpty)
    }

    /// What the parser gets is bounded, so that its work is: rows of at most 60 columns, 3,000 cells in a table.
    @Test(
        "of a table wider or longer than anyone reads is text",
        arguments: [(60, 1, true), (61, 1, false), (10, 250, true), (10, 301, false)]
    )
    func boundedTables(columns: Int, rows: Int, isTable: Bool) {
        let row = { (cell: String) in String(repeating: "|" + cell, count: columns) + "|\n" }
        let text = row("a") + row("-") + String(repeating: row("b"), count: rows)
        let rendered = Markdown.render(text)
        #expect(rendered.html.string.contains("<table>") == isTable)
        if !isTable { #expect(rendered.plain == text.trimmingNewlines) }
    }

    @Test("with more cells than columns reaches the parser without them")
    func boundedRows() {
        let html = Markdown.render("|a|b|\n|-|-|\n" + String(repeating: "|c", count: 15_000) + "|").html.string
        #expect(html.matches(of: /<td>/).count == 2)
        #expect(html.contains("c|c|c"))
    }

    @Test("does not grow")
    func doesNotGrow() {
        let row = String(repeating: "|a", count: 2000)
        let table = row + "|\n" + String(repeating: "|-", count: 2000) + "|\n" + String(repeating: "|\n", count: 10_000)
        let definition =
            "[a]: /" + String(repeating: "b", count: 10_000) + "\n\n" + String(repeating: "[a]", count: 5000)
        for text in [table, definition] {
            #expect(Markdown.render(text).html.bytes.count < 10 * text.utf8.count)
        }
    }

    @Test(
        "of any depth leaves every tag closed",
        arguments: [
            "> ", "- ", "1. ", "*a ", "**a ", "_a *b ", "~~a ", "[", "![", "[a](", "`", "<b>", "\0", "\u{FEFF}", "|-\n",
        ]
    )
    func staysBalanced(unit: String) throws {
        for count in [1, 31, 32, 33, 60, 99, 100, 101, 1000] {
            for end in ["", "x", "*", "](/a)", "\n\nx"] {
                let text = String(repeating: unit, count: count) + String(repeating: end, count: count)
                try expectHarmless(Markdown.render(text).html, text)
            }
        }
    }

    @Test("of random marks leaves every tag closed", arguments: 0..<8)
    func randomMarks(seed: UInt64) throws {
        let marks = [
            "[", "](", ")", "/a", "![", "*", "**", "_", "`", "```", "~~", "<", ">", "&", ";", "\\", "|", "|-|", "\n",
            "\n\n",
            "- ", "1. ", "> ", "    ", "# ", "[a]: ", "[a]", "\"", "'", "https://a.b", "www.a.b", "a@b.c", "- [x] ",
            "é", "\0",
        ]
        var random = SplitMix(state: seed)
        for _ in 0..<300 {
            let text = (0..<40).map { _ in marks.randomElement(using: &random) ?? "" }.joined()
            try expectHarmless(Markdown.render(text).html, text)
        }
    }

    @Test("is rendered the same by many threads at once")
    func threads() async {
        let text = "~~a~~ https://a.example *b* | a@b.example\n\n|a|b|\n|-|-|\n|~~c~~|www.a.example|\n\n- [x] d"
        let expected = Markdown.render(text).html
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<500).allSatisfy { _ in Markdown.render(text).html == expected } }
            }
            for await isSame in group { #expect(isSame) }
        }
    }

    /// Expects only known tags and attributes, each tag closed in its place, and links to allowed places.
    private func expectHarmless(_ html: HTML, _ source: String) throws {
        let allowed: [String: Set<String>] = [
            "p": ["class"], "h4": [], "h5": [], "h6": [], "blockquote": [], "ul": [], "ol": ["start"], "li": ["value"],
            "pre": ["tabindex"],
            "code": [], "hr": [], "br": [], "em": [], "strong": [], "del": [], "a": ["href", "title", "rel"],
            "div": ["class", "tabindex"], "table": [], "thead": [], "tbody": [], "tr": [], "th": ["scope", "class"],
            "td": ["class"],
        ]
        var open: [String] = []
        for token in try tokens(html.string) {
            switch token {
            case .start(let name, let attributes):
                let isKnown = allowed[name].map { $0.isSuperset(of: attributes.keys) } ?? false
                #expect(isKnown, "\(source) became \(html.string)")
                if name == "a" {
                    #expect(Deviations.isAllowed(attributes["href"] ?? ""), "\(source) became \(html.string)")
                    #expect(attributes["rel"] == "nofollow ugc noopener")
                    #expect(!open.contains("a"), "\(source) became \(html.string)")
                }
                if name != "br", name != "hr" { open.append(name) }
            case .end(let name):
                #expect(open.popLast() == name, "\(source) became \(html.string)")
            case .text(let text):
                #expect(!text.unicodeScalars.contains { $0.value < 0x20 && ![9, 10, 13].contains($0.value) })
            }
        }
        #expect(open.isEmpty, "\(source) became \(html.string)")
    }
}

/// Repeatable numbers.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return mixed ^ (mixed >> 27)
    }
}

extension String {
    fileprivate var trimmingNewlines: String {
        var text = self[...]
        while text.last == "\n" { text.removeLast() }
        return String(text)
    }
}
