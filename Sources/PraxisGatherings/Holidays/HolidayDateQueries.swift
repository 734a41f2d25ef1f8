import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A date of a series that a holiday is about: it is on its days, or its rhythm gave it one of them.
struct DateOnHoliday: RowDecodable, Sendable {
    let dated: TitledGathering
    let listed: ListedHoliday
    /// Of the list.
    let list: String
    /// Whether it was decided that it takes place on the holiday.
    let isKept: Bool

    var gathering: Gathering { dated.gathering }

    /// The date on the wall where it takes place.
    private static let day: SQL<Void> = "substr(e.localStart, 1, 10)"
    private static let occurrence: SQL<Void> = "substr(e.occurrence, 1, 10)"
    private static let kept: SQL<Void> = """
        EXISTS (SELECT 1 FROM holidayKept k WHERE k.threadId = e.threadId AND k.listId = h.listId AND k.firstDay = h.firstDay
            AND k.lastDay = h.lastDay)
        """

    static let columns: SQL<Void> = "\(TitledGathering.columns), \(ListedHoliday.columns), l.name, \(kept)"

    init(_ columns: inout Columns) throws {
        dated = try TitledGathering(&columns)
        listed = try ListedHoliday(&columns)
        (list, isKept) = (try columns.text(), try columns.bool())
    }

    /// Those of the next twelve months that are planned or skipped, in their order: walks `gathering_by_series`, then keys.
    static func all(of series: SeriesID, at now: Timestamp) -> SQL<DateOnHoliday> {
        """
        SELECT \(columns)
        FROM gathering e JOIN thread t ON t.id = e.threadId JOIN seriesHolidays f ON f.seriesId = e.seriesId
        JOIN holidayList l ON l.id = f.listId JOIN holiday h ON h.listId = l.id
        WHERE e.seriesId = \(series) AND e.startAt > \(now) AND e.startAt <= \(now + Limits.holidaysAhead) AND e.state <> 'cancelled'
            AND (h.firstDay <= \(day) AND h.lastDay >= \(day) OR h.firstDay <= \(occurrence) AND h.lastDay >= \(occurrence))
        ORDER BY e.startAt, e.threadId, h.firstDay, h.lastDay, l.name, l.id
        """
    }

    /// How many planned ones fall on a holiday and are still to be decided.
    static func count(of series: SeriesID, at now: Timestamp) -> SQL<Int> {
        """
        SELECT count(DISTINCT e.threadId)
        FROM gathering e JOIN seriesHolidays f ON f.seriesId = e.seriesId JOIN holiday h ON h.listId = f.listId
        WHERE e.seriesId = \(series) AND e.startAt > \(now) AND e.startAt <= \(now + Limits.holidaysAhead) AND e.state = 'planned'
            AND h.firstDay <= \(day) AND h.lastDay >= \(day) AND NOT \(kept)
        """
    }

    /// Whether it is on the holiday now.
    var isOnIt: Bool { listed.holiday.days.contains(gathering.wall.dayNumber) }
}

/// A date that falls on holidays nothing has been decided about, and what is proposed.
struct HolidayProposal: Sendable {
    let dated: TitledGathering
    /// Each with the name of its list.
    let holidays: [DateOnHoliday]
    /// To which day it can move, in days since 1970-01-01; nil if it can only be skipped.
    let day: Int?

    var gathering: Gathering { dated.gathering }
}

/// A date that a holiday is about and that was decided on.
struct DecidedDate: Sendable {
    enum Way: Sendable { case kept, skipped, moved }

    let dated: TitledGathering
    let holiday: DateOnHoliday
    let way: Way
}

/// What the dates of a series have to do with holidays.
struct SeriesHolidays: Sendable {
    let read: ReadSeries
    let proposals: [HolidayProposal]
    let decided: [DecidedDate]
    /// The names of the lists that it follows.
    let lists: [String]
    /// Whether there are any that it could follow.
    let areAny: Bool
    /// What those who come will be told, with a date that it is about.
    let note: (thread: ThreadID, note: WaitingNote)?

