package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Gives a member of the community another role or standing.
    ///
    /// Standing `former` ends the membership. Silencing and suspending have a command of their own: see `restrict`.
    ///
    /// - Throws: `Denial.input` where the community would be left without a manager or the standing is none that is given here, `.missing`
    ///   for whoever never belonged or has left.
    package func setPart(of member: MemberID, role: Role, standing: Standing, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, for: viewer, db.db, at: db.now)
            let permit = try Policy.permit(SetCommunityRole.self, facts)
            let actor = try permit.author()
            try db.settleStanding(of: member, in: id)
            guard let before = try db.part(of: member, in: id), before.standing != .former else { throw Denial.missing }
            try StandingPlan.checkGiven(standing, after: before.standing)
            if role != .manager || standing != .active { try db.checkOtherManager(than: member, in: id) }
            if standing == .former { try db.endMembership(of: member, in: id, by: actor) }
            try db.run(
                """
                UPDATE membership SET role = \(role), standing = \(standing), until = CASE WHEN \(role == .guest) THEN until END,
                    standingUntil = CASE WHEN \(standing != .former) THEN standingUntil END
                WHERE communityId = \(id) AND memberId = \(member)
                """
            )
            if role.isPrivileged, !before.role.isPrivileged { try db.endSessions(of: member, by: actor) }
            try db.journal(.roleChanged, community: id, subject: member.rawValue, actor: actor)
            try db.audit(parts: (before, Part(role, standing)), of: member, at: facts.place, by: actor)
        }
    }
}

extension WriteDB {
    /// Says in the audit log what somebody was and is, as far as that differs.
    func audit(parts: (before: Part?, after: Part), of member: MemberID, at place: Place, by actor: MemberID?) throws {
        let (before, after) = parts
        if before?.role != after.role {
            let roles = [before?.role, after.role].compactMap { $0?.rawValue }
            try audit(.roleChanged, at: place, by: actor, subject: member.rawValue, detail: roles)
        }
        if let before, before.standing != after.standing {
            let standings = [before.standing.rawValue, after.standing.rawValue]
            try audit(.standingChanged, at: place, by: actor, subject: member.rawValue, detail: standings)
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
                try db.setAuditedMembership(member, in: community, Part(role))
                try db.vouch(for: member, in: community)
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
            try setAuditedMembership(member, in: community, Part(.member))
        }
        try vouch(for: member, in: community)
        try setAuditedMembership(member, of: group, in: community, Part(role))
    }
}

extension WriteDB {
    /// Sets a membership for the administrator's command line, which the audit log knows as nobody.
    package func setAuditedMembership(_ member: MemberID, in community: CommunityID, _ part: Part) throws {
        let before = try self.part(of: member, in: community)
        try setMembership(member, in: community, part)
        let place = Place(community: community, group: nil, thread: nil)
        try audit(parts: (before, part), of: member, at: place, by: nil)
    }

    /// The same for a membership of a group.
    package func setAuditedMembership(
        _ member: MemberID,
        of group: GroupID,
        in community: CommunityID,
        _ part: Part
    ) throws {
        let before = try groupPart(of: member, in: group)
        try setGroupMembership(member, of: group, in: community, part)
        let place = Place(community: community, group: group, thread: nil)
        try audit(parts: (before, part), of: member, at: place, by: nil)
    }
}

extension Denial {
    fileprivate static func unknown(_ field: String, _ known: [String]) -> Denial {
        .input([FieldError(field, .notAChoice(known))])
    }
}
