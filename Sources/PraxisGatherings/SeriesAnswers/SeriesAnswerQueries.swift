import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What a member said of coming to a series.
struct SeriesAnswer: RowDecodable, Sendable {
    let answer: GatheringAnswer
    let turn: Int64

    static let columns: SQL<Void> = "answer, turn"

    init(_ columns: inout Columns) throws { (answer, turn) = (try columns.word(), try columns.integer()) }

    /// Walks the primary key.
    static func of(_ member: MemberID?, to series: SeriesID) -> SQL<SeriesAnswer> {
        "SELECT \(columns) FROM seriesAnswer WHERE seriesId = \(series) AND memberId = \(member)"
    }

    /// The turn of the next answer to a series, as a value in a statement: walks `seriesAnswer_by_turn`.
    static func nextTurn(_ series: SeriesID) -> SQL<Void> {
        "(SELECT coalesce(max(turn), 0) + 1 FROM seriesAnswer WHERE seriesId = \(series))"
    }
}

extension Gathering {
    /// Those of a series that are planned and not over, the next one first: walks `gathering_by_series`.
    static func toCome(of series: SeriesID, at now: Timestamp) -> SQL<Gathering> {
        """
        SELECT \(columns) FROM gathering e
        WHERE e.seriesId = \(series) AND e.startAt > \(GatheringListQuery.begins(ofComingAt: now)) AND e.endAt > \(now)
            AND e.state = \(GatheringState.planned)
        ORDER BY e.startAt, e.threadId
        """
    }
}

extension SeriesAnswer {
    /// The dates to come that a member's answer to a series holds for, the next one first: walks `gathering_by_series`.
    static func held(by member: MemberID?, to series: SeriesID, at now: Timestamp) -> SQL<ThreadID> {
        """
        SELECT e.threadId FROM gathering e JOIN gatheringAnswer r ON r.threadId = e.threadId AND r.memberId = \(member)
        WHERE e.seriesId = \(series) AND e.startAt > \(GatheringListQuery.begins(ofComingAt: now)) AND e.endAt > \(now)
            AND e.state = \(GatheringState.planned) AND r.isOfSeries
        ORDER BY e.startAt, e.threadId
        """
    }
}

extension MailLocation {
    /// The group of the series that a mail is about: walks the primary key.
    static func ofSeries(_ about: MailMatter, _ db: DB) throws -> MailLocation? {
        guard let series = about.subject?.id(as: Noun.Series.self) else { return nil }
        return try db.first(
            "SELECT \(columns()) FROM series WHERE id = \(series)" as SQL<MailLocation>
        )
    }
}
