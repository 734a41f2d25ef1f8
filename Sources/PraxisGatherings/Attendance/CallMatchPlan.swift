import PraxisDomain

/// Who is who in a list of participants: by address, then by name; pure.
struct CallMatchPlan: Sendable {
    /// Somebody of the group in the list.
    struct Known: Equatable, Sendable {
        let member: MemberID
        var minutes: Int?
        /// Whether their name alone says who they are.
        let isByName: Bool
    }

    /// A line that names nobody for sure.
    struct Doubt: Equatable, Sendable {
        let row: CallRow
        /// Those whose name is like it.
        let likely: [MemberID]
    }

    let known: [Known]
    let doubts: [Doubt]

    init(_ rows: [CallRow], among people: [AttendancePerson]) {
        let byEmail = Dictionary(people.map { ($0.email, $0.member) }) { first, _ in first }
        let byName = Dictionary(grouping: people, by: \.folded)
        var known: [Known] = [], doubts: [Doubt] = []
        for row in rows {
            let named = byName[TypedText.folded(row.name)] ?? []
            let member = byEmail[row.email] ?? (named.count == 1 ? named[0].member : nil)
            guard let member else {
                doubts.append(Doubt(row: row, likely: Self.likely(row.name, people)))
                continue
            }
            if let place = known.firstIndex(where: { $0.member == member }) {
                known[place].minutes = CallListPlan.sum(known[place].minutes, row.minutes)
            } else {
                known.append(Known(member: member, minutes: row.minutes, isByName: byEmail[row.email] == nil))
            }
        }
        (self.known, self.doubts) = (known, doubts)
    }

    /// At most five whose words hold all words of the name, or the other way round.
    private static func likely(_ name: String, _ people: [AttendancePerson]) -> [MemberID] {
        let wanted = words(TypedText.folded(name))
        if wanted.isEmpty { return [] }
        return people.filter { person in
            let words = words(person.folded)
            return wanted.isSubset(of: words) || words.isSubset(of: wanted)
        }
        .prefix(5).map(\.member)
    }

    private static func words(_ folded: String) -> Set<Substring> {
        Set(folded.split { !$0.isLetter && !$0.isNumber })
    }

    /// What is to be said of each: `decided` has the member of each doubt, nil for nobody; `length` stands where the list has no minutes.
    func marks(_ decided: [MemberID?], length: Int) -> [AttendanceMark] {
        var minutes: [MemberID: Int?] = [:], order: [MemberID] = []
        func add(_ member: MemberID, _ more: Int?) {
            if let sum = minutes[member] {
                minutes[member] = .some(CallListPlan.sum(sum, more))
            } else {
                minutes[member] = .some(more)
                order.append(member)
            }
        }
        for one in known { add(one.member, one.minutes) }
        for (doubt, member) in zip(doubts, decided) { if let member { add(member, doubt.row.minutes) } }
        return order.map { AttendanceMark($0, minutes: (minutes[$0] ?? nil) ?? length) }
    }
}
