package import PraxisDomain
import PraxisStore

/// Who works on which item of a moderation queue: leases that end by themselves.
package struct Claims: Sendable {
    package struct Claim: Hashable, Sendable {
        package let member: MemberID
        package let name: String
        package let until: Timestamp

        package init(member: MemberID, name: String, until: Timestamp) {
            (self.member, self.name, self.until) = (member, name, until)
        }
    }

    /// Items that are remembered at the most, free ones among them: what is forgotten is read from the store.
    private static let mostKept = 10_000

    private var leases: [QueueItemID: (number: Int, claim: Claim?)] = [:]

    package init() {}

    /// Who has the item at `now`.
    package func holder(of item: QueueItemID, at now: Timestamp) -> Claim? {
        leases[item]?.claim.flatMap { $0.until > now ? $0 : nil }
    }

    /// Takes what a commit made of an item's lease.
    ///
    /// `number` counts the changes of that lease: whoever returns late from an earlier commit changes nothing.
    package mutating func note(_ item: QueueItemID, _ number: Int, _ claim: Claim?) {
        guard number > leases[item]?.number ?? -1 else { return }
        if leases.count >= Self.mostKept { leases = leases.filter { $0.value.claim != nil } }
        leases[item] = (number, claim)
    }
}
