import PraxisCapability
package import PraxisDomain
import PraxisWeb
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
            icon: .question,
            awaits: .answer,
            choice: .init { $0.threads.kinds.hint.question() }
        ),
        ThreadKindPart(
            .story,
            { $0.threads.kinds.one.story() },
            plural: { $0.threads.kinds.all.story() },
            begun: { $0.threads.kinds.begun.story() },
            icon: .story,
            choice: .init { $0.threads.kinds.hint.story() }
        ),
        ThreadKindPart(
            .notice,
            { $0.threads.kinds.one.notice() },
            plural: { $0.threads.kinds.all.notice() },
            begun: { $0.threads.kinds.begun.notice() },
            icon: .notice,
            tag: .info,
            awaits: .nothing,
            choice: .init(by: .init(StartNotice.self, audited: .noticeStarted)) { $0.threads.kinds.hint.notice() }
        ),
    ]
}
