import PraxisCommunity
import PraxisDomain
import PraxisStore

/// How a community looks after its people.
struct Care: RowDecodable, Sendable {
    let heldPosts: Int
    let contact: MemberID?
    let crisis: String
    /// 0 where nobody has set anything yet.
    let version: Int

    init(_ columns: inout Columns) throws {
        (heldPosts, contact) = (try columns.int(), columns.optionalID())
        (crisis, version) = (try columns.text(), try columns.int())
    }

    static func of(_ community: CommunityID) -> SQL<Care> {
        """
        SELECT coalesce(care.heldPosts, 0), care.contactId, coalesce(care.crisis, ''), coalesce(care.version, 0)
        FROM community c LEFT JOIN communityCare care ON care.communityId = c.id WHERE c.id = \(community)
        """
    }
}

/// Somebody who could be the safeguarding contact.
struct PossibleContact: RowDecodable, Sendable {
    let id: MemberID
    let name: String

    init(_ columns: inout Columns) throws { (id, name) = (try columns.id(), try columns.text()) }

    /// Those with a role first, then by name; the first three hundred, and whoever is it now.
    static func all(in community: CommunityID, besides chosen: MemberID?, at now: Timestamp) -> SQL<PossibleContact> {
        """
        SELECT a.id, a.name FROM membership m JOIN member a ON a.id = m.memberId
        WHERE m.communityId = \(community) AND a.standing = 'active' AND m.role <> 'guest' AND \(Visibility.belongs(now))
        ORDER BY a.id <> coalesce(\(chosen), 0), m.role = 'member', a.nameFolded, a.id LIMIT 300
        """
    }
}
