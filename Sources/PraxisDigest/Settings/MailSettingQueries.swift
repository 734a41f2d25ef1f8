package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A community as its reader's settings for mail name it, with the groups they read there.
package struct MailPlace: Sendable {
    package let id: CommunityID
    package let name: String
    package let level: MailLevel
    package let groups: [Group]

    package struct Group: Sendable {
        package let id: GroupID
        package let name: String
        /// Nil if it follows its community.
        package let level: MailLevel?
    }

    /// Walks the places of `viewer`, and the primary keys of what they chose.
    package static func all(_ reading: Reading) throws -> [MailPlace] {
        let member: SQL<Void> = "\(reading.viewer.member)"
        let rows = try reading.all(
            """
            WITH \(Visibility.places(reading.viewer, at: reading.now))
            SELECT \(MailPlaceRow.columns(for: member))
            FROM place JOIN "group" g ON g.id = place.id JOIN community c ON c.id = place.communityId
            WHERE NOT place.publicOnly AND place.threadId IS NULL ORDER BY c.name, c.id, g.position, g.id
            """ as SQL<MailPlaceRow>
        )
        var places: [MailPlace] = []
        for row in rows {
            let before = places.last?.id == row.id ? places.popLast()?.groups ?? [] : []
            places.append(MailPlace(id: row.id, name: row.name, level: row.level, groups: before + [row.group]))
        }
        return places
    }
}

private struct MailPlaceRow: RowDecodable {
    let id: CommunityID
    let name: String
    let level: MailLevel
    let group: MailPlace.Group

    static func columns(for member: SQL<Void>) -> SQL<Void> {
        let level = DigestSetting.level
        return """
            c.id, c.name, \(level.nearest(of: member, in: [Noun.Community.kind: "c.id"])), g.id, g.name,
            \(level.chosen(by: member, for: Noun.Group.kind, "g.id"))
            """
    }

    init(_ columns: inout Columns) throws {
        (id, name) = (try columns.id(), try columns.text())
        level = DigestSetting.level.value(try columns.text())
        group = MailPlace.Group(
            id: try columns.id(),
            name: try columns.text(),
            level: columns.optionalText().map { DigestSetting.level.value($0) }
        )
    }
}

/// What a place says may leave of it by mail.
package struct MailRule: RowDecodable, Sendable {
    package let titlesOnly: Bool
    package let detail: MailDetail
    package let neutralName: String

    static let columns: SQL<Void> = """
        coalesce(cr.titlesOnly, \(false)), coalesce(gr.content, 'full'), coalesce(gr.neutralName, '')
        """

    package init(_ columns: inout Columns) throws {
        titlesOnly = try columns.bool()
        detail = try columns.word()
        neutralName = try columns.text()
    }

    /// The rule of a community, and of one of its groups if one is named.
    package static func of(_ community: CommunityID, _ group: GroupID?, _ db: DB) throws -> MailRule? {
        try db.first(
            """
            SELECT \(columns)
            FROM community c LEFT JOIN communityMailRule cr ON cr.communityId = c.id
            LEFT JOIN groupMailRule gr ON gr.groupId = \(group) WHERE c.id = \(community)
            """ as SQL<MailRule>
        )
    }
}

/// A group whose rule a member looks at or changes.
struct RuledGroup: RowDecodable, Sendable {
    let id: GroupID
    let name: String
    let kind: GroupKind

    static let columns: SQL<Void> = "id, name, kind"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        name = try columns.text()
        kind = try columns.word()
    }

    static func of(_ id: GroupID?, _ db: DB) throws -> RuledGroup? {
        try db.first("SELECT \(columns) FROM \"group\" WHERE id = \(id)" as SQL<RuledGroup>)
    }
}
