package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Accepts or declines somebody who asked to join the community or one of its groups.
    ///
    /// Deciding alike twice changes nothing.
    ///
    /// - Returns: the group that was asked for; nothing for the community itself.
    /// - Throws: `Denial.missing` for whoever may not decide, `.stale` where it was decided otherwise or they may join no more.
    package func decide(_ request: RequestID, accepting: Bool, as viewer: Viewer) async throws -> GroupID? {
        let id = id
        return try await command { db in
            let asked = try db.first(
                """
                SELECT groupId, memberId, askedAt, decidedAt, isAccepted FROM request
                WHERE id = \(request) AND communityId = \(id)
                """ as SQL<AskedRow>
            )
            guard let asked else { throw Denial.missing }
            let permit = try db.permitToDecide(on: asked.group, in: id, as: viewer)
            if asked.isDecided, asked.isAccepted == accepting { return asked.group }
            if asked.isDecided { throw Denial.stale(current: 1) }
            let decider = try permit.author()
            try db.close(request, accepting: accepting, by: decider)
            let place = Place(community: id, group: asked.group, thread: nil)
            let act: AuditAct = accepting ? .requestAccepted : .requestDeclined
            try db.audit(act, at: place, by: decider, subject: asked.member.rawValue)
            if accepting {
                try db.admit(asked, to: id, by: decider)
            } else {
                try db.journal(
                    .declined,
                    community: id,
                    group: asked.group,
                    subject: asked.member.rawValue,
                    actor: decider
                )
            }
            try db.queueMail(
                .requestDecision,
                to: asked.member,
                period: request.description,
                about: [request.rawValue]
            )
            return asked.group
        }
    }
}

/// A request as its decision needs it.
struct AskedRow: RowDecodable {
    let group: GroupID?
    let member: MemberID
    let askedAt: Timestamp
    let isDecided: Bool
    let isAccepted: Bool

    init(_ columns: inout Columns) throws {
        group = columns.optionalID()
        member = try columns.id()
        askedAt = try columns.time()
        isDecided = columns.optionalTime() != nil
        isAccepted = columns.optionalInteger() == 1
    }
}

extension WriteDB {
    /// Writes down that somebody asks to join; the request that waits already, if one does.
    func ask(_ member: MemberID, in community: CommunityID, group: GroupID? = nil, note: String) throws -> RequestID {
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
        try journal(.asked, community: community, group: group, subject: member.rawValue, actor: member)
        try tellDeciders(on: group, in: community)
        return request
    }

    /// Queues a mail to everybody who may decide on requests of the place: once a day for each.
    ///
    /// Walks the primary keys of `membership` and `groupMembership`.
    private func tellDeciders(on group: GroupID?, in community: CommunityID) throws {
        let candidates = try all(
            """
            SELECT memberId FROM membership
            WHERE communityId = \(community) AND role IN ('facilitator', 'manager') AND standing = 'active'
            UNION
            SELECT memberId FROM groupMembership WHERE groupId = \(group) AND role = 'facilitator' AND standing = 'active'
            ORDER BY 1 LIMIT 200
            """ as SQL<MemberID>
        )
        let place = group.map { "g\($0)" } ?? "c\(community)"
        for candidate in candidates {
            let viewer = Viewer(member: candidate)
            let facts =
                try group.map { try? Access.group($0, for: viewer, db, at: now) }
                ?? Access.community(community, for: viewer, db, at: now)
            guard let facts, Policy.refusal(.decideRequest, facts) == nil else { continue }
            try queueDailyMail(
                .joinRequest,
                to: candidate,
                place: place,
                about: [community.rawValue] + (group.map { [$0.rawValue] } ?? [])
            )
        }
    }

    /// Closes whatever `member` still asks for in the community; with `group` given only what is asked for there.
    func closeRequests(
        of member: MemberID,
        in community: CommunityID,
        group: GroupID? = nil,
        accepting: Bool = false,
        by actor: MemberID? = nil
    ) throws {
        try run(
            """
            UPDATE request SET decidedAt = \(now), decidedBy = \(actor), isAccepted = \(accepting)
            WHERE communityId = \(community) AND memberId = \(member) AND decidedAt IS NULL
              AND (\(group) IS NULL OR groupId = \(group))
            """
        )
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
            try group.map { try Access.group($0, for: viewer, db, at: now) }
            ?? Access.community(community, for: viewer, db, at: now)
        switch Policy.refusal(.decideRequest, facts) {
        case .notAllowed, .signedOut: throw Denial.missing
        default: return try Policy.permit(DecideRequest.self, facts)
        }
    }

    /// Lets in whom the decision accepted.
    ///
    /// They agreed to what was in force when they asked.
    fileprivate func admit(_ asked: AskedRow, to community: CommunityID, by decider: MemberID) throws {
        let requester = try Access.site(Viewer(member: asked.member), db, at: now).viewer
        guard requester.member != nil else { throw Denial.stale(current: 1) }
        if let group = asked.group {
            guard let facts = try? Access.group(group, for: requester, db, at: now),
                Policy.refusal(.joinGroup, facts) == nil
            else { throw Denial.stale(current: 1) }
            return try setGroupMembership(asked.member, of: group, in: community, Part(.member), by: decider)
        }
        let part = try part(of: asked.member, in: community)
        if part?.standing == .suspended { throw Denial.stale(current: 1) }
        if let part = part?.counting(at: now), part.role != .guest { return }
        let agreed = try first(
            "SELECT max(version) FROM agreement WHERE communityId = \(community) AND at <= \(asked.askedAt)"
                as SQL<OptionalVersion>
        )
        try setMembership(asked.member, in: community, Part(.member), agreed: agreed?.value ?? 0, by: decider)
    }
}

/// The highest version, or nothing where there is none.
private struct OptionalVersion: RowDecodable {
    let value: Int?
    init(_ columns: inout Columns) { value = columns.optionalInteger().map(Int.init) }
}
