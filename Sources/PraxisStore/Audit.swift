package import PraxisDomain

extension WriteDB {
    /// Appends to the audit log, in this command's own transaction.
    ///
    /// Number and hash follow the head as this transaction sees it, so acts of one group of commands chain in their order and one
    /// that is undone leaves no trace in the chain. Without an `actor` it is the administrator's command line; `subject` is what
    /// the act names (a member, a post, a queue item); `detail` holds words of the vocabulary, never what somebody typed.
    package func audit(
        _ act: AuditAct,
        by actor: MemberID?,
        community: CommunityID? = nil,
        group: GroupID? = nil,
        thread: ThreadID? = nil,
        subject: Subject? = nil,
        detail: String = ""
    ) throws {
        let head = try first(
            "SELECT h.count, h.hash, (SELECT coalesce(max(id), 0) FROM audit) FROM auditHead h" as SQL<AuditEnd>
        )
        guard let head else { throw StoreError.broken("the audit log has no head") }
        let row = AuditRow(
            number: head.next,
            at: now,
            ids: [actor?.rawValue, community?.rawValue, group?.rawValue, thread?.rawValue, subject?.id],
            words: [act.rawValue, subject?.kind.rawValue ?? "", detail]
        )
        let hash = row.hash(after: head.hash)
        try run(
            """
            INSERT INTO audit (id, at, act, actorId, communityId, groupId, threadId, subjectKind, subjectId, detail, hash)
            VALUES (\(row.number), \(now), \(act), \(actor), \(community), \(group), \(thread), \(subject?.kind), \(subject?.id),
                    \(detail), \(hash))
            """
        )
        try run("UPDATE auditHead SET count = \(row.number), hash = \(hash) WHERE id = 1")
    }
}

/// Where the next line goes.
private struct AuditEnd: RowDecodable {
    let next: Int64
    let hash: [UInt8]

    /// Beyond whatever there is: a head that was turned back stops nobody's work, and the break it leaves is found by `AuditChain`.
    init(_ columns: inout Columns) throws {
        let count = try columns.integer()
        hash = try columns.bytes()
        next = max(count, try columns.integer()) + 1
    }
}
