import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// The next dates, as readers are shown them without asking.
struct UpcomingGatherings: Sendable {
    /// The next one first.
    let dates: [ListedGathering]
    private static let shown = 2
    private static let ahead = Span.days(7)

    /// Those of the next days in all places of a member.
    static func ofMember(_ reading: Reading) throws -> UpcomingGatherings {
        UpcomingGatherings(dates: try reading.all(statement(reading)))
    }

    /// Those to come in a community or one of its groups, however far ahead; of a series the next one; none that is cancelled.
    static func of(_ community: CommunityID, _ group: GroupID?, _ reading: Reading) throws -> UpcomingGatherings {
        var query = GatheringListQuery.coming(at: reading.now)
        (query.community, query.group) = (community, group)
        (query.nextAt, query.isOfPlanned) = (reading.now, true)
        return UpcomingGatherings(dates: try reading.all(query.statement(reading, limit: shown)))
    }

    /// Not those that the member said no to; a cancelled one if they meant to come.
    ///
    /// Walks `gathering_by_start` over a week, then primary keys.
    private static func statement(_ reading: Reading) -> SQL<ListedGathering> {
        let now = reading.now, member = reading.viewer.member
        let own: SQL<Void> =
            "(SELECT o.answer FROM gatheringAnswer o WHERE o.threadId = e.threadId AND o.memberId = \(member))"
        return """
            WITH \(Visibility.places(reading.viewer, at: now))
            SELECT \(ListedGathering.columns(for: member))
            FROM gathering e CROSS JOIN thread t JOIN place ON \(Visibility.readable)
            JOIN community c ON c.id = t.communityId JOIN "group" g ON g.id = t.groupId
            LEFT JOIN follow f ON f.memberId = \(member) AND f.threadId = t.id
            LEFT JOIN groupFollow gf ON gf.memberId = \(member) AND gf.groupId = t.groupId
            WHERE e.startAt > \(GatheringListQuery.begins(ofComingAt: now)) AND e.startAt <= \(now + ahead) AND e.endAt > \(now)
                AND t.id = e.threadId AND NOT place.publicOnly AND \(Unread.level) <> 'muted'
                AND (e.state = 'planned' AND coalesce(\(own), '') <> 'no' OR e.state <> 'planned' AND \(own) <> 'no')
            ORDER BY e.startAt, e.threadId LIMIT \(shown)
            """
    }
}
