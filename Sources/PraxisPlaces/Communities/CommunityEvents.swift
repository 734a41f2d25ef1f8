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

// Which acts record them.

/// An act that makes communities or groups.
package protocol PlaceMakingAct: PlaceChangingAct {}
extension AddCommunity: PlaceMakingAct {}
extension AddGroup: PlaceMakingAct {}
extension Administration: PlaceMakingAct {}
extension SystemAct: PlaceMakingAct {}

/// An act that changes what a community or a group is like.
package protocol PlaceChangingAct {}
extension ChangeCommunity: PlaceChangingAct {}
extension ChangeGroup: PlaceChangingAct {}

/// An act by which people come to belong to a place, or to be something else in it.
package protocol JoiningAct: RequestEndingAct {}
extension JoinCommunity: JoiningAct {}
extension JoinGroup: JoiningAct {}
extension UseInvitation: JoiningAct {}
extension DecideRequest: JoiningAct {}
extension AddCommunity: JoiningAct {}
extension AddGroup: JoiningAct {}
extension SetCommunityRole: JoiningAct {}
extension SetGroupRole: JoiningAct {}
extension Administration: JoiningAct {}
extension SystemAct: JoiningAct {}

/// An act by which people come to belong to a place no more.
package protocol LeavingAct: RequestEndingAct {}
extension LeaveCommunity: LeavingAct {}
extension LeaveGroup: LeavingAct {}
extension SetCommunityRole: LeavingAct {}
extension SetGroupRole: LeavingAct {}
extension Triage: LeavingAct {}
extension Administration: LeavingAct {}

/// An act after which nothing is asked for any more that was asked before.
package protocol RequestEndingAct {}
extension Silence: RequestEndingAct {}
extension Suspend: RequestEndingAct {}

/// An act after which somebody asks to join.
package protocol AskingAct {}
extension JoinCommunity: AskingAct {}
extension JoinGroup: AskingAct {}
extension Triage: AskingAct {}

extension ActEvent where A: PlaceMakingAct {
    static var communityAdded: Self { Self(.communityAdded) }
    static var groupAdded: Self { Self(.groupAdded) }
}

extension ActEvent where A: PlaceChangingAct {
    package static var communityChanged: Self { Self(.communityChanged) }
    package static var groupChanged: Self { Self(.groupChanged) }
}

extension ActEvent where A: JoiningAct {
    static var joined: Self { Self(.joined) }
    static var roleChanged: Self { Self(.roleChanged) }
}

extension ActEvent where A: LeavingAct { static var left: Self { Self(.left) } }

extension ActEvent where A: RequestEndingAct { static var requestClosed: Self { Self(.requestClosed) } }

extension ActEvent where A: AskingAct { static var asked: Self { Self(.asked) } }

extension ActEvent where A == DecideRequest { static var declined: Self { Self(.declined) } }

extension ActEvent where A == OwnAccount {
    static var requestClosed: Self { Self(.requestClosed) }
    static var declined: Self { Self(.declined) }
}

extension ActEvent where A == Invite { static var invited: Self { Self(.invited) } }

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
