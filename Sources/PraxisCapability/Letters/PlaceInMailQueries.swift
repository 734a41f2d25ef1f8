import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
package import PraxisWords

/// Where the thing is that a mail is about, by ids alone.
package struct MailLocation: RowDecodable, Sendable {
    package let community: CommunityID
    /// Returns nil for what is of the whole community.
    package let group: GroupID?

    package init(community: CommunityID, group: GroupID?) { (self.community, self.group) = (community, group) }

    package static func columns(community: SQL<Void> = "communityId", group: SQL<Void> = "groupId") -> SQL<Void> {
        "\(community), \(group)"
    }

    package init(_ columns: inout Columns) throws { (community, group) = (try columns.id(), columns.optionalID()) }
}

/// A community or one of its groups as a mail may speak of it: the one place where it is decided which name, which address and which
/// typed words may leave.
///
/// Templates are given this instead of a name. Of a group that says no more than that there is something, and so of every confidential
/// one, it holds neither name nor address.
package struct PlaceInMail: RowDecodable, Hashable, Sendable {
    package let community: CommunityID
    package let communitySlug: String
    package let communityName: String
    /// Nil if it is the whole community.
    package let group: GroupID?
    /// The group's own name; if that may not leave, the one it chose for mails, or empty if it chose none.
    package let groupName: String
    /// Whether it is the group that everyone in the community belongs to.
    package let isCommons: Bool
    /// What is written there.
    package let language: Language
    /// How much of it may leave by mail: the stricter of what group and community say.
    package let detail: MailDetail
    /// Who reads what is written there; nil if its name may not leave.
    package let readers: Readers?
    /// Nil if it may not leave.
    private let groupSlug: String?

    package enum Readers: Sendable { case everyone, community, joined }

    package static let columns: SQL<Void> = """
        c.id, c.slug, c.name, g.id, g.slug, g.name, g.isCommons, g.kind, coalesce(cr.titlesOnly, \(false)), coalesce(gr.content, 'full'),
        coalesce(gr.neutralName, ''), coalesce(g.language, c.language), c.visibility, g.access
        """

    package init(_ columns: inout Columns) throws {
        community = try columns.id()
        communitySlug = try columns.text()
        communityName = try columns.text()
        group = columns.optionalID()
        let slug = columns.optionalText(), name = columns.optionalText()
        isCommons = columns.optionalInteger() == 1
        let kind = try columns.optionalWord(GroupKind.self), titlesOnly = try columns.bool()
        let content = try columns.word(MailDetail.self), neutralName = try columns.text()
        language = try columns.word()
        detail = MailDetailPlan.allowed(kind, ofGroup: content, titlesOnly: titlesOnly)
        let visibility = try columns.word(CommunityVisibility.self), access = try columns.optionalWord(GroupAccess.self)
        let isOfAll = kind.flatMap { kind in access.map(kind.isReadByAll) } ?? true
        readers = detail == .something ? nil : !isOfAll ? .joined : visibility == .public ? .everyone : .community
        groupSlug = detail == .something ? nil : slug
        groupName = detail == .something ? neutralName : name ?? ""
    }

    /// The place as mails may speak of it now, regardless of the reader: access is the template's own question.
    ///
    /// Walks the primary keys.
    package static func of(_ location: MailLocation, _ db: DB) throws -> PlaceInMail? {
        try db.first(
            """
            SELECT \(columns) FROM community c LEFT JOIN "group" g ON g.id = \(location.group) AND g.communityId = c.id
            LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
            WHERE c.id = \(location.community)
            """ as SQL<PlaceInMail>
        )
    }

    /// The same of several groups, which calendars speak of as mails do; in no order.
    package static func of(_ groups: [GroupID]) -> SQL<PlaceInMail> {
        """
        SELECT \(columns) FROM "group" g JOIN community c ON c.id = g.communityId
        LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
        WHERE g.id IN (\(list: groups))
        """
    }

    /// Whether mails say more of it than that there is something.
    package var isNamed: Bool { detail != .something }

    /// What a mail calls it within a sentence.
    package func name(_ words: Words) -> String {
        if group == nil { return communityName }
        return groupName.isEmpty ? words.common.aGroup() : groupName
    }

    /// The addresses below which it is found; nil if they would tell its name.
    package var paths: PlacePaths? {
        guard isNamed else { return nil }
        return PlacePaths(community: communitySlug, group: groupSlug)
    }

    /// What a member typed about the place or in it, if that may leave: only where whole posts do.
    package func quoting(_ typed: String) -> String? { detail == .full ? typed : nil }
}
