import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Those who answered one date, as its page shows them.
struct Answers: Sendable {
    let seats: SeatPlan
    /// The names of the first of those who have a seat.
    let names: [String]
    let maybe: Int
    /// What each said, and not what they need.
    let given: [MemberID: GatheringAnswer]

    static let none = Answers(seats: SeatPlan(coming: [], capacity: nil), names: [], maybe: 0, given: [:])

    private static let named = 8

    /// Walks `gatheringAnswer_by_turn`.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func load(_ thread: ThreadID, capacity: Int?, _ db: DB) throws -> Answers {
        let rows = try db.all(AnswerRow.of(thread)), seats = SeatPlan(rows, capacity: capacity)
        return Answers(
            seats: seats,
            names: rows.filter { $0.answer == .yes }.prefix(min(seats.seated.count, named)).map(\.name),
            maybe: rows.count { $0.answer == .maybe },
            given: Dictionary(rows.map { ($0.member, $0.answer) }) { first, _ in first }
        )
    }

    /// In bytes.
    var cost: Int { 200 + given.count * 40 }

    /// What a member said.
    func own(_ member: MemberID?) -> GivenAnswer? {
        guard let member, let answer = given[member] else { return nil }
        return GivenAnswer(answer: answer, waiting: seats.turn(of: member))
    }
}

/// A date whose reader is asked whether they come.
struct AskedGathering: Sendable {
    let date: TitledGathering
    /// What they said before.
    let own: AnswerRow?
    let answers: Answers
}

/// What a member said, and where they are on the waiting list.
package struct GivenAnswer: Equatable, Sendable {
    package let answer: GatheringAnswer
    /// Counted from 1; nil for those who are not on it.
    package let waiting: Int?
}

/// One answer, with who gave it and what they need.
struct AnswerRow: RowDecodable, Sendable {
    let member: MemberID
    let name: String
    let answer: GatheringAnswer
    /// For the host alone; empty for nothing.
    let needs: String

    static let columns: SQL<Void> = "r.memberId, a.name, r.answer, r.needs"

    init(_ columns: inout Columns) throws {
        (member, name) = (try columns.id(), try columns.text())
        (answer, needs) = (try columns.word(), try columns.text())
    }

    /// Those of a date in the order of their turns: walks `gatheringAnswer_by_turn`.
    static func of(_ thread: ThreadID) -> SQL<AnswerRow> {
        """
        SELECT \(columns) FROM gatheringAnswer r CROSS JOIN member a
        WHERE a.id = r.memberId AND r.threadId = \(thread) ORDER BY r.turn
        """
    }

    /// The turn of what a member said, which is new when they say something else: walks the primary key.
    static func turn(of member: MemberID, to thread: ThreadID, _ db: DB) throws -> Int64? {
        try db.first(
            "SELECT turn FROM gatheringAnswer WHERE threadId = \(thread) AND memberId = \(member)" as SQL<Int64>
        )
    }

    /// Walks the primary key.
    static func of(_ member: MemberID, to thread: ThreadID) -> SQL<AnswerRow> {
        """
        SELECT \(columns) FROM gatheringAnswer r JOIN member a ON a.id = r.memberId
        WHERE r.threadId = \(thread) AND r.memberId = \(member)
        """
    }
}

extension SeatPlan {
    /// From the answers to a date, in the order of their turns.
    fileprivate init(_ rows: [AnswerRow], capacity: Int?) {
        self.init(coming: rows.filter { $0.answer == .yes }.map(\.member), capacity: capacity)
    }
}

/// A date and its answers, as far as a reader may know of them.
struct ReadAnswers: Sendable {
    let title: String
    let gathering: Gathering
    let seats: SeatPlan
    let rows: [AnswerRow]
    /// Whether the reader is shown names.
    let namesPeople: Bool
    /// Whether the reader is shown what people need.
    let isHost: Bool

    /// - Throws: `Denial.missing` for what is no date that the viewer reads.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> ReadAnswers {
        let facts = try Access.thread(thread, reading)
        let titled = try TitledGathering.load(thread, reading.db)
        let rows = try reading.all(AnswerRow.of(thread)), gathering = titled.gathering
        return ReadAnswers(
            title: titled.title,
            gathering: gathering,
            seats: SeatPlan(rows, capacity: gathering.capacity),
            rows: rows,
            namesPeople: Policy.allows(SeeComing.self, facts),
            isHost: Policy.allows(ChangeGathering.self, facts)
        )
    }

    /// What a member said.
    func own(_ member: MemberID?) -> GivenAnswer? {
        rows.first { $0.member == member }.map {
            GivenAnswer(answer: $0.answer, waiting: seats.turn(of: $0.member))
        }
    }

    /// Those whom the reader is shown if they are shown names: those who do not come are shown to the host alone.
    var shown: [AnswerRow] { isHost ? rows : rows.filter { $0.answer != .no } }

    /// Those who said so, in the order of their turns.
    func said(_ answer: GatheringAnswer) -> [AnswerRow] { rows.filter { $0.answer == answer } }

    var seated: [AnswerRow] { Array(said(.yes).prefix(seats.seated.count)) }

    var waiting: [AnswerRow] { Array(said(.yes).dropFirst(seats.seated.count)) }
}

extension Gathering {
    /// Whether people can still say whether they come.
    func takesAnswers(at now: Timestamp) -> Bool { state == .planned && endAt > now }
}
