package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A group as a community manager or an import gives it.
package struct NewGroup: Sendable {
    package var slug: Slug
    package var name: String
    package var purpose = ""
    /// Whom to ask about it, in words.
    package var contact = ""
    package var kind = GroupKind.topic
    package var access = GroupAccess.open
    package var isListed = true
    package var isCommons = false
    package var language = Language.english
    package var position = 0
    /// Days in which a post can be edited.
    package var editDays = Limits.usualEditDays

    package init(slug: Slug, name: String) { (self.slug, self.name) = (slug, name) }
}

extension Community {
    /// Makes a group.
    ///
    /// Its maker joins it as its facilitator. A taken slug gets a number.
    package func addGroup(_ group: NewGroup, as viewer: Viewer, once key: OnceKey? = nil) async throws -> GroupID {
        let id = id
        return try await command(once: key) { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            let permit = try Policy.permit(AddGroup.self, facts)
            let made = try db.insertGroup(group, in: id)
            let place = Place(community: id, group: made)
            let mandate = try db.audit(.groupAdded, made.subject, in: place, by: permit)
            try db.record(.groupAdded, made.subject, in: place, by: mandate)
            try db.setGroupMembership(permit.author(), of: made, in: id, Part(.facilitator), by: mandate)
            return made
        }
    }
}

extension WriteDB {
    /// A group without members, for commands that make one among other things.
    package func addGroup<A: PlaceMakingAct>(
        _ group: NewGroup,
        in community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws -> GroupID {
        let made = try insertGroup(group, in: community)
        let place = Place(community: community, group: made)
        try record(.groupAdded, made.subject, in: place, by: mandate)
        return made
    }

    fileprivate func insertGroup(_ group: NewGroup, in community: CommunityID) throws -> GroupID {
        let slug = try freeSlug(group.slug) {
            try first("SELECT 1 FROM \"group\" WHERE communityId = \(community) AND slug = \($0)" as SQL<Int>) != nil
        }
        return try insert(
            """
            INSERT INTO "group" (communityId, slug, name, nameFolded, purpose, contact, kind, access, isListed, isCommons, language,
                position, editDays, createdAt)
            VALUES (\(community), \(slug), \(group.name), \(TypedText.folded(group.name)), \(group.purpose), \(group.contact), \(group.kind), \(group.access),
                    \(group.isListed), \(group.isCommons), \(group.language), \(group.position),
                    \(group.editDays), \(now)) RETURNING id
            """
        )
    }
}
