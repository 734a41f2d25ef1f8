import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A date that a digest tells of, which its reader may read.
struct DigestGathering: RowDecodable, Sendable {
    let title: String
    let gathering: Gathering
    /// What the reader said, with their place on the waiting list.
    let own: GivenAnswer?
    /// When it was to begin before its time was changed since the digest before; nil if it was not.
    let movedFrom: Timestamp?
    let place: PlaceInMail

    private static func columns(for member: MemberID) -> SQL<Void> {
        """
        t.title, \(Gathering.columns), \(AnswerTally.columns(for: member)),
        CASE WHEN e.rescheduledAt > seat.since AND t.createdAt <= seat.since THEN e.movedFrom END, \(PlaceInMail.columns)
        """
    }

    init(_ columns: inout Columns) throws {
        title = try columns.text()
        gathering = try Gathering(&columns)
        own = try AnswerTally(&columns, capacity: gathering.capacity).own
        movedFrom = columns.optionalTime()
        place = try PlaceInMail(&columns)
    }

    /// Those that the digest before this one did not tell of as they are, the next one first.
    ///
    /// A date is told of when it is a week ahead, and again if its time is changed or it is cancelled then; of those further ahead,
    /// when it is planned: of a new series the first alone. Not of what its reader said no to, or does not want in the digest.
    static func load(_ scope: DigestScope) throws -> [DigestGathering] {
        try scope.reading.all(statement(scope, columns(for: scope.member)))
    }

    static func areAny(_ scope: DigestScope) throws -> Bool {
        try scope.reading.first(statement(scope, "1", limit: " LIMIT 1") as SQL<Int>) != nil
    }

    /// Walks `gathering_by_start` over a week and `gathering_by_change` over the range, then primary keys.
    private static func statement<Row>(_ scope: DigestScope, _ columns: SQL<Void>, limit: SQL<Void> = "") -> SQL<Row> {
        let reading = scope.reading, range = scope.range, end = range.clockTo + ahead
        // A first digest looks a week back, and so do places that are wanted weekly.
        let aWeekAgo = range.clockTo - ahead, isFirstDigest = range.clockSince == .distantPast
        let looked =
            isFirstDigest ? aWeekAgo : range.weeklySince == nil ? range.clockSince : min(range.clockSince, aWeekAgo)
        return """
            WITH \(Visibility.places(reading.viewer, at: reading.now)),
            seat (id, since) AS MATERIALIZED (
                SELECT place.id, \(range.clockSince(scope.member)) FROM place WHERE NOT place.publicOnly AND place.threadId IS NULL),
            near (threadId) AS (
                SELECT threadId FROM gathering WHERE startAt > \(range.clockTo) AND startAt <= \(end)
                UNION
                SELECT threadId FROM gathering WHERE rescheduledAt > \(looked) AND rescheduledAt <= \(range.clockTo))
            SELECT \(columns)
            FROM near CROSS JOIN gathering e CROSS JOIN thread t JOIN place ON \(Visibility.readable) JOIN seat ON seat.id = place.id
            JOIN "group" g ON g.id = t.groupId JOIN community c ON c.id = t.communityId
            LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
            LEFT JOIN follow f ON f.memberId = \(scope.member) AND f.threadId = t.id
            LEFT JOIN groupFollow gf ON gf.memberId = \(scope.member) AND gf.groupId = t.groupId
            WHERE e.threadId = near.threadId AND t.id = e.threadId AND seat.since IS NOT NULL AND \(Unread.level) <> 'muted'
                AND NOT EXISTS (SELECT 1 FROM gatheringAnswer r
                    WHERE r.threadId = e.threadId AND r.memberId = \(scope.member) AND r.answer = 'no')
                AND (\(isNews(range, until: end)))
            ORDER BY e.startAt, e.threadId\(limit)
            """
    }

    /// How far ahead a date is told of.
    private static let ahead = Span.days(7)

    private static func isNews(_ range: DigestRange, until end: Timestamp) -> SQL<Void> {
        let now = range.clockTo
        return """
            e.state = 'planned' AND e.startAt > \(now) AND e.startAt <= \(end) AND e.startAt > seat.since + \(ahead.milliseconds)
            OR e.rescheduledAt > seat.since AND e.rescheduledAt <= \(now) AND (
                (e.startAt > \(now) AND e.startAt <= \(end) OR e.movedFrom > \(now) AND e.movedFrom <= \(end))
                    AND (e.state = 'planned' OR t.createdAt <= seat.since)
                OR seat.since > 0 AND t.createdAt > seat.since AND e.state = 'planned' AND e.startAt > \(now) AND \(isFirst(now)))
            """
    }

    /// A date alone, or the first to come of a series that was planned in the range.
    private static func isFirst(_ now: Timestamp) -> SQL<Void> {
        """
        (e.seriesId IS NULL OR EXISTS (SELECT 1 FROM series s WHERE s.id = e.seriesId AND s.createdAt > seat.since)
            AND e.threadId = (SELECT n.threadId FROM gathering n WHERE n.seriesId = e.seriesId AND n.startAt > \(now)
                AND n.state = 'planned' ORDER BY n.startAt, n.threadId LIMIT 1))
        """
    }
}
