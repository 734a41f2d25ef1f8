import PraxisCrypto
import PraxisDomain

/// The audit log as a hash chain: every line is hashed together with the hash of the line before it.
///
/// It reveals a line that was changed, removed, inserted or moved and, by comparison with the separately stored head, lines cut from
/// the end. It cannot reveal on its own that log and head were both rewritten by someone with write access to the file. For that,
/// compare the head with one recorded elsewhere, such as the line that each backup prints.
package enum AuditChain {
    /// The number of lines and the hash of the last one; empty before the first.
    package struct Head: Hashable, Sendable {
        package let count: Int64
        package let hash: [UInt8]
    }

    /// The first inconsistency found.
    package enum Fault: Hashable, Sendable {
        /// Line `expected` should come next, but `found` does.
        case number(expected: Int64, found: Int64)
        /// The line does not match its hash, or cannot be read.
        case line(Int64)
        /// The log ends at line `found`, but the head records `expected`.
        case length(expected: Int64, found: Int64)
        /// All lines are intact and the count matches, but the last hash is not the head's.
        case head
    }

    /// The head, which is stored apart from the lines.
    package static func head(_ db: DB) throws -> Head {
        guard let head = try db.first("SELECT \(Head.columns) FROM auditHead" as SQL<Head>) else {
            throw StoreError.broken("the audit log has no head")
        }
        return head
    }

    /// Checks the whole log in the order of its numbers.
    /// - Returns: the first fault; nil if the log is intact.
    package static func firstFault(_ db: DB) throws -> Fault? {
        var last: (number: Int64, hash: [UInt8]) = (0, [])
        var fault: Fault?
        let lines: SQL<ChainedRow> = """
            SELECT \(ChainedRow.columns) FROM audit ORDER BY id
            """
        try db.each(lines) { line in
            guard fault == nil else { return }
            fault = line.fault(after: last)
            last = (line.number, line.hash)
        }
        if let fault { return fault }
        let head = try head(db)
        if head.count != last.number { return .length(expected: head.count, found: last.number) }
        return head.hash == last.hash ? nil : .head
    }
}

extension AuditChain.Head: RowDecodable {
    static let columns: SQL<Void> = "count, hash"

    package init(_ columns: inout Columns) throws { (count, hash) = (try columns.integer(), try columns.bytes()) }
}

/// One line of the audit log, as covered by its hash.
package struct AuditRow: Sendable {
    let number: Int64
    let at: Timestamp
    /// Actor, community, group, thread, subject.
    let ids: [Int64?]
    /// Act, kind of subject (empty if absent), detail.
    let words: [String]

    /// SHA-256 over the previous hash, then number and time, the ids (each a byte that says whether there is one, then the id), and the
    /// words, each preceded by its length in UTF-8; every number is a big-endian 64-bit integer.
    func hash(after previous: [UInt8]) -> [UInt8] {
        var bytes = previous
        func append(_ value: Int64) { withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) } }
        append(number)
        append(at.rawValue)
        for id in ids {
            bytes.append(id == nil ? 0 : 1)
            append(id ?? 0)
        }
        for text in words {
            append(Int64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        return SHA256.hash(bytes)
    }
}

/// A line as stored in the file, which may have been tampered with.
private struct ChainedRow: RowDecodable {
    let number: Int64
    let hash: [UInt8]
    private let row: AuditRow?

    static let columns: SQL<Void> = """
        id, at, actorId, communityId, groupId, threadId, subjectId, act, subjectKind, detail, hash
        """

    init(_ columns: inout Columns) throws {
        number = try columns.integer()
        let at = columns.optionalTime()
        let ids = (0..<5).map { _ in columns.optionalInteger() }
        let act = columns.optionalText(), subjectKind = columns.optionalText(), detail = columns.optionalText()
        hash = columns.optionalBytes() ?? []
        if let at, let act, let detail {
            row = AuditRow(number: number, at: at, ids: ids, words: [act, subjectKind ?? "", detail])
        } else {
            row = nil
        }
    }

    func fault(after last: (number: Int64, hash: [UInt8])) -> AuditChain.Fault? {
        if number != last.number + 1 { return .number(expected: last.number + 1, found: number) }
        return row?.hash(after: last.hash) == hash ? nil : .line(number)
    }
}
