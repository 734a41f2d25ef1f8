package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// A silence or a suspension as a moderator gives it.
package struct NewRestriction: Sendable {
    package var kind: RestrictionKind
    /// One of `StandingPlan.days`; nil lasts until it is lifted.
    package var days: Int?
    /// What the member reads.
    package var reason: String
    /// What only those who may do it read.
    package var privateReason = ""
    /// The one in force that it is based on; nil if none was.
    package var replaces: RestrictionID?

    package init(_ kind: RestrictionKind, days: Int?, reason: String) {
        self.kind = kind
        self.days = days
        self.reason = reason
    }
}

extension Community {
    /// Silences or suspends a member of the community, or with `group` given in one of its groups.
    ///
    /// It counts from the commit on, and ends by itself at its time. The member is told by mail.
    /// - Throws: `Denial.missing` for those who do not belong there; `.stale` if another one came into force in the meantime.
    package func restrict(
        _ member: MemberID,
        in group: GroupID?,
        _ restriction: NewRestriction,
        as viewer: Viewer
    ) async throws -> RestrictionID {
        let id = id
        return try await command { db in
            let facts = try db.factsOfPlace(id, group, viewer)
            let towards = try db.towards(member, facts)
            switch restriction.kind {
            case .silenced:
                let permit = try Policy.permit(Silence.self, towards)
                return try db.restrict(member, in: id, group, restriction, by: permit)
            case .suspended:
                let permit = try Policy.permit(Suspend.self, towards)
                return try db.restrict(member, in: id, group, restriction, by: permit)
            }
        }
    }

    /// Lets a silenced or suspended member go on as before; does nothing if they are neither.
    package func reinstate(_ member: MemberID, in group: GroupID?, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let facts = try db.factsOfPlace(id, group, viewer)
            let permit = try Policy.permit(Reinstate.self, try db.towards(member, facts))
            let part = try group.map { try db.groupPart(of: member, in: $0) } ?? db.part(of: member, in: id)
            guard part?.standing == .silenced || part?.standing == .suspended else { return }
            let current = try Restriction.inForce(on: member, in: id, group, db.db, at: db.now)
            try db.endRestrictions(of: member, in: id, group, by: permit.author())
            if let group {
                try db.reinstateStanding(of: member, in: group)
            } else {
                try db.reinstateStanding(of: member, in: id)
            }
            let detail = [part?.standing.rawValue, Standing.active.rawValue].compactMap { $0 }
            let mandate = try db.audit(.standingChanged, member.subject, detail: detail, by: permit)
            try db.tell(.lifted(current?.id), of: member, by: mandate)
        }
    }
}

/// What is told to a member of their standing.
private enum StandingNews {
    case restricted(RestrictionID)
    /// Nil if it was given without a reason, before there was any to give.
    case lifted(RestrictionID?)
}

extension WriteDB {
    fileprivate func factsOfPlace(_ community: CommunityID, _ group: GroupID?, _ viewer: Viewer) throws -> Facts {
        guard let group else { return try Access.community(community, reading(as: viewer)) }
        let facts = try facts(of: group, for: viewer)
        guard facts.community?.id == community else { throw Denial.missing }
        return facts
    }

    /// - Throws: the policy's refusal if the viewer may restrict no one there; `Denial.missing` if the member cannot be restricted there.
    fileprivate func towards(_ member: MemberID, _ facts: Facts) throws -> Facts {
        if let refusal = Policy.refusal(Reinstate.self, facts) { throw refusal }
        guard let target = try Target.read(member, facts, db, at: now) else { throw Denial.missing }
        return facts.towards(target)
    }

    fileprivate func restrict<A: StandingAct & RequestEndingAct>(
        _ member: MemberID,
        in community: CommunityID,
        _ group: GroupID?,
        _ restriction: NewRestriction,
        by permit: borrowing Permit<A>
    ) throws -> RestrictionID {
        let current = try Restriction.inForce(on: member, in: community, group, db, at: now)
        guard current?.id == restriction.replaces else { throw Denial.stale(current: 0) }
        let actor = try permit.author(), length = restriction.days.map { String($0) } ?? "no-end"
        let detail = [restriction.kind.rawValue, length]
        let mandate = try audit(.standingChanged, member.subject, detail: detail, by: permit)
        try endRestrictions(of: member, in: community, group, by: actor)
        let made = try insert(restriction, on: member, in: community, group, by: actor)
        let until = StandingPlan.end(afterDays: restriction.days, from: now)
        if let group {
            try restrictStanding(member, in: group, restriction.kind, until: until)
        } else {
            try restrictStanding(member, in: community, restriction.kind, until: until)
            if restriction.kind == .suspended { try closeRequests(of: member, in: community, by: mandate) }
        }
        try tell(.restricted(made), of: member, by: mandate)
        return made
    }

    fileprivate func insert(
        _ restriction: NewRestriction,
        on member: MemberID,
        in community: CommunityID,
        _ group: GroupID?,
        by actor: MemberID
    ) throws -> RestrictionID {
        let until = StandingPlan.end(afterDays: restriction.days, from: now)
        return try insert(
            """
            INSERT INTO restriction (communityId, groupId, memberId, kind, reason, privateReason, actorId, at, until)
            VALUES (\(community), \(group), \(member), \(restriction.kind), \(restriction.reason), \(restriction.privateReason), \(actor),
                    \(now), \(until)) RETURNING id
            """
        )
    }

    /// Walks `restriction_by_member`.
    fileprivate func endRestrictions(
        of member: MemberID,
        in community: CommunityID,
        _ group: GroupID?,
        by actor: MemberID
    ) throws {
        try run(
            """
            UPDATE restriction SET liftedAt = \(now), liftedBy = \(actor)
            WHERE memberId = \(member) AND communityId = \(community) AND coalesce(groupId, 0) = \(group?.rawValue ?? 0)
              AND liftedAt IS NULL AND (until IS NULL OR until > \(now))
            """
        )
    }

    /// Journal and mail: each change of standing has both.
    fileprivate func tell<A: StandingAct>(
        _ news: StandingNews,
        of member: MemberID,
        by mandate: borrowing Mandate<A>
    ) throws {
        try record(.standingChanged, member.subject, by: mandate)
        switch news {
        case .restricted(let id):
            try queueMail(
                .standing,
                to: member,
                period: "restricted \(id)",
                about: MailMatter(id.subject, numbers: [1])
            )
        case .lifted(let id?):
            try queueMail(.standing, to: member, period: "lifted \(id)", about: MailMatter(id.subject, numbers: [0]))
        case .lifted(nil): return
        }
    }
}
