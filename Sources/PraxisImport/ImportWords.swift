package import PraxisWords

/// What the audit log calls the administrator's commands with files: `imports` in the files.
package final class ImportWords: WordSection {
    package static let name = "imports"

    /// What was taken of a file.
    let postCount: Plural
    package let acts: [String: Phrase]
}

extension Words {
    var imports: ImportWords { self[ImportWords.self] }
}
