package import PraxisWords

/// The texts of the pages about threads: `threads` in the files.
package final class ThreadWords: WordSection {
    package static let name = "threads"
    package static let file = WordFile(
        ThreadWords.self,
        english: PackageResources.threads_en_json,
        french: PackageResources.threads_fr_json
    )

    package let read: ThreadReadWords
    package let write: ThreadWriteWords
    package let kinds: ThreadKindWords
    package let search: ThreadSearchWords
    package let closed: Phrase
    package let answered: Phrase
    package let groupMembers: Phrase
    package let stock: StockReasonWords
    package let acts: [String: Phrase]
    package let missing: [String: Phrase]
    package let problems: [String: Phrase]
    package let denials: [String: Phrase]

    package var labels: [String: Phrase] {
        ["title": write.start.title, "body": write.start.body, "group": write.start.group]
    }

    package var choices: Set<String> { ["group", "kind", "level"] }
}

extension Words {
    package var threads: ThreadWords { self[ThreadWords.self] }
}
