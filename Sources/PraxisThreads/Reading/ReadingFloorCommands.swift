import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// How far a member had read who was last here before the import: everything posted until then, in the journal's order.
enum ReadingFloorPlan {
    /// The highest journal number among what was posted by each of the `visits`.
    struct Floors {
        private let visits: [Timestamp]
        private var highest: [JournalNumber]

        init(_ visits: some Collection<Timestamp>) {
            self.visits = Set(visits).sorted()
            highest = Array(repeating: JournalNumber(rawValue: 0), count: self.visits.count)
        }

        mutating func count(_ number: JournalNumber, postedAt: Timestamp) {
            let first = firstVisit(notBefore: postedAt)
            if first < visits.count { highest[first] = max(highest[first], number) }
        }

        func floor(of visit: Timestamp) -> JournalNumber {
            let index = firstVisit(notBefore: visit)
            return highest[..<min(index + 1, visits.count)].max() ?? JournalNumber(rawValue: 0)
        }

        private func firstVisit(notBefore moment: Timestamp) -> Int {
            var low = 0, high = visits.count
            while low < high {
                let middle = (low + high) / 2
                if visits[middle] < moment { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}

extension Site {
    /// Sets the reading floors of the imported members who have not been here since, community by community.
    ///
    /// Files and communities follow each other in the journal whatever their times: one floor for all of them would count as read what
    /// an earlier file holds of later days.
    func setReadingFloors(_ store: Store) async throws {
        let (pending, memberships) = try await store.read { db in
            (
                try db.all("SELECT \(Visitor.columns) FROM member WHERE seenAt = visitedAt" as SQL<Visitor>),
                try db.all(
                    """
                    SELECT \(Belonging.columns) FROM membership ms JOIN member m ON m.id = ms.memberId
                    WHERE m.seenAt = m.visitedAt
                    """ as SQL<Belonging>
                )
            )
        }
        guard !pending.isEmpty else { return }
        let visits = pending.map(\.visit), homes = Dictionary(grouping: memberships, by: \.member)
        let floors = try await store.read { db in
            var floors: [CommunityID: ReadingFloorPlan.Floors] = [:]
            // Every post once: there is no index by time, and this happens once after an import.
            try db.each(
                """
                SELECT \(Posted.columns) FROM post p JOIN thread t ON t.id = p.threadId
                WHERE p.state = 'published'
                """ as SQL<Posted>
            ) {
                floors[$0.community, default: ReadingFloorPlan.Floors(visits)].count($0.number, postedAt: $0.at)
            }
            return floors
        }
        try await command { db in
            for visitor in pending {
                let own = homes[visitor.member]?.map(\.community) ?? Array(floors.keys)
                for community in own {
                    guard let floor = floors[community]?.floor(of: visitor.visit) else { continue }
                    try db.advanceFloor(of: visitor.member, in: community, to: floor)
                }
                let lowest = own.compactMap { floors[$0]?.floor(of: visitor.visit) }.min()
                guard let lowest else { continue }
                try db.advanceCaughtUp(visitor.member, to: lowest)
            }
        }
    }
}

/// An imported member whose last visit is still the one of the file: only the import sets both times alike.
private struct Visitor: RowDecodable {
    let member: MemberID
    let visit: Timestamp

    static let columns: SQL<Void> = "id, seenAt"

    init(_ columns: inout Columns) throws { (member, visit) = (try columns.id(), try columns.time()) }
}

/// A community of such a member.
private struct Belonging: RowDecodable {
    let member: MemberID
    let community: CommunityID

    static let columns: SQL<Void> = "ms.memberId, ms.communityId"

    init(_ columns: inout Columns) throws { (member, community) = (try columns.id(), try columns.id()) }
}

private struct Posted: RowDecodable {
    let number: JournalNumber
    let at: Timestamp
    let community: CommunityID

    static let columns: SQL<Void> = "p.journal, p.createdAt, t.communityId"

    init(_ columns: inout Columns) throws {
        number = try columns.id()
        at = try columns.time()
        community = try columns.id()
    }
}
