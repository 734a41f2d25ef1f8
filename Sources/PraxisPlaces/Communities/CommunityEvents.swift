package import PraxisCommunity
package import PraxisDomain
import PraxisStore

// What happens to communities and groups, and to who is in them; `asked` to `roleChanged` have the member as their subject.

extension Event {
    package static let communityAdded: Event = "community-added"
    package static let communityChanged: Event = "community-changed"
    package static let groupAdded: Event = "group-added"
    package static let groupChanged: Event = "group-changed"

    package static let asked: Event = "asked"
    package static let joined: Event = "joined"
    package static let left: Event = "left"
    package static let roleChanged: Event = "role-changed"
    package static let declined: Event = "declined"
    /// A request to join was decided, withdrawn, or needs no decision any more: the request is the subject.
    package static let requestClosed: Event = "request-closed"

    /// The invitation is the subject.
    package static let invited: Event = "invited"
}

extension EventKind {
    static let communities: [EventKind] =
        [.communityAdded, .communityChanged, .groupAdded, .groupChanged].map { EventKind($0, rights: .ofCommunity) }
        + [
            EventKind(.asked, stales: nothing, tells: request),
            EventKind(.declined, stales: nothing, tells: request),
            EventKind(.requestClosed, stales: nothing),
            EventKind(
                .joined,
                stales: { place($0)?.union([.sessions]) },
                rights: .ofSubject,
                tells: request
            ),
            // What they wrote is shown with their role.
            EventKind(.left, rights: .ofSubject),
            EventKind(.roleChanged, rights: .ofSubject),
            EventKind(.invited, stales: nothing),
        ]

    private static let request: Tells = { entry, _ in
        LiveMessage(.queue, [("what", entry.event.rawValue)], in: entry.group, to: .allowed(DecideRequest.self))
    }
}

extension LiveEvent {
    /// What waits to be decided has changed: told of requests here, and of all else by the capability that declares it.
    package static let queue = LiveEvent("queue", ["what", "item", "by"], for: "those who may decide")
}
