import Foundation
import Testing

@testable import PraxisMail

/// What the tests of this target share: a message, and the corpus of awkward strings.
enum Samples {
    static func message(
        fromName: String? = "Riverside Practice Network",
        toName: String? = nil,
        to: String = "sam@example.org",
        subject: String = "Six new posts",
        headers: [Header] = [],
        text: String = "Hello.\n",
        html: String? = nil
    ) throws -> Message {
        Message(
            from: try #require(Mailbox(name: fromName, address: "digest@praxis.example.org")),
            to: try #require(Mailbox(name: toName, address: to)),
            envelopeSender: .null,
            subject: subject,
            date: Date(timeIntervalSince1970: 1_835_420_400),
            messageID: try #require(MessageID("key-1@praxis.example.org")),
            headers: headers,
            language: "en-GB",
            text: text,
            html: html
        )
    }

    static let corpora =
        ProcessInfo.processInfo.environment["PRAXIS_CORPORA"].map { URL(fileURLWithPath: $0) }
        ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../shared/corpora").standardized

    /// The Big List of Naughty Strings; nil without it.
    static let naughtyStrings: [String]? = {
        guard let json = try? Data(contentsOf: corpora.appending(path: "blns/blns.json")) else { return nil }
        return try? JSONDecoder().decode([String].self, from: json)
    }()

    static let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { URL(fileURLWithPath: String($0)).appending(path: "python3") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    /// Texts that a header or a body could trip over, beside the corpus.
    static let hostile = [
        "", " ", "two  spaces ", "a\r\nBcc: victim@example.org", "a\nb", "a\rb", "nul\u{0}l", "tab\tbed",
        "\u{85}next\u{9f}",
        "line\u{2028}paragraph\u{2029}", "over\u{202e}ride\u{2066}isolate\u{2069}\u{200f}\u{61c}", "=?utf-8?q?forged?=",
        "=?utf-8?b?DQpCY2M6IHg=?=", "\"quoted\" and \\ back", "<evil@example.org>", "Anna, Ben; Cem: (Dee)",
        "a@b.example",
        String(repeating: "x", count: 2_000), String(repeating: "é", count: 700),
        String(repeating: "word ", count: 300),
        String(repeating: "🏴󠁧󠁢󠁷󠁬󠁳󠁿", count: 40), "Café «\u{a0}où\u{a0}»", "日本語の件名がここにあります。長い長い長い長い件名です。",
        "x \u{e9} " + String(repeating: "y", count: 80),
        "From the start", ".", "..", "-- ", "--=_", "=", "ends in =", "trailing \t", String(repeating: ".", count: 200),
        String(repeating: "a", count: 75) + ".", String(repeating: "a", count: 75) + "From x",
        String(repeating: "a", count: 76),
        String(repeating: "a", count: 77), String(repeating: "a", count: 75) + " ", "many\n\n\nlines\n\n", "\n",
        "\n\n.",
    ]
}
