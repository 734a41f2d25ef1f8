import HTML
import Markdown
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A community as an administrator or an import gives it.
package struct NewCommunity: Sendable {
    package var slug: Slug
    package var name: String
    /// What the community cares about; "our shared concern" on its page.
    package var domain = ""
    package var visibility = CommunityVisibility.members
    package var joining = Joining.request
    package var language = Language.english
    /// The first version of its agreement, as Markdown; empty for none.
    package var agreement = ""
    /// The name of the group that takes threads without a group of their own; nil makes none (an import brings its own groups).
    package var commonsName: String?

    package init(slug: Slug, name: String) { (self.slug, self.name) = (slug, name) }
}

extension Site {
    /// Makes a community with its commons, the group for what concerns everyone; the site administrator who makes it becomes its first
    /// community manager.
    ///
    /// A taken slug gets a number.
    package func addCommunity(
        _ community: NewCommunity,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> CommunityID {
        try await command(once: key) { db in
            let permit = try Policy.permit(AddCommunity.self, try Access.site(viewer, db.db, at: db.now))
            let member = try permit.author()
            let made = try db.addAuditedCommunity(community, by: member)
            try db.setMembership(member, in: made, Part(.manager), by: member)
            return made
        }
    }
}

extension WriteDB {
    /// Makes a community and writes to the audit log; `actor` is nil for the administrator's command line.
    package func addAuditedCommunity(_ community: NewCommunity, by actor: MemberID?) throws -> CommunityID {
        let made = try addCommunity(community, by: actor)
        try audit(.communityAdded, by: actor, community: made, subject: made.subject)
        return made
    }

    /// The rows of a new community, for commands that make one among other things.
    package func addCommunity(_ community: NewCommunity, by actor: MemberID?) throws -> CommunityID {
        let slug = try freeSlug(community.slug) {
            try first("SELECT 1 FROM community WHERE slug = \($0)" as SQL<Int>) != nil
        }
        let id: CommunityID = try insert(
            """
            INSERT INTO community (slug, name, domain, visibility, joining, language, createdAt)
            VALUES (\(slug), \(community.name), \(community.domain), \(community.visibility), \(community.joining),
                    \(community.language), \(now)) RETURNING id
            """
        )
        try journal(.communityAdded, community: id, subject: id.subject, actor: actor)
        if !community.agreement.isEmpty { try addAgreement(community.agreement, to: id, by: actor) }
        if let name = community.commonsName {
            var commons = NewGroup(slug: Slug(from: name), name: name)
            commons.language = community.language
            commons.isCommons = true
            _ = try addGroup(commons, in: id, by: actor)
        }
        return id
    }

    /// The next version of a community's agreement; members are asked again and no one is locked out.
    package func addAgreement(_ body: String, to community: CommunityID, by author: MemberID?) throws {
        let version =
            try first(
                "SELECT coalesce(max(version), 0) + 1 FROM agreement WHERE communityId = \(community)" as SQL<Int>
            ) ?? 1
        try run(
            """
            INSERT INTO agreement (communityId, version, body, html, authorId, at)
            VALUES (\(community), \(version), \(body), \(Markdown.render(body).html.bytes), \(author), \(now))
            """
        )
        try run("UPDATE community SET agreementVersion = \(version) WHERE id = \(community)")
        // Members from before there was any agreement are asked, too, but can go on writing until they answer.
        try run(
            """
            UPDATE membership SET agreementVersion = \(Agreement.belongedBefore)
            WHERE communityId = \(community) AND agreementVersion = 0
            """
        )
        try journal(.communityChanged, community: community, subject: community.subject, actor: author)
    }

    /// The slug itself, or with the first number that makes it free.
    package func freeSlug(_ slug: Slug, isTaken: (String) throws -> Bool) throws -> String {
        var candidate = slug.text, number = 2
        while try isTaken(candidate) {
            candidate = slug.text.prefix(56) + "-" + String(number)
            number += 1
        }
        return candidate
    }
}
