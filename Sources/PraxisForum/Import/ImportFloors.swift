import PraxisCommunity
import PraxisDomain
import PraxisStore

/// How far somebody had read who was last here before the import: everything posted until then, in the journal's order.
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
    /// Sets the reading floors of the imported members who have not been here since.
    func setReadingFloors(_ store: Store) async throws {
        let pending = try await store.read { db in
            try db.all("SELECT id, seenAt FROM member WHERE seenAt = visitedAt" as SQL<Visitor>)
        }
        guard !pending.isEmpty else { return }
        let floors = try await store.read { db in
            var floors = ReadingFloorPlan.Floors(pending.map(\.visit))
            // Every post once: there is no index by time, and this happens once after an import.
            try db.each("SELECT journal, createdAt FROM post WHERE state = 'published'" as SQL<Posted>) {
                floors.count($0.number, postedAt: $0.at)
            }
            return floors
        }
        try await command { db in
            for visitor in pending {
                let floor = floors.floor(of: visitor.visit)
                try db.run("UPDATE member SET caughtUpTo = max(caughtUpTo, \(floor)) WHERE id = \(visitor.member)")
            }
        }
    }
}

/// An imported member whose last visit is still the one of the file: only the import sets both times alike.
private struct Visitor: RowDecodable {
    let member: MemberID
    let visit: Timestamp

    init(_ columns: inout Columns) throws { (member, visit) = (try columns.id(), try columns.time()) }
}

private struct Posted: RowDecodable {
    let number: JournalNumber
    let at: Timestamp

    init(_ columns: inout Columns) throws { (number, at) = (try columns.id(), try columns.time()) }
}
