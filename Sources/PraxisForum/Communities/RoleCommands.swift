package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Gives a member of the community another role or standing.
    ///
    /// Standing `former` ends the membership.
    ///
    /// - Throws: `Denial.input` where the community would be left without a manager, `.missing` for whoever never belonged or has left.
    package func setPart(of member: MemberID, role: Role, standing: Standing, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, for: viewer, db.db, at: db.now)
            let permit = try Policy.permit(SetCommunityRole.self, facts)
            let actor = try permit.author()
            guard let before = try db.part(of: member, in: id), before.standing != .former else { throw Denial.missing }
            if role != .manager || standing != .active { try db.checkOtherManager(than: member, in: id) }
            if standing == .former || standing == .suspended { try db.endMembership(of: member, in: id, by: actor) }
            try db.run(
                """
                UPDATE membership SET role = \(role), standing = \(standing), until = CASE WHEN \(role == .guest) THEN until END
                WHERE communityId = \(id) AND memberId = \(member)
                """
            )
            if role.isPrivileged, !before.role.isPrivileged { try db.endSessions(of: member, by: actor) }
            try db.journal(.roleChanged, community: id, subject: member.rawValue, actor: actor)
        }
    }
}

extension Role {
    /// Whoever gets such a role signs in again: a token that was taken before is worth no more than it was then.
    fileprivate var isPrivileged: Bool { self == .manager || self == .moderator }
}

extension Site {
    /// Sets a membership of a community or, with `group` given, of one of its groups, as the administrator of the
    /// machine says: a second run changes nothing.
    ///
    /// Whoever is made a member of a group belongs to its community, too; a guest of a group does not.
    ///
    /// - Throws: `Denial.input` naming `member`, `community`, `group` or `role`, whichever is unknown.
    package func setMembership(
        of email: EmailAddress,
        community slug: String,
        group: String? = nil,
        role: Role
    ) async throws -> MemberID {
        try await command { db in
            let member = try db.first("SELECT id FROM member WHERE email = \(email.text)" as SQL<MemberID>)
            guard let member else { throw Denial.input([FieldError("member", .unknownMember)]) }
            let community = try db.first("SELECT id FROM community WHERE slug = \(slug)" as SQL<CommunityID>)
            guard let community else {
                throw Denial.unknown("community", try db.all("SELECT slug FROM community ORDER BY slug LIMIT 20"))
            }
            guard let group else {
                if role != .manager { try db.checkOtherManager(than: member, in: community) }
                let before = try db.part(of: member, in: community)?.counting(at: db.now)
                try db.setMembership(member, in: community, Part(role))
                if role.isPrivileged, before?.role.isPrivileged != true { try db.endSessions(of: member) }
                return member
            }
            try db.setGroupMembership(of: member, group, in: community, role)
            return member
        }
    }
}

extension WriteDB {
    fileprivate func setGroupMembership(
        of member: MemberID,
        _ slug: String,
        in community: CommunityID,
        _ role: Role
    ) throws {
        let roles: [Role] = [.guest, .member, .facilitator]
        guard roles.contains(role) else { throw Denial.unknown("role", roles.map(\.rawValue)) }
        let group = try first(
            "SELECT id FROM \"group\" WHERE communityId = \(community) AND slug = \(slug)" as SQL<GroupID>
        )
        guard let group else {
            throw Denial.unknown(
                "group",
                try all("SELECT slug FROM \"group\" WHERE communityId = \(community) ORDER BY slug LIMIT 20")
            )
        }
        if role != .guest, try part(of: member, in: community)?.counting(at: now) == nil {
            try setMembership(member, in: community, Part(.member))
        }
        try setGroupMembership(member, of: group, in: community, Part(role))
    }
}

extension Denial {
    fileprivate static func unknown(_ field: String, _ known: [String]) -> Denial {
        .input([FieldError(field, .notAChoice(known))])
    }
}
