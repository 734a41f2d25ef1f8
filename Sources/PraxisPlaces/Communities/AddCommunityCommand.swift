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
    /// Where its people are.
    package var region = ""
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
            let permit = try Policy.permit(AddCommunity.self, try Access.site(db.reading(as: viewer)))
            let member = try permit.author()
            let made = try db.insertCommunity(community)
            let mandate = try db.auditAdded(made, community, by: permit)
            try db.setMembership(member, in: made, Part(.manager), by: mandate)
            return made
        }
    }
}

extension WriteDB {
    /// Makes a community and writes to the audit log.
    package func addAuditedCommunity<A: AuditedAct & PlaceMakingAct>(
        _ community: NewCommunity,
        by permit: borrowing Permit<A>
    ) throws -> CommunityID {
        let made = try insertCommunity(community)
        _ = try auditAdded(made, community, by: permit)
        return made
    }

    fileprivate func auditAdded<A: AuditedAct & PlaceMakingAct>(
        _ made: CommunityID,
        _ community: NewCommunity,
        by permit: borrowing Permit<A>
    ) throws -> Mandate<A> {
        let place = Place(community: made)
        let mandate = try audit(.communityAdded, made.subject, in: place, by: permit)
        try equip(made, as: community, by: mandate)
        return mandate
    }

    /// The rows of a new community, for commands that make one among other things.
    package func addCommunity<A: PlaceMakingAct>(
        _ community: NewCommunity,
        by mandate: borrowing Mandate<A>
    ) throws -> CommunityID {
        let made = try insertCommunity(community)
        try equip(made, as: community, by: mandate)
        return made
    }

    fileprivate func insertCommunity(_ community: NewCommunity) throws -> CommunityID {
        let slug = try freeSlug(community.slug) {
            try first("SELECT 1 FROM community WHERE slug = \($0)" as SQL<Int>) != nil
        }
        return try insert(
            """
            INSERT INTO community (slug, name, domain, region, visibility, joining, language, createdAt)
            VALUES (\(slug), \(community.name), \(community.domain), \(community.region), \(community.visibility),
                    \(community.joining), \(community.language), \(now)) RETURNING id
            """
        )
    }

    /// Its first entry in the journal, its agreement and its commons.
    private func equip<A: PlaceMakingAct>(
        _ id: CommunityID,
        as community: NewCommunity,
        by mandate: borrowing Mandate<A>
    ) throws {
        let place = Place(community: id)
        try record(.communityAdded, id.subject, in: place, by: mandate)
        if !community.agreement.isEmpty { try addAgreement(community.agreement, to: id, by: mandate) }
        if let name = community.commonsName {
            var commons = NewGroup(slug: Slug(from: name), name: name)
            commons.language = community.language
            commons.isCommons = true
            _ = try addGroup(commons, in: id, by: mandate)
        }
    }

    /// The next version of a community's agreement; members are asked again and no one is locked out.
    package func addAgreement<A: PlaceChangingAct>(
        _ body: String,
        to community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws {
        let version =
            try first(
                "SELECT coalesce(max(version), 0) + 1 FROM agreement WHERE communityId = \(community)" as SQL<Int>
            ) ?? 1
        try run(
            """
            INSERT INTO agreement (communityId, version, body, html, authorId, at)
            VALUES (\(community), \(version), \(body), \(Markdown.render(body).html.bytes), \(mandate.actor), \(now))
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
        let place = Place(community: community)
        try record(.communityChanged, community.subject, in: place, by: mandate)
    }

    /// The slug itself, or with the first number that makes it free.
    func freeSlug(_ slug: Slug, isTaken: (String) throws -> Bool) throws -> String {
        var candidate = slug.text, number = 2
        while try isTaken(candidate) {
            candidate = slug.text.prefix(56) + "-" + String(number)
            number += 1
        }
        return candidate
    }
}