    /// - Throws: `Denial.missing`; what the policy says.
    static func load(_ id: SeriesID, _ reading: Reading) throws -> SeriesHolidays {
        let read = try Series.read(id, reading)
        if let denial = Policy.refusal(ChangeSeries.self, read.facts) { throw denial }
        let lists = try reading.all(HolidayList.followed(by: id))
        let rows = try lists.isEmpty ? [] : reading.all(DateOnHoliday.all(of: id, at: reading.now))
        let dates = Dictionary(grouping: rows, by: \.gathering.thread)
        let order = rows.map(\.gathering.thread).reduce(into: [ThreadID]()) { if $0.last != $1 { $0.append($1) } }
        let inOrder = order.compactMap { dates[$0] }
        return SeriesHolidays(
            read: read,
            proposals: try proposals(inOrder, lists.map(\.id), id, reading),
            decided: inOrder.compactMap(decided),
            lists: lists.map(\.name),
            areAny: try !lists.isEmpty || !reading.all(HolidayList.usable(in: read.series.community)).isEmpty,
            note: try note(of: id, reading)
        )
    }

    private static func proposals(
        _ dates: [[DateOnHoliday]],
        _ lists: [HolidayListID],
        _ series: SeriesID,
        _ reading: Reading
    ) throws -> [HolidayProposal] {
        let open = dates.map { $0.filter { $0.gathering.state == .planned && $0.isOnIt && !$0.isKept } }
            .filter { !$0.isEmpty }
        if open.isEmpty { return [] }
        var plan = HolidayPlan(
            holidays: try reading.all(ListedHoliday.of(lists)).map(\.holiday.days),
            days: try reading.all(planned(of: series, after: reading.now - .days(2))).map(\.wall.dayNumber)
        )
        return open.map { rows in
            let date = rows[0].dated, zone = Zones.stored(date.gathering.zone, orElse: "UTC")
            return HolidayProposal(dated: date, holidays: rows, day: plan.propose(date.gathering.wall, in: zone))
        }
    }

    /// Nil if it is not decided on, or has nothing to do with the holiday any more.
    private static func decided(_ rows: [DateOnHoliday]) -> DecidedDate? {
        let date = rows[0].dated, gathering = date.gathering
        if gathering.state == .skipped {
            return rows.first(where: \.isOnIt).map { DecidedDate(dated: date, holiday: $0, way: .skipped) }
        }
        if let kept = rows.first(where: { $0.isOnIt && $0.isKept }), rows.allSatisfy({ !$0.isOnIt || $0.isKept }) {
            return DecidedDate(dated: date, holiday: kept, way: .kept)
        }
        if rows.allSatisfy({ !$0.isOnIt }) { return DecidedDate(dated: date, holiday: rows[0], way: .moved) }
        return nil
    }

    /// Walks `gathering_by_series`.
    private static func planned(of series: SeriesID, after moment: Timestamp) -> SQL<Gathering> {
        """
        SELECT \(Gathering.columns) FROM gathering e
        WHERE e.seriesId = \(series) AND e.startAt > \(moment) AND e.state = 'planned'
        """
    }

    /// Of the first open sitting in which a date of the series was changed and is not as it was.
    private static func note(of series: SeriesID, _ reading: Reading) throws -> (thread: ThreadID, note: WaitingNote)? {
        for sitting in try reading.all(Sitting.open(with: series)) {
            let changed = try reading.all(ChangedDate.of(sitting.id))
            guard let date = changed.first(where: { $0.gathering.series == series && !$0.parts.isEmpty }) else {
                continue
            }
            let thread = date.gathering.thread
            if let note = try WaitingNote.of(thread, reading.db) { return (thread, note) }
        }
        return nil
    }
}

extension Sitting {
    /// Those in which dates of a series were changed: looks through all sittings, of which those of the last month are kept.
    fileprivate static func open(with series: SeriesID) -> SQL<Sitting> {
        """
        SELECT \(columns) FROM gatheringSitting s WHERE s.state = 'open' AND s.state <> 'told' AND EXISTS (
            SELECT 1 FROM gatheringChange c JOIN gathering e ON e.threadId = c.threadId
            WHERE c.sittingId = s.id AND e.seriesId = \(series)) ORDER BY s.id
        """
    }
}
