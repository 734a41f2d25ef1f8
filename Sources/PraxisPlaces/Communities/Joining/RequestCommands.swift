package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension Community {
    /// Accepts or declines a member who asked to join the community or one of its groups.
    ///
    /// Idempotent: the same decision again changes nothing.
    ///
    /// - Returns: the group that was asked for; nil for the community itself.
    /// - Throws: `Denial.missing` for viewers who may not decide, `.stale` if it was decided otherwise or they may join no more.
    package func decide(_ request: RequestID, accepting: Bool, as viewer: Viewer) async throws -> GroupID? {
        let id = id
        return try await command { db in try db.decide(request, in: id, accepting: accepting, as: viewer) }
    }
}

/// A request as its decision needs it.
struct AskedRow: RowDecodable {
    let group: GroupID?
    let member: MemberID
    let askedAt: Timestamp
    let decidedAt: Timestamp?
    let isAccepted: Bool
    var isDecided: Bool { decidedAt != nil }

    static let columns: SQL<Void> = "groupId, memberId, askedAt, decidedAt, isAccepted"

    init(_ columns: inout Columns) throws {
        group = columns.optionalID()
        member = try columns.id()
        askedAt = try columns.time()
        decidedAt = columns.optionalTime()
        isAccepted = columns.optionalInteger() == 1
    }
}

extension WriteDB {
    /// Stores a request to join and returns its id, or that of the request that is already open.
    package func ask<A: PlainAct & AskingAct>(
        in community: CommunityID,
        group: GroupID? = nil,
        note: String,
        by permit: borrowing Permit<A>
    ) throws -> RequestID {
        let member = try permit.author()
        let waiting = try first(
            """
            SELECT id FROM request WHERE communityId = \(community) AND coalesce(groupId, 0) = \(group?.rawValue ?? 0)
              AND memberId = \(member) AND decidedAt IS NULL
            """ as SQL<RequestID>
        )
        if let waiting { return waiting }
        let request: RequestID = try insert(
            """
            INSERT INTO request (communityId, groupId, memberId, note, askedAt)
            VALUES (\(community), \(group), \(member), \(note), \(now)) RETURNING id
            """
        )
        try record(.asked, member.subject, by: permit)
        try tellDeciders(on: group, in: community)
        return request
    }

    /// Queues a mail to all who may decide on requests of the place: once a day for each.
    ///
    /// Walks the primary keys of `membership` and `groupMembership`.
    private func tellDeciders(on group: GroupID?, in community: CommunityID) throws {
        let candidates = try all(
            """
            SELECT memberId FROM membership
            WHERE communityId = \(community) AND role IN ('facilitator', 'manager')
              AND standing NOT IN ('pending', 'former')
            UNION
            SELECT memberId FROM groupMembership WHERE groupId = \(group) AND role = 'facilitator'
              AND standing NOT IN ('pending', 'former')
            ORDER BY 1 LIMIT 200
            """ as SQL<MemberID>
        )
        let place = group?.subject ?? community.subject
        for candidate in candidates {
            guard try mayDecide(candidate, on: group, in: community) else { continue }
            try queueDailyMail(.joinRequest, to: candidate, about: place)
        }
    }

    private func mayDecide(_ member: MemberID, on group: GroupID?, in community: CommunityID) throws -> Bool {
        let viewer = Viewer(member: member)
        let facts = try Access.unlessMissing {
            try group.map { try self.facts(of: $0, for: viewer) }
                ?? Access.community(community, reading(as: viewer))
        }
        return facts.map { Policy.allows(DecideRequest.self, $0) } ?? false
    }

    /// What `Community.decide` does; also for decisions in the queue.
    package func decide(
        _ request: RequestID,
        in community: CommunityID,
        accepting: Bool,
        as viewer: Viewer
    ) throws -> GroupID? {
        let asked = try asked(request, in: community)
        let permit = try permitToDecide(on: asked.group, in: community, as: viewer)
        if asked.isDecided, asked.isAccepted == accepting { return asked.group }
        if asked.isDecided { throw Denial.stale(current: 1) }
        let decider = try permit.author()
        try close(request, accepting: accepting, by: decider)
        let act: AuditAct = accepting ? .requestAccepted : .requestDeclined
        let mandate = try audit(act, asked.member.subject, by: permit)
        if accepting {
            try admit(asked, to: community, by: mandate)
        } else {
            try record(.declined, asked.member.subject, by: mandate)
        }
        try queueMail(
            .requestDecision,
            to: asked.member,
            period: "\(request) \(now.rawValue)",
            about: MailMatter(request.subject)
        )
        let place = Place(community: community, group: asked.group)
        try record(.requestClosed, request.subject, in: place, by: mandate)
        return asked.group
    }

