package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension Community {
    /// Joins a group, or asks to, as its access has it.
    ///
    /// Changes nothing for those who have joined or asked already.
    ///
    /// - Throws: `Denial.notAllowed` if members join by invitation only.
    package func join(_ group: GroupID, note: String, as viewer: Viewer) async throws -> JoinOutcome {
        let id = id
        return try await command { db in
            let facts = try db.facts(of: group, for: viewer)
            if facts.group?.part?.counting(at: db.now) != nil, Policy.allows(LeaveGroup.self, facts) {
                return .joined
            }
            let permit = try Policy.permit(JoinGroup.self, facts)
            let member = try permit.author()
            guard let access = facts.group?.access, access != .invite else { throw Denial.notAllowed }
            let note = try TypedText.checked(note, "note", Limits.noteScalars)
            if access == .request { return .asked(try db.ask(in: id, group: group, note: note, by: permit)) }
            try db.setGroupMembership(member, of: group, in: id, Part(.member), by: permit.mandate)
            return .joined
        }
    }

    /// Ends the viewer's own membership of a group, or withdraws their request to join; does nothing if there is neither.
    package func leave(_ group: GroupID, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try db.facts(of: group, for: viewer)
            guard facts.group?.part?.counting(at: db.now) != nil else {
                try db.withdrawRequest(of: facts.viewer, to: group, in: id)
                return
            }
            let permit = try Policy.permit(LeaveGroup.self, facts)
            let member = try permit.author()
            try db.endGroupMembership(of: member, in: group, of: id, by: permit.mandate)
        }
    }

    /// Gives a member of a group another role or standing.
    ///
    /// Standing `former` takes them out of it. Silencing and suspending have a command of their own: see `restrict`.
    ///
    /// - Throws: `Denial.missing` for those who never joined or have left; `.input` for a standing that is not assignable here.
    package func setPart(
        of member: MemberID,
        in group: GroupID,
        role: Role,
        standing: Standing,
        as viewer: Viewer
    ) async throws {
        let id = id
        try await command { db in
            let facts = try db.facts(of: group, for: viewer)
            let permit = try Policy.permit(SetGroupRole.self, facts)
            try db.expireStanding(of: member, in: group)
            guard let before = try db.groupPart(of: member, in: group), before.standing != .former else {
                throw Denial.missing
            }
            try StandingPlan.checkGiven(standing, after: before.standing)
            try db.givePart(before.changed(to: role, standing), to: member, of: group, in: id, by: permit)
        }
    }
}

extension WriteDB {
    /// Sets a member's role and standing in a group: the common part of a facilitator's page, for those who have joined, and of the
    /// administrator's command line, for anyone.
    ///
    /// Closes their request to join it, and writes the audit log.
    func givePart<A: AuditedAct & JoiningAct & LeavingAct>(
        _ part: Part,
        to member: MemberID,
        of group: GroupID,
        in community: CommunityID,
        by permit: borrowing Permit<A>
    ) throws {
        let before = try groupPart(of: member, in: group)
        let place = Place(community: community, group: group)
        guard let mandate = try audit(parts: (before, part), of: member, in: place, by: permit) else { return }
        if mandate.actor == nil {
            try setGroupMembership(member, of: group, in: community, part, by: mandate)
        } else {
            try changePart(to: part, of: member, in: group, of: community, by: mandate)
        }
    }

    /// A change of a membership that there is: a guest's end and a silence's stay as they were.
    private func changePart<A: JoiningAct & LeavingAct>(
        to part: Part,
        of member: MemberID,
        in group: GroupID,
        of community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws {
        try run(
            """
            UPDATE groupMembership SET role = \(part.role), standing = \(part.standing),
                until = CASE WHEN \(part.role == .guest) THEN until END,
                standingUntil = CASE WHEN \(part.standing != .former) THEN standingUntil END
            WHERE groupId = \(group) AND memberId = \(member)
            """
        )
        if part.role != .guest { try closeRequest(of: member, to: group, in: community, accepting: true, by: mandate) }
        let event: ActEvent<A> = part.standing == .former ? .left : .roleChanged
        let place = Place(community: community, group: group)
        try record(event, member.subject, in: place, by: mandate)
    }

    /// Leaving does not free a member of a silence or a suspension until its time has passed.
    fileprivate static let leaving: SQL<Void> = """
        standing = CASE WHEN standing = 'active' THEN 'former' ELSE 'suspended' END, standingAfter = 'former'
        """

    /// Makes or changes a membership of a group, which answers the member's request to join it.
    ///
    /// A member who comes back has read everything so far, like a new one.
    package func setGroupMembership<A: JoiningAct>(
        _ member: MemberID,
        of group: GroupID,
        in community: CommunityID,
        _ part: Part,
        joinedAt: Timestamp? = nil,
        readFrom: JournalNumber? = nil,
        by mandate: borrowing Mandate<A>
    ) throws {
        let readFrom = try readFrom ?? db.journalNumber()
        try expireStanding(of: member, in: group)
        let before = try groupPart(of: member, in: group)?.standing
        try run(
            """
            INSERT INTO groupMembership (groupId, memberId, role, standing, until, joinedAt, readFrom)
            VALUES (\(group), \(member), \(part.role), \(part.standing), \(part.until), \(joinedAt ?? now), \(readFrom))
            ON CONFLICT (groupId, memberId) DO UPDATE SET role = excluded.role, standing = excluded.standing, until = excluded.until,
                standingUntil = NULL, standingAfter = 'active',
                joinedAt = CASE WHEN groupMembership.standing IN ('former', 'pending') THEN excluded.joinedAt
                    ELSE groupMembership.joinedAt END,
                readFrom = CASE WHEN groupMembership.standing IN ('former', 'pending') THEN excluded.readFrom
                    ELSE groupMembership.readFrom END
            """
        )
        if part.role != .guest { try closeRequest(of: member, to: group, in: community, accepting: true, by: mandate) }
        let isNew = before == nil || before == .former || before == .pending
        let events: [ActEvent<A>] = !isNew ? [.roleChanged] : part.role.isShown ? [.joined, .roleChanged] : [.joined]
        let place = Place(community: community, group: group)
        for event in events {
            try record(event, member.subject, in: place, attributedTo: member, by: mandate)
        }
    }

    /// Ends a membership of one group.
    func endGroupMembership<A: LeavingAct>(
        of member: MemberID,
        in group: GroupID,
        of community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws {
        try expireStanding(of: member, in: group)
        try run("UPDATE groupMembership SET \(Self.leaving) WHERE groupId = \(group) AND memberId = \(member)")
        let place = Place(community: community, group: group)
        try record(.left, member.subject, in: place, by: mandate)
    }

    /// Ends what a member has joined in a community.
    func endGroupMemberships(of member: MemberID, in community: CommunityID) throws {
        try run(
            """
            UPDATE groupMembership SET standing = standingAfter, standingUntil = NULL
            WHERE memberId = \(member) AND standingUntil <= \(now)
              AND groupId IN (SELECT id FROM "group" WHERE communityId = \(community))
            """
        )
        try run(
            """
            UPDATE groupMembership SET \(Self.leaving)
            WHERE memberId = \(member) AND standing NOT IN ('former', 'suspended')
              AND groupId IN (SELECT id FROM "group" WHERE communityId = \(community))
            """
        )
    }

    package func groupPart(of member: MemberID, in group: GroupID) throws -> Part? {
        try first(
            """
            SELECT \(PartRow.columnsOfGroup(at: now)) FROM groupMembership gm
            WHERE gm.groupId = \(group) AND gm.memberId = \(member)
            """ as SQL<PartRow>
        )?
        .part
    }
}
