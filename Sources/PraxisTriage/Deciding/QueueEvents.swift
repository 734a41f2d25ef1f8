package import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads

// What happens to items of the queue, which are the subject.

extension Event {
    package static let reported: Event = "reported"
    package static let claimed: Event = "claimed"
    package static let released: Event = "released"
    package static let decided: Event = "decided"
    package static let undone: Event = "undone"
    package static let noted: Event = "noted"
}

/// An act, or what follows from one, that brings something into the queue.
package protocol QueueingAct {}
extension Report: QueueingAct {}
extension Triage: QueueingAct {}
extension Consequence: QueueingAct {}
extension SystemAct: QueueingAct {}

extension ActEvent where A: QueueingAct { package static var reported: Self { Self(.reported) } }

extension ActEvent where A == Triage {
    static var claimed: Self { Self(.claimed) }
    static var released: Self { Self(.released) }
    static var decided: Self { Self(.decided) }
    static var undone: Self { Self(.undone) }
    static var noted: Self { Self(.noted) }
}

extension ActEvent where A == Consequence { static var decided: Self { Self(.decided) } }

extension Snapshots.Topic {
    /// What waits in a community's queue, for each who decides there.
    package static func queue(_ community: CommunityID) -> Snapshots.Topic {
        Snapshots.Topic("queue", community.rawValue)
    }
}

extension EventKind {
    package static let triage: [EventKind] =
        [.reported, .decided, .undone].map { EventKind($0, stales: queue, tells: item) }
        + [.claimed, .released, .noted].map { EventKind($0, stales: nothing, tells: item) }
        + [
            also(.held, stales: queue, follows: { entry, db, _ in try db.queueHeld(entry) }),
            also(.asked, stales: queue, follows: { entry, db, _ in try db.queueRequest(entry) }),
            also(.requestClosed, follows: { entry, db, mandate in try db.closeRequestItem(entry, by: mandate) }),
            also(.declined, stales: queue),
            also(.edited, follows: { entry, db, mandate in try db.noteEdit(entry, by: mandate) }),
            also(
                .redacted,
                follows: { entry, db, mandate in
                    try db.sealReports(entry)
                    try db.noteEdit(entry, by: mandate)
                }
            ),
        ]

    private static let queue: Stales = { entry in Set([entry.community.map(Snapshots.Topic.queue)].compactMap { $0 }) }

    private static let item: Tells = { entry, _ in
        guard let item = entry.subject?.id(as: Noun.QueueItem.self) else { return nil }
        let members = [("what", entry.event.rawValue), ("item", item.description)]
        // No one is told who reported.
        let by = entry.event == .reported ? [] : entry.actor.map { [("by", $0.description)] } ?? []
        return LiveMessage(
            .queue,
            members + by,
            in: entry.group,
            to: LiveAudience(admits: mayDecide) { reading in _ = try Access.item(item, reading) }
        )
    }

    /// Whether the policy lets them decide on anything in the place; on which items it says for each.
    private static let mayDecide: @Sendable (Facts) -> Bool = { facts in
        if Policy.allows(DecideRequest.self, facts) { return true }
        let parts = [facts.community?.part, facts.group?.part].compactMap { $0 }
        return !Policy.capacities(of: facts).isDisjoint(with: [.facilitator, .moderator])
            && parts.allSatisfy(\.standing.writes)
    }
}
