import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A mail about a decision, by what identifies it in the outbox.
struct DecisionMailKey: Sendable {
    let kind: MailKind
    let item: QueueItemID
    let decidedAt: Timestamp

    var period: String { "\(item) \(decidedAt.rawValue)" }

    /// Whether the mail reached a member, or may yet: it was not skipped.
    func isUnderway(to member: MemberID, _ db: DB) throws -> Bool {
        try has(member, "state <> 'skipped'", db)
    }

    func wasSent(to member: MemberID, _ db: DB) throws -> Bool { try has(member, "state = 'sent'", db) }

    /// Walks the key of `outbox`.
    private func has(_ member: MemberID, _ state: SQL<Void>, _ db: DB) throws -> Bool {
        try db.first(
            "SELECT 1 FROM outbox WHERE memberId = \(member) AND kind = \(kind) AND period = \(period) AND \(state)"
                as SQL<Int>
        ) != nil
    }
}

extension WriteDB {
    /// Queues mails to those who were told of a decision that is taken back.
    ///
    /// It leaves after the pause that a decision's own mail has. Whether that one was sent is asked then: one that had not left says
    /// nothing any more, and so does this.
    func tellUndone(_ row: ItemRow, _ decision: DecisionRow) throws {
        let reporters = try all("SELECT DISTINCT reporterId FROM report WHERE itemId = \(row.id)" as SQL<MemberID>)
        let told = [(MailKind.postDecision, row.member)] + reporters.map { (MailKind.reportOutcome, $0) }
        for (kind, member) in told {
            let key = DecisionMailKey(kind: kind, item: row.id, decidedAt: decision.at)
            guard try key.isUnderway(to: member, db) else { continue }
            try queueMail(
                kind,
                to: member,
                period: "\(key.period) undone",
                about: MailMatter(row.id.subject, numbers: [decision.at.rawValue, now.rawValue]),
                notBefore: now + Limits.decisionMailDelay
            )
        }
    }
}
