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
    /// Whether there are notes of it that everyone is shown who reads it.
    let hasNotes: Bool

    struct Community: Sendable {
        let slug: String
        let name: String
    }

    struct Group: Sendable {
        let slug: String
        let name: String
        let isCommons: Bool
        let readers: GroupReaders

        static let columns: SQL<Void> = "g.slug, g.name, g.isCommons, g.kind, g.access"

        init(_ columns: inout Columns) throws {
            (slug, name) = (try columns.text(), try columns.text())
            isCommons = try columns.bool()
            readers = GroupReaders(try columns.word(), try columns.word())
        }
    }

    /// With the answer of the viewer, who is nil for a visitor.
    static func columns(for viewer: MemberID?) -> SQL<Void> {
        """
        \(Gathering.columns), t.title, c.slug, c.name, \(Group.columns), g.language, \(AnswerTally.columns(for: viewer)),
        (SELECT s.name FROM series s WHERE s.id = e.seriesId),
        EXISTS (SELECT 1 FROM post n WHERE n.threadId = e.threadId AND n.role = \(PostRole.notes) AND n.role <> 'discussion'
            AND n.state = 'published')
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
        hasNotes = try columns.bool()
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
    var filter = GatheringFilter()
    /// Whether the latest stands first.
    var isBackwards = false
    /// Where the page before ended.
    var after: GatheringCursor?
    /// Whether of each series there is the first alone that is not over at this moment, with those that the viewer comes to or might.
    var nextAt: Timestamp?
    /// Whether those that are cancelled are left out, too.
    var isOfPlanned = false

    static let farFuture = Timestamp(rawValue: 1 << 52)

    /// Those that are not over at a moment.
    static func coming(at now: Timestamp) -> GatheringListQuery {
        var query = GatheringListQuery()
        query.notOver(at: now)
        return query
    }

    mutating func notOver(at moment: Timestamp) {
        ends.after = moment
        begins.from = Self.begins(ofComingAt: moment)
    }

    /// Where an index is walked from to find what is not over: no date is longer.
    static func begins(ofComingAt moment: Timestamp) -> Timestamp {
        moment - .minutes(Int64(Limits.gatheringMinutes.upperBound))
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
        WHERE t.id = e.threadId AND e.state \(states) AND \(place) AND e.startAt >= \(begins.from) AND e.startAt < \(begins.before)
            AND e.endAt > \(ends.after) AND e.endAt <= \(ends.by)\(filter.condition)\(rest)\(next(for: reading.viewer.member))
        ORDER BY \(order) LIMIT \(limit)
        """
    }

    private var states: SQL<Void> { isOfPlanned ? "= 'planned'" : "<> 'skipped'" }

    private var order: SQL<Void> { isBackwards ? "e.startAt DESC, e.threadId DESC" : "e.startAt, e.threadId" }

    private var place: SQL<Void> {
        if let series { return "e.seriesId = \(series)" }
        if let group { return "t.groupId = \(group)" }
        if let community { return "t.communityId = \(community)" }
        return "NOT place.publicOnly"
    }

    private var rest: SQL<Void> {
        guard let after else { return "" }
        return isBackwards
            ? " AND (e.startAt, e.threadId) < (\(after.startAt), \(after.thread))"
            : " AND (e.startAt, e.threadId) > (\(after.startAt), \(after.thread))"
    }

    /// Walks `gathering_by_series` from the moment on, and the primary key of `gatheringAnswer`.
    private func next(for viewer: MemberID?) -> SQL<Void> {
        guard let nextAt else { return "" }
        return """
             AND (e.seriesId IS NULL OR e.threadId = (
                SELECT n.threadId FROM gathering n WHERE n.seriesId = e.seriesId AND n.startAt >= \(Self.begins(ofComingAt: nextAt))
                    AND n.endAt > \(nextAt) AND n.state \(states) ORDER BY n.startAt, n.threadId LIMIT 1)
                OR EXISTS (SELECT 1 FROM gatheringAnswer o
                    WHERE o.threadId = e.threadId AND o.memberId = \(viewer) AND o.answer <> 'no'))
            """
    }
}
