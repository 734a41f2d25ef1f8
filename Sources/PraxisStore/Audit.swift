import PraxisDomain

extension WriteDB {
    /// Appends a line to the audit log: what `audit` does once it has checked the place.
    ///
    /// Number and hash continue from the head as this transaction sees it, so acts of one group of commands are chained in order, and a
    /// command that is undone leaves no trace in the chain. Without an `actor`, the line is attributed to the administrator's command line.
    func appendAudit(
        _ act: AuditAct,
        by actor: MemberID?,
        in place: Place,
        _ subject: Subject?,
        _ detail: String
    ) throws {
        let head = try first(
            "SELECT \(AuditEnd.columns) FROM auditHead h" as SQL<AuditEnd>
        )
        guard let head else { throw StoreError.broken("the audit log has no head") }
        let row = AuditRow(
            number: head.next,
            at: now,
            ids: [
                actor?.rawValue, place.community?.rawValue, place.group?.rawValue, place.thread?.rawValue, subject?.id,
            ],
            words: [act.rawValue, subject?.kind.rawValue ?? "", detail]
        )
        let hash = row.hash(after: head.hash)
        try run(
            """
            INSERT INTO audit (id, at, act, actorId, communityId, groupId, threadId, subjectKind, subjectId, detail, hash)
            VALUES (\(row.number), \(now), \(act), \(actor), \(place.community), \(place.group), \(place.thread),
                    \(subject?.kind), \(subject?.id), \(detail), \(hash))
            """
        )
        try run("UPDATE auditHead SET count = \(row.number), hash = \(hash) WHERE id = 1")
    }
}

/// The number of the next line and the hash it continues from.
private struct AuditEnd: RowDecodable {
    let next: Int64
    let hash: [UInt8]

    static let columns: SQL<Void> = "h.count, h.hash, (SELECT coalesce(max(id), 0) FROM audit)"

    /// Takes a number above every existing one: a head that was turned back blocks no one's work, and `AuditChain` finds the break it
    /// leaves.
    init(_ columns: inout Columns) throws {
        let count = try columns.integer()
        hash = try columns.bytes()
        next = max(count, try columns.integer()) + 1
    }
}
