package import PraxisDomain

extension WriteDB {
    /// Queues a mail in this command's own transaction: once for a member, a kind and a period, however often it is asked.
    ///
    /// It is made from what `member` may still read when it is handed over, not now.
    /// - Parameters:
    ///   - period: what the mail is about in time or number, such as `2026-11-21` or the id of an item.
    ///   - about: ids that the kind's template understands.
    ///   - notBefore: when it may leave; now unless said.
    /// - Returns: whether it was queued now.
    @discardableResult
    package func queueMail(
        _ kind: MailKind,
        to member: MemberID,
        period: String,
        about: [Int64] = [],
        notBefore: Timestamp? = nil
    ) throws -> Bool {
        let ids = about.map(String.init).joined(separator: " ")
        return try run(
            """
            INSERT INTO outbox (kind, memberId, period, about, queuedAt, dueAt)
            VALUES (\(kind), \(member), \(period), \(ids), \(now), \(notBefore ?? now))
            ON CONFLICT (memberId, kind, period) DO NOTHING
            """
        ) == 1
    }
}
