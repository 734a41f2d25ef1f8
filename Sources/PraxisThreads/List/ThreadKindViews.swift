package import HTML
package import PraxisCapability
package import PraxisDomain
package import PraxisWeb
import PraxisWords

extension ThreadKind {
    package static let discussion: ThreadKind = "discussion"
    package static let question: ThreadKind = "question"
    package static let story: ThreadKind = "story"
    /// An announcement by those who look after the group.
    package static let notice: ThreadKind = "notice"
}

extension [ThreadKindPart] {
    static let threads = [
        ThreadKindPart(
            .discussion,
            { $0.threads.kinds.one.discussion() },
            plural: { $0.threads.kinds.all.discussion() },
            begun: { $0.threads.kinds.begun.discussion() },
            tag: .none,
            choice: .init { $0.threads.kinds.hint.discussion() }
        ),
        ThreadKindPart(
            .question,
            { $0.threads.kinds.one.question() },
            plural: { $0.threads.kinds.all.question() },
            begun: { $0.threads.kinds.begun.question() },
            awaitsAnswer: true,
            choice: .init { $0.threads.kinds.hint.question() }
        ),
        ThreadKindPart(
            .story,
            { $0.threads.kinds.one.story() },
            plural: { $0.threads.kinds.all.story() },
            begun: { $0.threads.kinds.begun.story() },
            choice: .init { $0.threads.kinds.hint.story() }
        ),
        ThreadKindPart(
            .notice,
            { $0.threads.kinds.one.notice() },
            plural: { $0.threads.kinds.all.notice() },
            begun: { $0.threads.kinds.begun.notice() },
            tag: .info,
            choice: .init(if: StartNotice.self) { $0.threads.kinds.hint.notice() }
        ),
    ]
}

extension Call {
    /// The kind of a thread, where it stands among other things; an ordinary discussion has no tag.
    package func kindTag(_ kind: ThreadKindPart) -> HTML {
        switch kind.tag {
        case .none: HTML()
        case .plain: "<span class=\"tag\">\(kind.name(words))</span> "
        case .info: "<span class=\"tag info\">\(kind.name(words))</span> "
        }
    }

    package func kindTag(_ kind: ThreadKind) -> HTML { kindTag(env.capabilities.threadKinds[kind]) }
}
