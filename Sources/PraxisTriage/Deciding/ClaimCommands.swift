import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// An item's lease after a change.
private struct Lease: Sendable {
    let number: Int
    let claim: Claims.Claim?
}

extension Community {
    /// Leases an item for half an hour, or renews the lease.
    ///
    /// Precondition: the caller has checked that the viewer may see it.
    /// - Throws: `QueueConflict.claimed` if another member has it, `.decided` if nothing is left to decide.
    @discardableResult
    package func claim(_ item: QueueItemID, as viewer: Viewer, at now: Timestamp) async throws -> Claims.Claim {
        try await rememberClaims()
        if let held = claims?.holder(of: item, at: now), held.member != viewer.member {
            throw Denial.conflict(.claimed(by: held.member, named: held.name, until: held.until))
        }
        let kinds = capabilities.queueKinds
        let lease = try await command { db in try db.claim(item, kinds, as: viewer) }
        claims?.note(item, lease.number, lease.claim)
        guard let claim = lease.claim else { throw Denial.missing }
        return claim
    }

    /// Gives an item back that the viewer has; does nothing if they do not have it.
    package func release(_ item: QueueItemID, as viewer: Viewer) async throws {
        let kinds = capabilities.queueKinds
        let lease = try await command { db in
            let open = try db.item(item, kinds, for: viewer), row = open.row, actor = open.actor
            guard row.state == .open, let claim = row.claim, claim.until > db.now, claim.member == actor else {
                return nil as Lease?
            }
            try db.run(
                "UPDATE queueItem SET claimedBy = NULL, claimedUntil = NULL, lease = lease + 1 WHERE id = \(item)"
            )
            try db.addStep(.released, to: item, by: actor)
            try db.record(.released, about: item, by: db.audit(.released, row, by: open.permit))
            return Lease(number: row.lease + 1, claim: nil)
        }
        if let lease { claims?.note(item, lease.number, nil) }
    }

    /// Loads all claims from the store: after a start the actor knows as much as the one before it.
    func rememberClaims() async throws {
        guard claims == nil else { return }
        let id = id
        let rows = try await command { db in
            try db.all(
                """
                SELECT \(KeptClaim.columns) FROM queueItem q JOIN member h ON h.id = q.claimedBy
                WHERE q.communityId = \(id) AND q.claimedBy IS NOT NULL AND q.claimedUntil > \(db.now)
                """ as SQL<KeptClaim>
            )
        }
        var known = claims ?? Claims()
        for row in rows { known.note(row.item, row.number, row.claim) }
        claims = known
    }

    /// What a command did to the lease of an item, told after its commit.
    func noteLease(_ item: QueueItemID, _ number: Int, _ claim: Claims.Claim? = nil) {
        claims?.note(item, number, claim)
    }
}

extension WriteDB {
    fileprivate func claim(_ id: QueueItemID, _ kinds: QueueKinds, as viewer: Viewer) throws -> Lease {
        let open = try item(id, kinds, for: viewer), row = open.row, actor = open.actor
        try checkIsFree(open)
        try recordLook(open)
        let isRenewal = row.claim.map { $0.member == actor && $0.until > now } ?? false
        let until = now + Limits.claim
        try run(
            """
            UPDATE queueItem SET claimedBy = \(actor), claimedUntil = \(until), lease = lease + 1 WHERE id = \(id)
            """
        )
        if !isRenewal {
            try addStep(.claimed, to: id, by: actor)
            try record(.claimed, about: id, by: audit(.claimed, row, by: open.permit))
        }
        let name = try first("SELECT name FROM member WHERE id = \(actor)" as SQL<String>) ?? ""
        return Lease(number: row.lease + 1, claim: Claims.Claim(member: actor, name: name, until: until))
    }
}

private struct KeptClaim: RowDecodable, Sendable {
    let item: QueueItemID
    let number: Int
    let claim: Claims.Claim

    static let columns: SQL<Void> = "q.id, q.lease, h.id, h.name, q.claimedUntil"

    init(_ columns: inout Columns) throws {
        (item, number) = (try columns.id(), try columns.int())
        claim = Claims.Claim(member: try columns.id(), name: try columns.text(), until: try columns.time())
    }
}
