import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A line of what a member has learnt in a year: a date at which they were, or an entry of their own.
struct LearningLine: Sendable {
    /// Where it was; of entries as it was typed.
    let day: LocalTime
    let minutes: Int
    /// Empty for dates of which nobody has said what they count for.
    let category: String
    /// Empty for a date that the member may not read any more.
    let title: String
    let reflection: String
    let source: Source

    enum Source: Equatable, Sendable {
        case date(ThreadID)
        case entry(LearningEntryID)
    }
}

private struct AttendedDate: RowDecodable {
    let line: LearningLine

    static let columns: SQL<Void> = """
        e.threadId, e.startAt, e.zone, a.minutes, coalesce(s.credit, ''), coalesce((SELECT t.title FROM place WHERE \(Visibility.readable)), '')
        """

    init(_ columns: inout Columns) throws {
        let thread: ThreadID = try columns.id(), start = try columns.time(), zone = try columns.text()
        let minutes = try columns.int(), credit = try columns.text(), title = try columns.text()
        line = LearningLine(
            day: LocalTime(start, in: Zones.stored(zone, orElse: "UTC")),
            minutes: minutes,
            category: title.isEmpty ? "" : credit,
            title: title,
            reflection: "",
            source: .date(thread)
        )
    }

    /// Walks `attendance_by_member` and primary keys.
    static func of(_ member: MemberID, _ reading: Reading) -> SQL<AttendedDate> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(columns) FROM attendance a JOIN gathering e ON e.threadId = a.threadId JOIN thread t ON t.id = e.threadId
        LEFT JOIN series s ON s.id = e.seriesId WHERE a.memberId = \(member) AND a.isPresent ORDER BY e.startAt, e.threadId
        """
    }
}

struct LearningEntryRow: RowDecodable, Sendable {
    let line: LearningLine

    static let columns: SQL<Void> = "l.id, l.day, l.minutes, l.category, l.title, l.reflection"

    init(_ columns: inout Columns) throws {
        let id: LearningEntryID = try columns.id(), day = try columns.int(), minutes = try columns.int()
        line = LearningLine(
            day: LocalTime(dayNumber: day),
            minutes: minutes,
            category: try columns.text(),
            title: try columns.text(),
            reflection: try columns.text(),
            source: .entry(id)
        )
    }

    /// Those that are not removed: walks `learningEntry_by_member`.
    static func of(_ member: MemberID) -> SQL<LearningEntryRow> {
        """
        SELECT \(columns) FROM learningEntry l WHERE l.memberId = \(member) AND l.removedAt IS NULL ORDER BY l.day, l.id
        """
    }
}

/// What a member has learnt in a year, for themselves alone.
struct LearningYear: Sendable {
    let year: Int
    /// Those in which there is something, and this one; the latest first.
    let years: [Int]
    /// In the order of their days.
    let lines: [LearningLine]
    /// Whether the entry that was just removed can be brought back.
    var canUndo = false

    /// - Throws: `Denial.signedOut`.
    static func load(
        _ year: Int?,
        thisYear: Int,
        removed: LearningEntryID? = nil,
        _ reading: Reading
    ) throws
        -> LearningYear
    {
        guard let member = reading.viewer.member else { throw Denial.signedOut }
        let dates = try reading.all(AttendedDate.of(member, reading)).map(\.line)
        let all = try dates + reading.all(LearningEntryRow.of(member)).map(\.line)
        let chosen = year ?? thisYear
        let undo = try removed.map { id in
            try reading.first(
                """
                SELECT 1 FROM learningEntry
                WHERE id = \(id) AND memberId = \(member) AND removedAt > \(reading.now - Limits.learningUndone)
                """ as SQL<Int>
            ) != nil
        }
        return LearningYear(
            year: chosen,
            years: Set(all.map(\.day.year) + [thisYear, chosen]).sorted(by: >),
            lines: all.filter { $0.day.year == chosen }.sorted { $0.day.dayNumber < $1.day.dayNumber },
            canUndo: undo ?? false
        )
    }

    /// By category, the most minutes first.
    var totals: [(category: String, minutes: Int)] {
        Dictionary(grouping: lines, by: \.category).map { ($0.key, $0.value.reduce(0) { $0 + $1.minutes }) }
            .sorted { ($1.minutes, $0.category) < ($0.minutes, $1.category) }
    }

    var minutes: Int { lines.reduce(0) { $0 + $1.minutes } }
}
