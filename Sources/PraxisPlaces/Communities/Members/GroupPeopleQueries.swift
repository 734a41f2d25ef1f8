import PraxisCommunity
import PraxisDomain
import PraxisStore

/// How many have joined a group, and who facilitates it, as its page and its door say it.
struct GroupPeople: Sendable {
    let count: Int
    /// By name, those who have this role in the group; empty for viewers who are not told.
    let facilitators: [Facilitator]
    /// How many more of them there are.
    let moreFacilitators: Int

    struct Facilitator: Sendable {
        let id: MemberID
        let name: String
    }

    /// So many are named; the page of the group's people tells of all.
    private static let shown = 12

    /// Nil for viewers who are told nothing of them.
    static func load(_ view: GroupView, _ reading: Reading) throws -> GroupPeople? {
        if !view.rights.seesHowMany { return nil }
        let rows = try reading.all(
            statement(view.group.id, namesFacilitators: view.rights.seesFacilitators, at: reading.now)
        )
        let facilitators = rows.compactMap(\.facilitator), all = rows.first?.facilitators ?? 0
        return GroupPeople(
            count: rows.first?.count ?? 0,
            facilitators: facilitators,
            moreFacilitators: all - facilitators.count
        )
    }

    /// Walks the primary key of `groupMembership` over the group, then primary keys.
    private static func statement(_ group: GroupID, namesFacilitators: Bool, at now: Timestamp) -> SQL<Row> {
        """
        SELECT \(Row.columns)
        FROM (SELECT count(*) AS people \(PlaceMember.joinedPeople(group, now, false))) AS n
        LEFT JOIN (SELECT a.id, a.name, a.nameFolded \(PlaceMember.joinedPeople(group, now, false))
            AND gm.role = 'facilitator' AND \(namesFacilitators)) AS f ON f.id > 0
        ORDER BY f.nameFolded, f.id LIMIT \(shown)
        """
    }

    /// A facilitator beside the number of all people; that alone if none is told.
    private struct Row: RowDecodable {
        let count: Int
        let facilitator: Facilitator?
        let facilitators: Int

        static let columns: SQL<Void> = "n.people, f.id, f.name, count(f.id) OVER ()"

        init(_ columns: inout Columns) throws {
            count = try columns.int()
            let id = columns.optionalID(Noun.Member.self), name = columns.optionalText()
            facilitator = id.flatMap { id in name.map { Facilitator(id: id, name: $0) } }
            facilitators = try columns.int()
        }
    }
}
