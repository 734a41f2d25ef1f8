import PraxisCommunity
import PraxisDomain
import PraxisStore

/// How a community looks after its people.
struct Care: RowDecodable, Sendable {
    let heldPosts: Int
    let contact: MemberID?
    let crisis: String
    /// 0 if nothing has been set yet.
    let version: Int

    static let columns: SQL<Void> = """
        coalesce(care.heldPosts, 0), care.contactId, coalesce(care.crisis, ''), coalesce(care.version, 0)
        """

    init(_ columns: inout Columns) throws {
        (heldPosts, contact) = (try columns.int(), columns.optionalID())
        (crisis, version) = (try columns.text(), try columns.int())
    }

    static func of(_ community: CommunityID) -> SQL<Care> {
        """
        SELECT \(columns)
        FROM community c LEFT JOIN communityCare care ON care.communityId = c.id WHERE c.id = \(community)
        """
    }
}

/// A member who could be the safeguarding contact.
struct PossibleContact: RowDecodable, Sendable {
    let id: MemberID
    let name: String
    /// Whether it is who was looked for.
    let isFound: Bool

    static func columns(isFound: SQL<Void>) -> SQL<Void> { "a.id, a.name, \(isFound)" }

    init(_ columns: inout Columns) throws {
        (id, name) = (try columns.id(), try columns.text())
        isFound = try columns.bool()
    }

    /// The one who is chosen, members whose name holds `text`, and everyone with a role in the community or one of its groups; in that
    /// order, each by name, at most a hundred.
    static func all(
        in community: CommunityID,
        besides chosen: MemberID?,
        named text: String,
        at now: Timestamp
    ) -> SQL<PossibleContact> {
        let found: SQL<Void> = text.isEmpty ? "false" : SQL.holds("a.nameFolded", TypedText.folded(text))
        return """
            SELECT \(Self.columns(isFound: found)) FROM membership m JOIN member a ON a.id = m.memberId
            WHERE m.communityId = \(community) AND a.standing = 'active' AND m.role <> 'guest' AND \(Visibility.belongs(now))
              AND (a.id = coalesce(\(chosen), 0) OR \(found) OR m.role <> 'member' OR EXISTS (SELECT 1 FROM groupMembership gm
                  JOIN "group" g ON g.id = gm.groupId WHERE gm.memberId = a.id AND g.communityId = \(community)
                  AND gm.role = 'facilitator' AND \(Visibility.groupStanding(at: now)) = 'active'))
            ORDER BY a.id <> coalesce(\(chosen), 0), NOT \(found), m.role = 'member', a.nameFolded, a.id LIMIT 100
            """
    }
}
