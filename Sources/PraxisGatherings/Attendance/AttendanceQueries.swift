import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// What is known of one member at one date.
struct Attended: RowDecodable, Equatable, Sendable {
    /// False if it was taken back, or a host said that they were not there.
    let isPresent: Bool
    let minutes: Int
    let way: AttendanceWay
    /// Rises with each change.
    let version: Int

    static let columns: SQL<Void> = "a.isPresent, a.minutes, a.way, a.version"

    init(_ columns: inout Columns) throws {
        (isPresent, minutes) = (try columns.bool(), try columns.int())
        (way, version) = (try columns.word(), try columns.int())
    }

    /// Nil where nothing was said; walks the primary key.
    static func of(_ member: MemberID, at date: ThreadID) -> SQL<Attended> {
        "SELECT \(columns) FROM attendance a WHERE a.threadId = \(date) AND a.memberId = \(member)"
    }

    /// Reads the same columns of a left join; returns nil if there is no row.
    init?(joined columns: inout Columns) throws {
        let isPresent = columns.optionalInteger(), minutes = columns.optionalInteger()
        let way = try columns.optionalWord(AttendanceWay.self), version = columns.optionalInteger()
        guard let isPresent, let minutes, let way, let version else { return nil }
        (self.isPresent, self.minutes) = (isPresent != 0, Int(minutes))
        (self.way, self.version) = (way, Int(version))
    }
}

/// Who was at a date, as its page shows it: how many, and to each reader what is known of them.
struct Attendance: Sendable {
    let known: [MemberID: Attended]

    static let none = Attendance(known: [:])

    /// Walks the primary key of `attendance`.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func load(_ date: ThreadID, _ db: DB) throws -> Attendance {
        let rows = try db.all(AttendedMember.of(date))
        return Attendance(known: Dictionary(rows.map { ($0.member, $0.attended) }) { first, _ in first })
    }

    var present: Int { known.values.count(where: \.isPresent) }

    func own(_ member: MemberID?) -> Attended? { member.flatMap { known[$0] } }

    /// In bytes.
    var cost: Int { known.count * 60 }
}

private struct AttendedMember: RowDecodable {
    let member: MemberID
    let attended: Attended

    static let columns: SQL<Void> = "a.memberId, \(Attended.columns)"

    init(_ columns: inout Columns) throws { (member, attended) = (try columns.id(), try Attended(&columns)) }

    static func of(_ date: ThreadID) -> SQL<AttendedMember> {
        "SELECT \(columns) FROM attendance a WHERE a.threadId = \(date)"
    }
}

/// Somebody who can have been at a date, as its hosts see them.
struct AttendancePerson: RowDecodable, Sendable {
    let member: MemberID
    let name: String
    let folded: String
    /// By which a file names them; shown to no one.
    let email: String
    /// What they had said before; nil for nothing.
    let answer: GatheringAnswer?
    /// Nil if nothing is known of them.
    let attended: Attended?

    static let columns: SQL<Void> = "p.id, p.name, p.nameFolded, p.email, r.answer, \(Attended.columns)"

    init(_ columns: inout Columns) throws {
        (member, name) = (try columns.id(), try columns.text())
        (folded, email) = (try columns.text(), try columns.text())
        answer = try columns.optionalWord()
        attended = try Attended(joined: &columns)
    }

    var isPresent: Bool { attended?.isPresent ?? false }

    /// Those who said that they come or might, first; then those of whom something is known, and all other full members of the group, in the
    /// commons of the community, by name.
    ///
    /// Walks the primary keys of `gatheringAnswer`, `attendance`, `groupMembership` and `membership`.
    /// Precondition: the caller has checked that the reader is a host.
    static func of(_ date: ThreadID, _ facts: Facts) -> SQL<AttendancePerson> {
        """
        SELECT \(columns)
        FROM (SELECT x.memberId FROM gatheringAnswer x WHERE x.threadId = \(date) AND x.answer <> 'no'
              UNION SELECT y.memberId FROM attendance y WHERE y.threadId = \(date)
              UNION SELECT gm.memberId FROM groupMembership gm
              WHERE gm.groupId = \(facts.group?.id) AND gm.role <> 'guest' AND \(Visibility.groupStanding(at: facts.now)) IN ('active', 'silenced')
              UNION SELECT m.memberId FROM membership m JOIN "group" g ON g.communityId = m.communityId
              WHERE g.id = \(facts.group?.id) AND g.isCommons AND m.role <> 'guest'
                  AND \(Visibility.standing(at: facts.now)) IN ('active', 'silenced')) c
        JOIN member p ON p.id = c.memberId
        LEFT JOIN gatheringAnswer r ON r.threadId = \(date) AND r.memberId = c.memberId
        LEFT JOIN attendance a ON a.threadId = \(date) AND a.memberId = c.memberId
        ORDER BY CASE r.answer WHEN 'yes' THEN 0 WHEN 'maybe' THEN 1 ELSE 2 END, p.nameFolded, p.id
        """
    }
}

/// A date whose hosts say who was there.
struct KeptAttendance: Sendable {
    let date: TitledGathering
    /// All of them, in the order of the list.
    let people: [AttendancePerson]

    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> KeptAttendance {
        let (date, facts) = try TitledGathering.admitted(to: KeepAttendance.self, thread, reading)
        return KeptAttendance(date: date, people: try reading.all(AttendancePerson.of(thread, facts)))
    }

    /// Those whose name holds it.
    func found(_ typed: String) -> [AttendancePerson] {
        let wanted = TypedText.folded(TypedText.normalised(typed))
        return wanted.isEmpty ? people : people.filter { $0.folded.contains(wanted) }
    }
}

/// What a reader may know of who was at a date.
struct ReadAttendance: Sendable {
    let attendance: Attendance
    let reader: MemberID?
    /// Those of whom something is known; nil for readers who are no hosts.
    let people: [AttendancePerson]?

    /// - Throws: `Denial.missing` for what is no date that the viewer reads.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> ReadAttendance {
        let facts = try Access.thread(thread, reading)
        _ = try Gathering.load(thread, reading.db)
        let isHost = Policy.allows(KeepAttendance.self, facts)
        return ReadAttendance(
            attendance: try Attendance.load(thread, reading.db),
            reader: facts.viewer.member,
            people: isHost
                ? try reading.all(AttendancePerson.of(thread, facts)).filter { $0.attended != nil } : nil
        )
    }

    var own: Attended? { attendance.own(reader) }
}
