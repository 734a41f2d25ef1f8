import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A date as lists show it, with where it is.
struct ListedGathering: RowDecodable, Sendable {
    let gathering: Gathering
    let title: String
    let community: Community
    let group: Group
    /// What is written there.
    let language: Language
    let tally: AnswerTally
    /// The name of its series; nil for a date alone.
    let series: String?

    struct Community: Sendable {
        let slug: String
        let name: String
    }

    struct Group: Sendable {
        let slug: String
        let name: String
        let isCommons: Bool
        let isConfidential: Bool

        static let columns: SQL<Void> = "g.slug, g.name, g.isCommons, g.kind"

        init(_ columns: inout Columns) throws {
            (slug, name) = (try columns.text(), try columns.text())
            (isCommons, isConfidential) = (try columns.bool(), try columns.word(GroupKind.self).isConfidential)
        }
    }

    /// With the answer of the viewer, who is nil for a visitor.
    static func columns(for viewer: MemberID?) -> SQL<Void> {
        """
        \(Gathering.columns), t.title, c.slug, c.name, \(Group.columns), g.language, \(AnswerTally.columns(for: viewer)),
        (SELECT s.name FROM series s WHERE s.id = e.seriesId)
        """
    }

    init(_ columns: inout Columns) throws {
        gathering = try Gathering(&columns)
        title = try columns.text()
        community = Community(slug: try columns.text(), name: try columns.text())
        group = try Group(&columns)
        language = try columns.word()
        tally = try AnswerTally(&columns, capacity: gathering.capacity)
        series = columns.optionalText()
    }

    /// Walks primary keys.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID, for viewer: MemberID?) -> SQL<ListedGathering> {
        """
        SELECT \(columns(for: viewer))
        FROM gathering e JOIN thread t ON t.id = e.threadId JOIN community c ON c.id = t.communityId
        JOIN "group" g ON g.id = t.groupId WHERE e.threadId = \(thread)
        """
    }
}

/// Which dates, soonest first.
struct GatheringListQuery: Sendable {
    /// Nil for all communities that the reader belongs to.
    var community: CommunityID?
    var group: GroupID?
    var series: SeriesID?
    /// When they end: after the first and not after the second moment.
    var ends: (after: Timestamp, by: Timestamp) = (.distantPast, GatheringListQuery.farFuture)
    /// When they begin: not before the first, and before the second moment.
    var begins: (from: Timestamp, before: Timestamp) = (.distantPast, GatheringListQuery.farFuture)
    var after: GatheringCursor?

    static let farFuture = Timestamp(rawValue: 1 << 52)

    /// Those that are not over at a moment.
    static func coming(at now: Timestamp) -> GatheringListQuery {
        var query = GatheringListQuery()
        query.notOver(at: now)
        return query
    }

    mutating func notOver(at moment: Timestamp) {
        ends.after = moment
        // No date is longer, so that the index is walked from here.
        begins.from = moment - .minutes(Int64(Limits.gatheringMinutes.upperBound))
    }

    /// Walks `gathering_by_start`, then primary keys; never sorts.
    ///
    /// Those that are skipped stand in no list.
    func statement(_ reading: Reading, limit: Int) -> SQL<ListedGathering> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(ListedGathering.columns(for: reading.viewer.member))
        FROM gathering e CROSS JOIN thread t JOIN place ON \(Visibility.readable)
        JOIN community c ON c.id = t.communityId JOIN "group" g ON g.id = t.groupId
        WHERE t.id = e.threadId AND e.state <> 'skipped' AND \(place) AND e.startAt >= \(begins.from) AND e.startAt < \(begins.before)
            AND e.endAt > \(ends.after) AND e.endAt <= \(ends.by)\(rest)
        ORDER BY e.startAt, e.threadId LIMIT \(limit)
        """
    }

    private var place: SQL<Void> {
        if let series { return "e.seriesId = \(series)" }
        if let group { return "t.groupId = \(group)" }
        if let community { return "t.communityId = \(community)" }
        return "NOT place.publicOnly"
    }

    private var rest: SQL<Void> {
        after.map { " AND (e.startAt, e.threadId) > (\($0.startAt), \($0.thread))" } ?? ""
    }
}
