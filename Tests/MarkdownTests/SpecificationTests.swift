import Foundation
import HTML
import Markdown
import Testing

@Suite("The specifications of Markdown", .enabled(if: Corpora.arePresent, "the corpora are not beside this clone"))
struct SpecificationTests {
    /// Examples that differ for a reason that no rule expresses.
    static let exceptions: [String: [Int: String]] = [
        "commonmark/spec.json": [
            28: "the library follows CommonMark 0.29: a number of eight digits is still a character reference",
            173: "the library follows CommonMark 0.29: <textarea> does not yet begin a block of HTML",
            356: "the library follows CommonMark 0.29: currency signs do not yet count as punctuation",
            542: "a definition is shown that no link uses in its own letters",
            358: "a star between digits multiplies",
        ],
        "gfm/spec-gfm.json": [
            365: "a star between digits multiplies"
        ],
        "gfm/extensions.json": [
            17: "one tilde strikes nothing out",
            18: "one tilde strikes nothing out",
        ],
        "gfm/regression.json": [
            4: "two hyphens are the beginning of a signature",
            10: "one tilde strikes nothing out",
            11: "one tilde strikes nothing out",
        ],
    ]

    @Test("are met but for the listed deviations", arguments: exceptions.keys.sorted())
    func areMet(path: String) throws {
        let examples = try Corpora.examples(path)
        let exceptions = Self.exceptions[path] ?? [:]
        for example in examples where exceptions[example.example] == nil {
            let html = Markdown.render(example.markdown).html.string
            #expect(try deviation(example, html) != nil, "\(example.example): \(example.markdown) became \(html)")
        }
        for (number, reason) in exceptions {
            let example = try #require(examples.first { $0.example == number })
            let html = Markdown.render(example.markdown).html.string
            #expect(try deviation(example, html) == nil, "\(number) is met, so this no longer holds: \(reason)")
        }
    }

    @Test("are met in at least 99 of 100 examples", arguments: ["commonmark/spec.json", "gfm/spec-gfm.json"])
    func shareIsHigh(path: String) throws {
        let examples = try Corpora.examples(path)
        let met = try examples.filter { try deviation($0, Markdown.render($0.markdown).html.string) != nil }
        #expect(met.count * 100 >= examples.count * 99)
    }

    enum Deviation {
        /// The same, or changed by the rules of ``Deviations`` only.
        case none
        /// A bare address is a link in Praxis and in GitHub's dialect, and text in CommonMark.
        case bareLinks
        /// HTML that is typed is shown as text; what surrounds it is the same.
        case htmlAsText
        /// What the specification drops is shown: a definition, the address within a link, a document without anything to see.
        case nothingLost
    }

    /// How `html` differs from what `example` asks for; nil when by something that Praxis did not decide.
    private func deviation(_ example: Example, _ html: String) throws -> Deviation? {
        let ours = simplified(try tokens(html))
        if let expected = try? simplified(Deviations.applied(to: tokens(example.html))) {
            if ours == expected { return Deviation.none }
            if example.section == "Autolinks", withoutLinks(ours) == withoutLinks(expected) { return .bareLinks }
        }
        if example.markdown.contains("<"), shownText(html) == shownText(example.html) { return .htmlAsText }
        guard try losesSomething(example) else { return nil }
        return ShownWords.missing(in: try ShownWords.shown(html), of: example.markdown).isEmpty ? .nothingLost : nil
    }

    /// Whether the HTML that `example` asks for shows nothing, lacks words of it, or hides a definition that leads nowhere.
    private func losesSomething(_ example: Example) throws -> Bool {
        let html = example.html.replacing(/\sclass="[^"]*"/, with: "")
        if html.replacing(/<[^>]*>|\s/, with: "").isEmpty { return !html.contains("<hr") }
        let leadsNowhere = html.matches(of: /(?:href|src)="([^"]*)"/).contains { !Deviations.isAllowed(String($0.1)) }
        return leadsNowhere
            || !ShownWords.missing(in: html.removingPercentEncoding ?? html, of: example.markdown).isEmpty
    }

    private func withoutLinks(_ tokens: [Token]) -> [Token] {
        let kept = tokens.filter { token in
            if case .start("a", _) = token { false } else { token != .end("a") }
        }
        return simplified(kept)
    }

    /// The HTML with references resolved, so that a tag and the text of a tag are the same.
    private func shownText(_ html: String) -> String {
        let frames = /<div class="scroll" tabindex="0">| rel="nofollow ugc noopener"| tabindex="0"| scope="col"/
        var text = html.replacing(frames, with: "").replacing("</table></div>", with: "</table>")
        for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text.replace(reference, with: character)
        }
        return text.replacing(/<\/?p>|<br(?: \/)?>|\s/, with: "")
    }
}
