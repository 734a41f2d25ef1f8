import PraxisDomain

/// Who has a seat at a date, and who is on its waiting list: nothing of it is stored, it follows from the order in which people said yes.
struct SeatPlan: Sendable {
    /// Those who said yes, in that order.
    let coming: [MemberID]
    /// Nil for a date with room for everybody.
    let capacity: Int?

    var seated: ArraySlice<MemberID> { coming.prefix(capacity ?? coming.count) }

    var isFull: Bool { capacity.map { coming.count >= $0 } ?? false }

    var waiting: ArraySlice<MemberID> { coming.dropFirst(capacity ?? coming.count) }

    /// The place of a member on the waiting list, counted from 1; nil for those who are not on it.
    func turn(of member: MemberID) -> Int? {
        waiting.firstIndex(of: member).map { $0 - waiting.startIndex + 1 }
    }

    /// Those who were on the waiting list before, and have a seat now.
    func promoted(since before: SeatPlan) -> [MemberID] {
        let waited = Set(before.waiting)
        return seated.filter(waited.contains)
    }
}
