import PraxisThreads
import Testing

@Suite("What changed between two texts")
struct RevisionPlanTests {
    @Test(
        "is said word by word",
        arguments: [
            ("a b c", "a x c", [RevisionPlan.Part.same("a "), .removed("b"), .added("x"), .same(" c")]),
            ("", "new", [.added("new")]), ("old", "", [.removed("old")]), ("same\n", "same\n", [.same("same\n")]),
        ]
    )
    func isSaid(old: String, new: String, parts: [RevisionPlan.Part]) {
        #expect(RevisionPlan.difference(old, new) == parts)
    }

    @Test(
        "is a phrase removed and a phrase added where only a word or two between them stayed",
        arguments: [
            (
                "So I think that we should go now", "So I believe that they should go now",
                [
                    RevisionPlan.Part.same("So I "), .removed("think that we"), .added("believe that they"),
                    .same(" should go now"),
                ]
            ),
            ("one two three", "1 2 3", [.removed("one two three"), .added("1 2 3")]),
            (
                "a big house .", "a house small .",
                [.same("a "), .removed("big house"), .added("house small"), .same(" .")]
            ),
            (
                "old and this stays here old", "new and this stays here new",
                [.removed("old"), .added("new"), .same(" and this stays here "), .removed("old"), .added("new")]
            ),
            (
                "old first\nold second", "new first\nnew second",
                [.removed("old"), .added("new"), .same(" first\n"), .removed("old"), .added("new"), .same(" second")]
            ),
            ("a b", "x a y b", [.added("x "), .same("a"), .added(" y"), .same(" b")]),
        ]
    )
    func isMerged(old: String, new: String, parts: [RevisionPlan.Part]) {
        #expect(RevisionPlan.difference(old, new) == parts)
    }

    @Test("leaves the spaces around a change outside its marks")
    func spaces() {
        let parts = RevisionPlan.difference("It was  a long   day", "It was  one short   day")
        #expect(parts == [.same("It was  "), .removed("a long"), .added("one short"), .same("   day")])
    }

    @Test("makes both texts again, however large they are", arguments: [10, 30_000])
    func isComplete(count: Int) {
        let old = (0..<count).map { "w\($0 % 7)" }.joined(separator: " ")
        let new = (0..<count).map { "w\($0 % 5)" }.joined(separator: "\n")
        var olds = "", news = ""
        for part in RevisionPlan.difference(old, new) {
            switch part {
            case .same(let text): (olds, news) = (olds + text, news + text)
            case .removed(let text): olds += text
            case .added(let text): news += text
            }
        }
        #expect(olds == old && news == new)
    }

    @Test(
        "counts the changed middle, in the longer text",
        arguments: [("abc", "abc", 0), ("abc", "abXc", 1), ("aaaa", "aa", 2), ("abc", "xyzw", 4), ("", "é", 1)]
    )
    func isCounted(old: String, new: String, count: Int) {
        #expect(EditPlan.changedScalars(from: old, to: new) == count)
    }
}
