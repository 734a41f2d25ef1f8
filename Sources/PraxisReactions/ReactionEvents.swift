package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension Event {
    package static let reacted: Event = "reacted"
    package static let unreacted: Event = "unreacted"
}

extension ActEvent where A == React { static var reacted: Self { Self(.reacted) } }

extension ActEvent where A == TakeReactionBack { static var unreacted: Self { Self(.unreacted) } }

extension EventKind {
    /// Only the pages of the thread show reactions; who reads it is told that a post has changed, not by whom.
    package static let reactions: [EventKind] = [.reacted, .unreacted].map { event in
        EventKind(
            event,
            stales: { entry in entry.thread.map { [.thread($0)] } },
            tells: { entry, db in try LiveMessage.post(entry, db, isForAuthorAlone: false) }
        )
    }
}
