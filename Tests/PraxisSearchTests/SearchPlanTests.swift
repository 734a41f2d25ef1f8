import Foundation
import HTML
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisSearch
import PraxisWeb
import Testing

@Suite("A search query")
struct SearchPlanTests {
    private let london = TimeZone(identifier: "Europe/London") ?? .gmt

    private func plan(_ query: String) -> SearchPlan {
        SearchPlan(query, filter: SearchFilter(Forum.capabilities.searchFields), zone: london)
    }

    private func values(_ choices: [SearchFilter.Choice]) -> [String] { choices.map { "\($0.field)=\($0.value)" } }

    @Test(
        "is words and phrases",
        arguments: [
            ("guardian", ["guardian"], []),
            ("  special   guardian ", ["special", "guardian"], []),
            ("\"special guardian\" order", ["special guardian", "order"], []),
            ("“special guardian”", ["special guardian"], []),
            ("« tutrice légale »", ["tutrice légale"], []),
            ("guardian -angel", ["guardian"], ["angel"]),
            ("guardian -\"guardian angel\"", ["guardian"], ["guardian angel"]),
            ("well-being", ["well-being"], []),
            ("-angel", [], ["angel"]),
            ("a & b - c", ["a", "b", "c"], []),
            ("!!! ???", [], []),
            ("unfinished \"phrase here", ["unfinished", "\"phrase", "here"], []),
            ("NOT AND OR NEAR(a b)", ["NOT", "AND", "OR", "NEAR(a", "b)"], []),
            ("title:x * ^y {z}", ["title:x", "^y", "{z}"], []),
            ("nul\u{0}byte", ["nul", "byte"], []),
            ("équipe 日本", ["équipe", "日本"], []),
        ]
    )
    func words(query: String, words: [String], excluded: [String]) {
        #expect(plan(query).words == words)
        #expect(plan(query).excluded == excluded)
    }

    @Test("takes operators anywhere, in any case, with quotation marks")
    func operators() {
        let plan = plan("group:Winter from:\"Ann Okafor\" frost KIND:question status:unanswered")
        #expect(plan.words == ["frost"])
        let chosen = ["group=Winter", "kind=question", "status=unanswered", "from=Ann Okafor"]
        #expect(values(plan.filter.chosen) == chosen)
    }

    @Test("takes operators with a minus, but for days")
    func excluding() {
        let plan = plan("-from:\"Ann Okafor\" -group:winter -kind:story -status:closed -after:2026-11-21 frost")
        let without = ["from=Ann Okafor", "group=winter", "kind=story", "status=closed"]
        #expect(values(plan.filter.without) == without && plan.filter.chosen.isEmpty)
        #expect(plan.words == ["frost"] && plan.excluded == ["after:2026-11-21"])
        #expect(plan.notUnderstood == ["-after:2026-11-21"])
    }

    @Test(
        "falls back to words where an operator makes no sense",
        arguments: [
            "kind:poem", "status:sleepy", "before:yesterday", "after:2026-02-30", "after:2026-1-1", "group:",
            "from:\"\"", "-kind:poem", "-before:2026-01-01",
        ]
    )
    func fallsBack(query: String) {
        #expect(plan(query).filter.isEmpty)
        #expect(!plan(query).isEmpty)
        #expect(plan(query).notUnderstood == [query.replacing("\"", with: "")])
    }

    @Test(
        "says nothing of words with a colon that look like no operator",
        arguments: ["lang:fr", "https://example.org", "at:"]
    )
    func colons(query: String) {
        #expect(plan(query).words == [query] && plan(query).notUnderstood.isEmpty)
    }

    @Test(
        "begins days at midnight where the reader is, also in summer",
        arguments: [
            ("2026-11-21", Timestamp(rawValue: 1_795_219_200_000)),
            ("2026-07-01", Timestamp(rawValue: 1_782_860_400_000)),
        ]
    )
    func days(day: String, midnight: Timestamp) {
        #expect(values(plan("after:\(day)").filter.chosen) == ["after=\(day)"])
        #expect(Timestamp(startOf: day, in: london) == midnight)
    }

    @Test("overrides the fields beside it by its operators")
    func overrides() throws {
        let fields = try Fields(urlEncoded: Array("q=group:summer+frost&group=winter&kind=story".utf8))
        let request = try SearchRequest(fields, narrowedBy: Forum.capabilities.searchFields, in: london)
        #expect(values(request.plan.filter.chosen) == ["group=summer", "kind=story"])
    }

    @Test("looks at no more than 32 words")
    func mostWords() { #expect(plan(String(repeating: "a ", count: 200)).words.count == 32) }
}

@Suite("A snippet")
struct SnippetTests {
    @Test(
        "is escaped before its hits are marked, and its marks are balanced",
        arguments: [
            ("a \u{E000}hit\u{E001} & <b>", "a <mark>hit</mark> &amp; &lt;b&gt;"),
            ("\u{E000}<script>\u{E001}", "<mark>&lt;script&gt;</mark>"),
            ("\u{E001}a\u{E000}b\u{E000}c", "a<mark>bc</mark>"),
            ("", ""),
        ]
    )
    func marks(text: String, html: String) { #expect(HTML.marked(text).string == html) }
}
