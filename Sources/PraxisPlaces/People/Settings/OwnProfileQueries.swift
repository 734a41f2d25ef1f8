import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

/// What a member reads about themselves: `GET /me`.
struct OwnProfile: JSONObject {
    let id: String
    let name: String
    let email: String
    let language: Language
    let timeZone: String
    let communities: [OwnCommunity]

    static let shape = JSONShape<OwnProfile>(
        "Member",
        [
            .field("id", .id, \.id),
            .field("name", .string(Limits.nameScalars), \.name),
            .field("email", .string(), \.email),
            .field("language", .word(Language.self), \.language),
            .field("timeZone", .string(), \.timeZone),
            .field("communities", .list(OwnCommunity.schema), \.communities),
        ]
    )

    /// Two statements in one snapshot, along `member`'s primary key and `membership_by_member`.
    /// - Throws: `Denial.signedOut` if the account is gone.
    static func of(_ member: MemberID, _ env: Environment, at now: Timestamp) async throws -> OwnProfile {
        try await env.store.read { db in
            let row = try db.first(
                "SELECT \(ProfileRow.columns) FROM member WHERE id = \(member)" as SQL<ProfileRow>
            )
            guard let row else { throw Denial.signedOut }
            return OwnProfile(
                id: member.description,
                name: row.name,
                email: row.email,
                language: row.language,
                timeZone: row.timeZone,
                communities: try OwnCommunity.all(of: member, db, at: now)
            )
        }
    }
}

/// A community that a member belongs to.
struct OwnCommunity: JSONObject, RowDecodable {
    let slug: String
    let name: String
    let role: Role

    static let shape = JSONShape<OwnCommunity>([
        .field("slug", .string(), \.slug), .field("name", .string(), \.name), .field("role", .word(Role.self), \.role),
    ])

    static let columns: SQL<Void> = "c.slug, c.name, m.role"

    init(_ columns: inout Columns) throws {
        slug = try columns.text()
        name = try columns.text()
        role = try columns.word()
    }

    /// By name.
    fileprivate static func all(of member: MemberID, _ db: DB, at now: Timestamp) throws -> [OwnCommunity] {
        try db.all(
            """
            SELECT \(columns) FROM membership m JOIN community c ON c.id = m.communityId
            WHERE m.memberId = \(member) AND \(Visibility.belongs(now)) ORDER BY c.name, c.id
            """ as SQL<OwnCommunity>
        )
    }
}

private struct ProfileRow: RowDecodable {
    let name: String
    let email: String
    let language: Language
    let timeZone: String

    static let columns: SQL<Void> = "name, email, language, timeZone"

    init(_ columns: inout Columns) throws {
        (name, email) = (try columns.text(), try columns.text())
        (language, timeZone) = (try columns.word(), try columns.text())
    }
}
