package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension Community {
    /// Joins a group, or asks to, as its access has it.
    ///
    /// Who has joined or asked already stays as they are.
    ///
    /// - Throws: `Denial.notAllowed` where one joins by invitation.
    package func join(_ group: GroupID, note: String, as viewer: Viewer) async throws -> Admission {
        let id = id
        return try await command { db in
            let facts = try Access.group(group, for: viewer, db.db, at: db.now)
            if facts.group?.part?.counting(at: db.now) != nil, Policy.refusal(.leaveGroup, facts) == nil {
                return .joined
            }
            let permit = try Policy.permit(JoinGroup.self, facts)
            let member = try permit.author()
            guard let access = facts.group?.access, access != .invite else { throw Denial.notAllowed }
            let note = try TypedText.checked(note, "note", Limits.noteScalars)
            if access == .request { return .asked(try db.ask(member, in: id, group: group, note: note)) }
            try db.setGroupMembership(member, of: group, in: id, Part(.member), by: member)
            return .joined
        }
    }

    /// Ends the viewer's own membership of a group; nothing where there is none.
    package func leave(_ group: GroupID, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try Access.group(group, for: viewer, db.db, at: db.now)
            guard facts.group?.part?.counting(at: db.now) != nil else { return }
            let permit = try Policy.permit(LeaveGroup.self, facts)
            let member = try permit.author()
            try db.run(
                "UPDATE groupMembership SET standing = \(WriteDB.afterLeaving) WHERE groupId = \(group) AND memberId = \(member)"
            )
            try db.journal(.left, community: id, group: group, subject: member.rawValue, actor: member)
        }
    }

    /// Gives somebody who has joined a group another role or standing.
    ///
    /// Standing `former` takes them out of it.
    ///
    /// - Throws: `Denial.missing` for whoever never joined or has left.
    package func setPart(
        of member: MemberID,
        in group: GroupID,
        role: Role,
        standing: Standing,
        as viewer: Viewer
    ) async throws {
        let id = id
        try await command { db in
            let facts = try Access.group(group, for: viewer, db.db, at: db.now)
            let permit = try Policy.permit(SetGroupRole.self, facts)
            let actor = try permit.author()
            guard let before = try db.groupPart(of: member, in: group), before.standing != .former else {
                throw Denial.missing
            }
            try db.run(
                """
                UPDATE groupMembership SET role = \(role), standing = \(standing),
                    until = CASE WHEN \(role == .guest) THEN until END
                WHERE groupId = \(group) AND memberId = \(member)
                """
            )
            let event: Event = standing == .former ? .left : .roleChanged
            try db.journal(event, community: id, group: group, subject: member.rawValue, actor: actor)
        }
    }
}

extension WriteDB {
    /// Whom a standing held back is not freed of it by leaving.
    fileprivate static let afterLeaving: SQL<Void> = "CASE WHEN standing = 'active' THEN 'former' ELSE 'suspended' END"

    /// Makes or changes a membership of a group.
    ///
    /// Who comes back has read everything so far, as a new one has.
    package func setGroupMembership(
        _ member: MemberID,
        of group: GroupID,
        in community: CommunityID,
        _ part: Part,
        joinedAt: Timestamp? = nil,
        readFrom: JournalNumber? = nil,
        by actor: MemberID? = nil
    ) throws {
        let place = try readFrom ?? db.journalNumber()
        let before = try groupPart(of: member, in: group)?.standing
        try run(
            """
            INSERT INTO groupMembership (groupId, memberId, role, standing, until, joinedAt, readFrom)
            VALUES (\(group), \(member), \(part.role), \(part.standing), \(part.until), \(joinedAt ?? now), \(place))
            ON CONFLICT (groupId, memberId) DO UPDATE SET role = excluded.role, standing = excluded.standing, until = excluded.until,
                joinedAt = CASE WHEN groupMembership.standing IN ('former', 'pending') THEN excluded.joinedAt
                    ELSE groupMembership.joinedAt END,
                readFrom = CASE WHEN groupMembership.standing IN ('former', 'pending') THEN excluded.readFrom
                    ELSE groupMembership.readFrom END
            """
        )
        let isNew = before == nil || before == .former || before == .pending
        let events: [Event] = !isNew ? [.roleChanged] : part.role.isShown ? [.joined, .roleChanged] : [.joined]
        for event in events {
            try journal(event, community: community, group: group, subject: member.rawValue, actor: actor ?? member)
        }
    }

    /// Ends what a member has joined in a community.
    func endGroupMemberships(of member: MemberID, in community: CommunityID) throws {
        try run(
            """
            UPDATE groupMembership SET standing = \(Self.afterLeaving)
            WHERE memberId = \(member) AND standing NOT IN ('former', 'suspended')
              AND groupId IN (SELECT id FROM "group" WHERE communityId = \(community))
            """
        )
    }

    func groupPart(of member: MemberID, in group: GroupID) throws -> Part? {
        try first(
            "SELECT role, standing, until FROM groupMembership WHERE groupId = \(group) AND memberId = \(member)"
                as SQL<PartRow>
        )?
        .part
    }
}
