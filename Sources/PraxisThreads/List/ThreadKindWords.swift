package import PraxisDomain
package import PraxisWords

/// A phrase for each kind of thread.
package final class ThreadKindWords: Decodable, Sendable {
    private let discussion: Phrase
    private let question: Phrase
    private let story: Phrase
    private let notice: Phrase

    package subscript(kind: ThreadKind) -> Phrase {
        switch kind {
        case .discussion: discussion
        case .question: question
        case .story: story
        case .notice: notice
        }
    }
}
