package import PraxisWords

/// By what a search for discussions is narrowed: `threads.search` in the files.
package final class ThreadSearchWords: Decodable, Sendable {
    package let kind: Phrase
    package let anyKind: Phrase
    package let status: Phrase
    package let anyStatus: Phrase
    package let open: Phrase
    package let unanswered: Phrase
    package let from: Phrase
    package let tipKind: Phrase
    package let tipFrom: Phrase
}
