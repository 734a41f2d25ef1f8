package import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
import PraxisStore

extension Community {
    /// Makes an invitation link to the community or to one of its groups, good for 30 days.
    ///
    /// Only the hash of `token` is kept.
    ///
    /// - Throws: `Denial.input` naming `uses` if it is not 1 to 100.
    package func invite(to group: GroupID?, token: String, uses: Int, as viewer: Viewer) async throws -> InvitationID {
        let id = id
        return try await command { db in
            let permit = try db.permitToInvite(to: group, in: id, as: viewer)
            let maker = try permit.author()
            let range = Limits.invitationUses
            guard range.contains(uses) else {
                throw Denial.input([FieldError("uses", .notBetween(range.lowerBound, range.upperBound))])
            }
            let made: InvitationID = try db.insert(
                """
                INSERT INTO invitation (communityId, groupId, tokenHash, createdBy, createdAt, expiresAt, usesLeft)
                VALUES (\(id), \(group), \(SHA256.hash(token)), \(maker), \(db.now), \(db.now + Limits.invitationLifetime), \(uses))
                RETURNING id
                """
            )
            try db.record(.invited, made.subject, by: db.audit(.invited, made.subject, by: permit))
            return made
        }
    }

    /// Makes a link useless.
    /// - Throws: `Denial.missing` for a link to another place than the community or `group`.
    package func revoke(_ invitation: InvitationID, to group: GroupID?, as viewer: Viewer) async throws {
        let id = id
        try await command { db in
            let permit = try db.permitToInvite(to: group, in: id, as: viewer)
            guard permit.place.community == id else { throw Denial.missing }
            let changed = try db.run(
                """
                UPDATE invitation SET revokedAt = coalesce(revokedAt, \(db.now))
                WHERE id = \(invitation) AND communityId = \(id) AND coalesce(groupId, 0) = \(group?.rawValue ?? 0)
                """
            )
            if changed == 0 { throw Denial.missing }
            try db.audit(.invitationRevoked, invitation.subject, by: permit)
        }
    }

    /// Spends one use of a link and lets its bearer in.
    ///
    /// A link is not used up by those who already belong.
    ///
    /// - Returns: the group the link leads to; nil for the community itself.
    /// - Throws: `Denial.missing` for a link that is not valid (any more), `.notAllowed` for a member whom it does not let in.
    package func redeem(_ token: String, agreeing version: Int?, as viewer: Viewer) async throws -> GroupID? {
        let id = id
        return try await command { db in
            guard let invitation = try db.db.invitation(token, at: db.now), invitation.community == id else {
                throw Denial.missing
            }
            guard let member = try Access.site(db.reading(as: viewer)).viewer.member else { throw Denial.signedOut }
            guard let maker = try db.db.maker(of: invitation, at: db.now) else { throw Denial.missing }
            let permit = try Policy.permit(toUseInvitationOf: maker)
            let isSpent =
                if let group = invitation.group {
                    try db.enter(group, of: id, member, agreeing: version, by: permit)
                } else {
                    try db.enter(id, member, agreeing: version, by: permit)
                }
            if isSpent { try db.run("UPDATE invitation SET usesLeft = usesLeft - 1 WHERE id = \(invitation.id)") }
            return invitation.group
        }
    }
}

/// A link that holds: where it leads and who made it.
struct Invitation: RowDecodable, Sendable {
    let id: InvitationID
    let community: CommunityID
    let group: GroupID?
    let maker: MemberID

    static let columns: SQL<Void> = "id, communityId, groupId, createdBy"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        community = try columns.id()
        group = columns.optionalID()
        maker = try columns.id()
    }
}

extension DB {
    /// The invitation behind a token, while it has uses left, is in time, and its maker may still invite to that place.
    func invitation(_ token: String, at now: Timestamp) throws -> Invitation? {
        let found = try first(
            """
            SELECT \(Invitation.columns) FROM invitation
            WHERE tokenHash = \(SHA256.hash(token)) AND usesLeft > 0 AND revokedAt IS NULL AND expiresAt > \(now)
            """ as SQL<Invitation>
        )
        guard let found, let facts = try maker(of: found, at: now), Policy.allows(Invite.self, facts) else {
            return nil
        }
        return found
    }

    /// Returns nil if the maker may no longer know of the place.
    fileprivate func maker(of invitation: Invitation, at now: Timestamp) throws -> Facts? {
        let maker = Viewer(member: invitation.maker)
        return try Access.unlessMissing {
            try invitation.group.map { try Access.group($0, Reading(maker, self, at: now)) }
                ?? Access.community(invitation.community, Reading(maker, self, at: now))
        }
    }
}

extension WriteDB {
    fileprivate func permitToInvite(
        to group: GroupID?,
        in community: CommunityID,
        as viewer: Viewer
    ) throws -> Permit<Invite> {
        let facts =
            try group.map { try self.facts(of: $0, for: viewer) }
            ?? Access.community(community, reading(as: viewer))
        return try Policy.permit(Invite.self, facts)
    }

    /// - Returns: whether they came in by this, rather than having been in.
    fileprivate func enter(
        _ community: CommunityID,
        _ member: MemberID,
        agreeing version: Int?,
        by permit: borrowing Permit<UseInvitation>
    ) throws -> Bool {
        let part = try part(of: member, in: community)
        if part?.standing == .suspended { throw Denial.notAllowed }
        if let part = part?.counting(at: now), part.role != .guest { return false }
        if part?.standing == .silenced { throw Denial.silenced }
        try checkAgreement(version, of: community)
        try setMembership(member, in: community, Part(.member), by: permit.mandate)
        try markNewcomer(member, in: community)
        return true
    }

    /// A link to a group is for members of its community, and for those who may become one without asking.
    fileprivate func enter(
        _ group: GroupID,
        of community: CommunityID,
        _ member: MemberID,
        agreeing version: Int?,
        by permit: borrowing Permit<UseInvitation>
    ) throws -> Bool {
        switch try part(of: member, in: community)?.standing {
        case .suspended: throw Denial.notAllowed
        case .silenced: throw Denial.silenced
        case .lapsed: throw Denial.lapsed
        default: break
        }
        if try part(of: member, in: community)?.counting(at: now) == nil {
            let joining = try first("SELECT joining FROM community WHERE id = \(community)" as SQL<String>)
            guard joining == Joining.open.rawValue else { throw Denial.notAllowed }
            _ = try enter(community, member, agreeing: version, by: permit)
        }
        let part = try groupPart(of: member, in: group)
        if part?.standing == .suspended { throw Denial.notAllowed }
        if let part = part?.counting(at: now), part.role != .guest { return false }
        if part?.standing == .silenced { throw Denial.silenced }
        try setGroupMembership(member, of: group, in: community, Part(.member), by: permit.mandate)
        return true
    }
}
