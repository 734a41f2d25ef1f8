import Foundation

/// Recorded outputs of the code, kept in `Tests/Golden` and read first in review.
///
/// `scripts/record` rewrites them.
package enum Golden {
    /// Whether the files are being rewritten.
    package static var isRecording: Bool { ProcessInfo.processInfo.environment["PRAXIS_RECORD"] != nil }

    /// The difference between the file and `text`; returns nil if absent.
    ///
    /// When recording, it writes the file and returns nil.
    package static func difference(_ name: String, _ text: String) throws -> String? {
        let file = URL(filePath: #filePath).appending(path: "../../../Tests/Golden/\(name)").standardizedFileURL
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
            return nil
        }
        guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
            return "\(name) is missing: run scripts/record"
        }
        if kept == text { return nil }
        let (old, new) = (kept.split(separator: "\n"), text.split(separator: "\n"))
        let gone = old.filter { !new.contains($0) }.prefix(10).map { "- " + $0 }
        let added = new.filter { !old.contains($0) }.prefix(10).map { "+ " + $0 }
        return "\(name) is not what the code says now; run scripts/record and read the difference\n"
            + (gone + added).joined(separator: "\n")
    }
}
