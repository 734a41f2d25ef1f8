package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Gives a member of the community another role or standing.
    ///
    /// Standing `former` ends the membership. Silencing and suspending have a command of their own: see `restrict`.
    ///
    /// - Throws: `Denial.input` if the community would be left without a manager or the standing is not assignable here, `.missing`
    ///   for anyone who never belonged or has left.
    package func setPart(of member: MemberID, role: Role, standing: Standing, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.community(id, db.reading(as: viewer))
            let permit = try Policy.permit(SetCommunityRole.self, facts)
            try db.expireStanding(of: member, in: id)
            guard let before = try db.part(of: member, in: id), before.standing != .former else { throw Denial.missing }
            try StandingPlan.checkGiven(standing, after: before.standing)
            try db.givePart(before.changed(to: role, standing), to: member, in: id, by: permit)
        }
    }
}

extension Site {
    /// Sets a membership of a community or, with `group` given, of one of its groups, for the administrator of the machine.
    ///
    /// Idempotent: a second run changes nothing. Anyone who is made a member of a group belongs to its community, too; a guest of a
    /// group does not.
    ///
    /// - Throws: `Denial.input` naming `member`, `community`, `group` or `role`, the first that is unknown; `role` also where the
    ///   community would be left without a manager.
    package func setMembership(
        of email: EmailAddress,
        community slug: String,
        group: String?,
        role: Role
    ) async throws -> MemberID {
        try await command { db in
            let member = try db.member(at: email)
            let community = try db.first("SELECT id FROM community WHERE slug = \(slug)" as SQL<CommunityID>)
            guard let community else {
                throw Denial.unknown("community", try db.all("SELECT slug FROM community ORDER BY slug LIMIT 20"))
            }
            if let group {
                try db.giveGroupPart(to: member, group, in: community, role)
            } else {
                try db.givePart(Part(role), to: member, in: community, by: Permit.administrator())
            }
            return member
        }
    }
}

extension WriteDB {
    /// Sets a member's role and standing in a community: the common part of a manager's page, for members, and of the administrator's
    /// command line, for anyone.
    ///
    /// Ends the sessions of anyone who gains rights over others, closes their request to join, lets what a newcomer posts appear at
    /// once, and writes the audit log.
    ///
    /// - Throws: `Denial.input` naming `role` if the community would be left without a manager.
    func givePart<A: AuditedAct & JoiningAct & LeavingAct & SessionEndingAct>(
        _ part: Part,
        to member: MemberID,
        in community: CommunityID,
        by permit: borrowing Permit<A>
    ) throws {
        let before = try self.part(of: member, in: community)
        if part.role != .manager || part.standing != .active { try checkOtherManager(than: member, in: community) }
        let place = Place(community: community)
        if permit.viewer.member == nil || before?.role != part.role { try vouch(for: member, in: community) }
        guard let mandate = try audit(parts: (before, part), of: member, in: place, by: permit) else { return }
        if part.standing == .former { try endMembership(of: member, in: community, by: mandate) }
        if mandate.actor == nil {
            try setMembership(member, in: community, part, by: mandate)
        } else {
            try changePart(to: part, of: member, in: community, by: mandate)
        }
        if part.role.isPrivileged, before?.counting(at: now)?.role.isPrivileged != true {
            try endSessions(of: member, by: mandate)
        }
    }

    /// A change of a membership that there is: a guest's end and a silence's stay as they were.
    private func changePart<A: JoiningAct>(
        to part: Part,
        of member: MemberID,
        in community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws {
        try run(
            """
            UPDATE membership SET role = \(part.role), standing = \(part.standing),
                until = CASE WHEN \(part.role == .guest) THEN until END,
                standingUntil = CASE WHEN \(part.standing != .former) THEN standingUntil END
            WHERE communityId = \(community) AND memberId = \(member)
            """
        )
        if part.role != .guest { try closeRequest(of: member, to: nil, in: community, accepting: true, by: mandate) }
        try record(.roleChanged, member.subject, by: mandate)
    }
}

extension WriteDB {
    /// Writes to the audit log how a member's role and standing change.
    /// - Returns: nil if neither does: then there is nothing to do.
    func audit<A: AuditedAct>(
        parts: (before: Part?, after: Part),
        of member: MemberID,
        in place: Place,
        by permit: borrowing Permit<A>
    ) throws -> Mandate<A>? {
        let (before, after) = parts
        var mandate: Mandate<A>?
        if before?.role != after.role || before?.until != after.until {
            let detail = [before?.role, after.role].compactMap { $0?.rawValue }
            mandate = try audit(.roleChanged, member.subject, detail: detail, in: place, by: permit)
        }
        if let before, before.standing != after.standing {
            let detail = [before.standing.rawValue, after.standing.rawValue]
            mandate = try audit(.standingChanged, member.subject, detail: detail, in: place, by: permit)
        }
        return mandate
    }
}

extension Part {
    /// The part that a manager or facilitator makes of this one: a guest's end stays as it was.
    func changed(to role: Role, _ standing: Standing) -> Part {
        Part(role, standing, until: role == .guest ? until : nil)
    }
}

extension Role {
    /// Anyone who gets such a role signs in again: a token that was taken before is worth no more than it was then.
    fileprivate var isPrivileged: Bool { self == .manager || self == .moderator }
}

extension WriteDB {
    fileprivate func giveGroupPart(
        to member: MemberID,
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
            try givePart(Part(.member), to: member, in: community, by: Permit.administrator())
        }
        try vouch(for: member, in: community)
        try givePart(Part(role), to: member, of: group, in: community, by: Permit.administrator())
    }
}

extension Denial {
    fileprivate static func unknown(_ field: String, _ known: [String]) -> Denial {
        .input([FieldError(field, .notAChoice(known))])
    }
}
