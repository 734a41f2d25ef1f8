import Foundation
package import Testing

/// Public lists of hostile text that are kept beside the clone, not in it.
package enum Corpora {
    private static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["PRAXIS_CORPORA"] { return URL(filePath: path) }
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return package.deletingLastPathComponent().appending(path: "shared/corpora")
    }()

    fileprivate static let arePresent = FileManager.default.fileExists(atPath: folder.path)

    /// The Big List of Naughty Strings.
    package static func naughtyStrings() throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(contentsOf: folder.appending(path: "blns/blns.json")))
    }

    /// Markup that runs a script wherever it is not escaped.
    package static func payloads() throws -> [String] {
        let file = folder.appending(path: "xss-payloadbox/xss-payload-list.txt")
        return String(decoding: try Data(contentsOf: file), as: UTF8.self).split(whereSeparator: \.isNewline).map(
            String.init
        )
    }
}

extension Trait where Self == ConditionTrait {
    package static var needsCorpora: Self { .enabled(if: Corpora.arePresent, "the corpora are not beside this clone") }
}
