package import PraxisWords

/// What the audit log calls the administrator's commands with files: `imports` in the files.
package final class ImportWords: WordSection {
    package static let name = "imports"

    package let acts: [String: Phrase]
}
