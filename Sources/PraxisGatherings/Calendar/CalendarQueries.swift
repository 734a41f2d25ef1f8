import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// Which dates a calendar has.
enum CalendarScope: Sendable {
    /// Those of all places that its reader belongs to.
    case member
    case group(GroupID)
    case series(SeriesID)
}

/// The dates of a calendar as far as its reader may read them, with what decides how they are said.
struct CalendarContents: Sendable {
    let rows: [CalendarRow]
    let series: [Series]
    let rhythms: [SeriesID: [SeriesRhythmRow]]
    /// How often the dates of a series have been changed.
    let changes: [SeriesID: Int]
    let places: [GroupID: PlaceInMail]

    /// How long dates stay in calendars.
    private static let kept = Span.days(366)

    /// One statement for the dates, and four for what they have in common.
    static func load(_ scope: CalendarScope, _ reading: Reading) throws -> CalendarContents {
        let rows = try reading.all(CalendarRow.of(scope, from: reading.now - kept, reading))
        let series = Set(rows.compactMap(\.seriesAsWhole)).sorted { $0.rawValue < $1.rawValue }
        let groups = Set(rows.map(\.group)).sorted { $0.rawValue < $1.rawValue }
        return CalendarContents(
            rows: rows,
            series: try reading.all(Series.of(series)),
            rhythms: Dictionary(grouping: try reading.all(RhythmOfSeries.of(series)), by: \.series)
                .mapValues { $0.map(\.row) },
            changes: Dictionary(try reading.all(ChangesOfSeries.of(series)).map { ($0.series, $0.count) }) { $1 },
            places: Dictionary(
                try reading.all(PlaceInMail.of(groups)).compactMap { place in place.group.map { ($0, place) } }
            ) { $1 }
        )
    }
}

/// A date of a calendar.
struct CalendarRow: RowDecodable, Sendable {
    let dated: TitledGathering
    let group: GroupID
    /// Whether its reader is admitted to it alone, and not to its series.
    private let isAdmitted: Bool

    /// The series, if it is said as a whole.
    var seriesAsWhole: SeriesID? {
        isAdmitted || dated.gathering.occurrence == nil ? nil : dated.gathering.series
    }

    static let columns: SQL<Void> = "\(TitledGathering.columns), t.groupId, place.threadId IS NOT NULL"

    init(_ columns: inout Columns) throws {
        dated = try TitledGathering(&columns)
        (group, isAdmitted) = (try columns.id(), try columns.bool())
    }

    /// In an order that stays, skipped ones too: walks `gathering_by_start`, or `gathering_by_occurrence` for a series; never sorts.
    static func of(_ scope: CalendarScope, from begin: Timestamp, _ reading: Reading) -> SQL<CalendarRow> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(columns)
        FROM gathering e CROSS JOIN thread t JOIN place ON \(Visibility.readable)
        WHERE t.id = e.threadId AND \(condition(scope)) AND e.startAt >= \(begin)
        ORDER BY \(order(scope))
        """
    }

    private static func order(_ scope: CalendarScope) -> SQL<Void> {
        if case .series = scope { "e.occurrence" } else { "e.startAt, e.threadId" }
    }

    private static func condition(_ scope: CalendarScope) -> SQL<Void> {
        switch scope {
        case .member: "NOT place.publicOnly"
        case .group(let group): "t.groupId = \(group)"
        case .series(let series): "e.seriesId = \(series)"
        }
    }
}

extension Series {
    /// Walks the primary key.
    ///
    /// Precondition: the reader reads dates of them, and not by an admission.
    fileprivate static func of(_ ids: [SeriesID]) -> SQL<Series> {
        "SELECT \(columns) FROM series s WHERE s.id IN (\(list: ids)) ORDER BY s.id"
    }
}

private struct RhythmOfSeries: RowDecodable {
    let series: SeriesID
    let row: SeriesRhythmRow

    static let columns: SQL<Void> = "r.seriesId, \(SeriesRhythmRow.columns)"

    init(_ columns: inout Columns) throws { (series, row) = (try columns.id(), try SeriesRhythmRow(&columns)) }

    /// Walks the primary key.
    static func of(_ ids: [SeriesID]) -> SQL<RhythmOfSeries> {
        "SELECT \(columns) FROM seriesRhythm r WHERE r.seriesId IN (\(list: ids)) ORDER BY r.seriesId, r.fromStart"
    }
}

/// Dates of a series are never deleted and their versions only rise, and so does the sum of these.
private struct ChangesOfSeries: RowDecodable {
    let series: SeriesID
    let count: Int

    static let columns: SQL<Void> = "e.seriesId, sum(e.version - 1)"

    init(_ columns: inout Columns) throws { (series, count) = (try columns.id(), try columns.int()) }

    /// Walks `gathering_by_occurrence`.
    static func of(_ ids: [SeriesID]) -> SQL<ChangesOfSeries> {
        "SELECT \(columns) FROM gathering e WHERE e.seriesId IN (\(list: ids)) GROUP BY e.seriesId"
    }
}
