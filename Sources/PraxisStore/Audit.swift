import PraxisCrypto
package import PraxisDomain

extension WriteDB {
    /// Appends to the audit log, in this command's own transaction.
    /// - Parameters:
    ///   - actor: who acted; nobody for the administrator's command line.
    ///   - subject: the id of what the act names: a member, a post, a queue item.
    ///   - detail: words of the vocabulary, never what somebody typed.
    package func audit(
        _ act: AuditAct,
        by actor: MemberID?,
        community: CommunityID? = nil,
        group: GroupID? = nil,
        thread: ThreadID? = nil,
        subject: Int64? = nil,
        detail: String = ""
    ) throws {
        let last = try first("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1" as SQL<AuditHead>)
        let row = AuditRow(
            number: (last?.number ?? 0) + 1,
            at: now,
            act: act.rawValue,
            ids: [actor?.rawValue, community?.rawValue, group?.rawValue, thread?.rawValue, subject],
            detail: detail
        )
        try run(
            """
            INSERT INTO audit (id, at, act, actorId, communityId, groupId, threadId, subjectId, detail, hash)
            VALUES (\(row.number), \(now), \(act), \(actor), \(community), \(group), \(thread), \(subject), \(detail),
                    \(row.hash(after: last?.hash ?? [])))
            """
        )
    }
}

/// One line of the audit log as its hash covers it.
package struct AuditRow: Sendable {
    let number: Int64
    let at: Timestamp
    let act: String
    /// Actor, community, group, thread, subject.
    let ids: [Int64?]
    let detail: String

    /// SHA-256 over the hash before, then number and time, the ids (each a byte that says whether there is one, and the number),
    /// and the two texts with their lengths; every number as a big-endian 64-bit integer.
    package func hash(after previous: [UInt8]) -> [UInt8] {
        var bytes = previous
        func append(_ value: Int64, to bytes: inout [UInt8]) {
            withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
        }
        append(number, to: &bytes)
        append(at.rawValue, to: &bytes)
        for id in ids {
            bytes.append(id == nil ? 0 : 1)
            append(id ?? 0, to: &bytes)
        }
        for text in [act, detail] {
            append(Int64(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        }
        return SHA256.hash(bytes)
    }
}

private struct AuditHead: RowDecodable {
    let number: Int64
    let hash: [UInt8]

    init(_ columns: inout Columns) throws { (number, hash) = (try columns.integer(), try columns.bytes()) }
}
