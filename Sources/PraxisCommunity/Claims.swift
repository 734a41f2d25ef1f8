package import PraxisDomain
import PraxisStore

/// Who works on which item of a moderation queue: leases that expire by themselves.
package struct Claims: Sendable {
    package struct Claim: Hashable, Sendable {
        package let member: MemberID
        package let name: String
        package let until: Timestamp

        package init(member: MemberID, name: String, until: Timestamp) {
            self.member = member
            self.name = name
            self.until = until
        }
    }

    /// At most this many items are remembered, unclaimed ones included; forgotten ones are read from the store.
    private static let mostKept = 10_000

    private var leases: [QueueItemID: (number: Int, claim: Claim?)] = [:]

    package init() {}

    /// The lease that holds the item at `now`; returns nil if absent.
    package func holder(of item: QueueItemID, at now: Timestamp) -> Claim? {
        leases[item]?.claim.flatMap { $0.until > now ? $0 : nil }
    }

    /// Records the lease that a commit gave an item.
    ///
    /// `number` counts the changes of that lease: a caller that arrives late, from an earlier commit, changes nothing.
    package mutating func note(_ item: QueueItemID, _ number: Int, _ claim: Claim?) {
        guard number > leases[item]?.number ?? -1 else { return }
        if leases.count >= Self.mostKept { leases = leases.filter { $0.value.claim != nil } }
        leases[item] = (number, claim)
    }
}