    /// Takes a decision back: a member who was let in by it is out again, and the request is open as before.
    /// - Throws: `Denial.tooLate` if they have become more than a member since, `.stale` if they have asked again.
    package func takeBackDecision(
        on request: RequestID,
        in community: CommunityID,
        by mandate: borrowing Mandate<Triage>
    ) throws {
        let asked = try asked(request, in: community)
        guard let decidedAt = asked.decidedAt else { return }
        if asked.isAccepted { try letOut(asked, of: community, by: mandate) }
        let other = try first(
            """
            SELECT id FROM request WHERE communityId = \(community) AND coalesce(groupId, 0) = \(asked.group?.rawValue ?? 0)
              AND memberId = \(asked.member) AND decidedAt IS NULL
            """ as SQL<RequestID>
        )
        if other != nil { throw Denial.stale(current: 1) }
        try run("UPDATE request SET decidedAt = NULL, decidedBy = NULL, isAccepted = NULL WHERE id = \(request)")
        let place = Place(community: community, group: asked.group)
        try record(.asked, asked.member.subject, in: place, by: mandate)
        try queueMail(
            .requestDecision,
            to: asked.member,
            period: "\(request) \(decidedAt.rawValue) undone",
            about: MailMatter(request.subject, numbers: [decidedAt.rawValue])
        )
    }

    private func asked(_ request: RequestID, in community: CommunityID) throws -> AskedRow {
        let asked = try first(
            """
            SELECT \(AskedRow.columns) FROM request
            WHERE id = \(request) AND communityId = \(community)
            """ as SQL<AskedRow>
        )
        guard let asked else { throw Denial.missing }
        return asked
    }

    private func letOut(_ asked: AskedRow, of community: CommunityID, by mandate: borrowing Mandate<Triage>) throws {
        let part =
            try asked.group.map { try groupPart(of: asked.member, in: $0) } ?? part(of: asked.member, in: community)
        if part?.standing == .former { return }
        guard part?.role == .member, part?.standing == .active else { throw Denial.tooLate }
        if let group = asked.group {
            try endGroupMembership(of: asked.member, in: group, of: community, by: mandate)
        } else {
            try endMembership(of: asked.member, in: community, by: mandate)
        }
    }

    fileprivate func close(_ request: RequestID, accepting: Bool, by decider: MemberID) throws {
        try run(
            "UPDATE request SET decidedAt = \(now), decidedBy = \(decider), isAccepted = \(accepting) WHERE id = \(request)"
        )
    }

    fileprivate func permitToDecide(
        on group: GroupID?,
        in community: CommunityID,
        as viewer: Viewer
    ) throws -> Permit<DecideRequest> {
        let facts =
            try group.map { try self.facts(of: $0, for: viewer) }
            ?? Access.community(community, reading(as: viewer))
        switch Policy.refusal(DecideRequest.self, facts) {
        case .notAllowed, .signedOut: throw Denial.missing
        default: return try Policy.permit(DecideRequest.self, facts)
        }
    }

    /// Lets in whom the decision accepted.
    ///
    /// They agreed to what was in force when they asked.
    fileprivate func admit(
        _ asked: AskedRow,
        to community: CommunityID,
        by mandate: borrowing Mandate<DecideRequest>
    ) throws {
        let requester = try Access.site(reading(as: Viewer(member: asked.member))).viewer
        guard requester.member != nil else { throw Denial.stale(current: 1) }
        if let group = asked.group {
            guard let facts = try Access.unlessMissing({ try self.facts(of: group, for: requester) }),
                Policy.allows(JoinGroup.self, facts)
            else { throw Denial.stale(current: 1) }
            return try setGroupMembership(asked.member, of: group, in: community, Part(.member), by: mandate)
        }
        let part = try part(of: asked.member, in: community)
        if part?.standing == .suspended { throw Denial.stale(current: 1) }
        if let part = part?.counting(at: now), part.role != .guest { return }
        let agreed = try first(
            "SELECT max(version) FROM agreement WHERE communityId = \(community) AND at <= \(asked.askedAt)"
                as SQL<OptionalInteger>
        )
        try setMembership(asked.member, in: community, Part(.member), agreed: Int(agreed?.value ?? 0), by: mandate)
        try markNewcomer(asked.member, in: community)
    }
}
