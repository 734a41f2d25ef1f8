import Foundation
import Testing

@testable import PraxisMail

/// A folder that a test has for itself, removed with its last use.
final class Scratch: Sendable {
    private let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "praxis-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ name: String) -> String {
        root.appending(path: name).path
    }

    /// The text of a file; empty if it cannot be read.
    func text(_ name: String) -> String {
        (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
    }

    /// Whether the file is the message as it was rendered.
    func holds(_ message: Message, in name: String) -> Bool {
        Data(message.rendered()) == (try? Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
    }

    /// A mail program that is this shell script, called with `-i`; its files are named after `$0`.
    ///
    /// Run by the shell rather than by its own first line: a file that was just written may be busy for `exec`.
    func sendmail(_ script: String, timeout: Duration = .seconds(60)) throws -> Sendmail {
        let file = timeout == .seconds(60) ? "sendmail" : "sendmail-\(abs(script.hashValue))"
        try script.write(toFile: path(file), atomically: true, encoding: .utf8)
        return try #require(Sendmail(setting: "/bin/sh \(path(file)) -i", timeout: timeout))
    }
}
