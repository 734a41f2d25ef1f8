import Foundation
import HTML
import Markdown
import Testing

@Suite("What a member typed") struct TypedWordsTests {
    /// Places in which a parser of Markdown drops text.
    private static let frames: [@Sendable (String) -> String] = [
        { $0 },
        { "[Update]: " + $0 },
        { "[" + $0 + "]: resolved" },
        { "Dear all\n[Outcome]: \($0)\nThanks" },
        { "- [a]: \($0)\n- b\n\n> [c]: \($0)" },
        { "[^1]: " + $0 },
        { "[a](\($0)) and ![b](\($0))" },
        { "[a](<\($0)> \"title\")" },
        { "| a | b |\n|---|---|\n| c | d | \($0) | e |" },
        { "```\($0)\ncode\n```" },
        { "# \($0) #\n\n#\n\n### ###" },
        { "<!-- \($0) -->\n\n<?\($0)?>\n\n<!A \($0)>" },
        { "[1]: https://a.example \"\($0)\"" },
    ]

    @Test(
        "appears in the HTML and in the plain text, whatever it is",
        .enabled(if: Corpora.arePresent, "the corpora are not beside this clone"),
        arguments: frames.indices
    )
    func isShown(frame: Int) throws {
        let paths = ["commonmark/spec.json", "gfm/spec-gfm.json", "gfm/extensions.json", "gfm/regression.json"]
        let texts = Set(
            try paths.flatMap { try Corpora.examples($0).map(\.markdown) } + Corpora.strings("blns/blns.json")
        )
        #expect(texts.count > 1_100)
        for text in texts {
            let source = Self.frames[frame](text)
            let rendered = Markdown.render(source)
            let lost = ShownWords.missing(in: try ShownWords.shown(rendered.html.string), of: source)
            #expect(lost.isEmpty, "\(lost) of \(source) is not in \(rendered.html.string)")
            let unsaid = try plainDeviations(rendered.html.string)
            let missing = ShownWords.missing(in: rendered.plain + unsaid, of: source)
            #expect(missing.isEmpty, "\(missing) of \(source) is not in \(rendered.plain)")
        }
    }

    /// What the page shows and the plain text does not: text that is struck out, and addresses on this site.
    private func plainDeviations(_ html: String) throws -> String {
        var isStruck = false, text = ""
        for token in try tokens(html) {
            switch token {
            case .start("del", _): isStruck = true
            case .end("del"): isStruck = false
            case .start("a", let attributes):
                let address = attributes["href"] ?? ""
                if isStruck || address.hasPrefix("/") { text += " " + (address.removingPercentEncoding ?? address) }
                if isStruck { text += " " + (attributes["title"] ?? "") }
            case .text(let part): if isStruck { text += part }
            default: break
            }
        }
        return text
    }

    @Test(
        "is never published blank",
        arguments: [
            "&nbsp;", "#", "-", ">", "```", "[a]: b", "[a]: /b", "[a]: https://b.example", "- [a]: /b", "&#8203;",
            "| |\n|-|",
        ]
    )
    func isNeverBlank(source: String) throws {
        let rendered = Markdown.render(source)
        #expect(!rendered.plain.isEmpty)
        #expect(try ShownWords.shown(rendered.html.string).contains { !$0.isWhitespace })
    }
}
