package import PraxisDomain

extension WriteDB {
    /// Queues a mail in this command's own transaction, at most once for a member, a kind and a period.
    ///
    /// The outbox stores whom a mail is for and what it is about, never its text: the text is made at hand-over, from what the recipient
    /// may read at that moment.
    ///
    ///     try db.queueMail(.postDecision, to: author, period: "\(item)", about: MailMatter(item.subject), notBefore: db.now + .minutes(2))
    ///
    /// **Guarantees.** The mail is queued if and only if the command commits. Queueing is idempotent: (member, kind, period) is a unique
    /// key, and a second call with the same key changes nothing, whether the first mail is waiting, sent, skipped or failed. The sender is
    /// woken after the commit, also when nothing was added.
    ///
    /// - Parameters:
    ///   - kind: names the template that makes the mail.
    ///   - member: the recipient.
    ///   - period: distinguishes mails of one kind to one member: a date such as `2026-11-21`, or the id of an item.
    ///   - matter: the subject and numbers that the template of `kind` needs.
    ///   - notBefore: the earliest time of hand-over; by default it is due at once.
    /// - Returns: whether this call queued the mail; false if the key was taken.
    /// - Throws: `StoreError`.
    @discardableResult
    package func queueMail(
        _ kind: MailKind,
        to member: MemberID,
        period: String,
        about matter: MailMatter = MailMatter(),
        notBefore: Timestamp? = nil
    ) throws -> Bool {
        effects.queuesMail = true
        return try run(
            """
            INSERT INTO outbox (kind, memberId, period, subjectKind, subjectId, numbers, queuedAt, dueAt)
            VALUES (\(kind), \(member), \(period), \(matter.subject?.kind), \(matter.subject?.id), \(matter.joinedNumbers), \(now),
                    \(notBefore ?? now))
            ON CONFLICT (memberId, kind, period) DO NOTHING
            """
        ) == 1
    }

    /// Queues a mail about a place that its recipient gets at most once a day, however much happens there.
    ///
    /// A mail that is still waiting covers everything, since it is made at hand-over; once today's is leased or done, the next one leaves a
    /// day from now.
    package func queueDailyMail(_ kind: MailKind, to member: MemberID, about place: Subject) throws {
        let today = now.rawValue / Span.days(1).milliseconds
        for day in [today, today + 1] {
            let period = "\(place.kind.rawValue) \(place.id) \(day)"
            let dueAt = day == today ? now : now + .days(1)
            if try queueMail(kind, to: member, period: period, about: MailMatter(place), notBefore: dueAt) { return }
            let waits = try first(
                """
                SELECT 1 FROM outbox WHERE memberId = \(member) AND kind = \(kind) AND period = \(period)
                  AND state = 'waiting' AND leasedUntil IS NULL
                """ as SQL<Int>
            )
            if waits != nil { return }
        }
    }

    /// Has the outbox check for due mail once this command is on disk.
    package func wakeOutbox() { effects.queuesMail = true }
}

extension MailMatter: RowDecodable {
    package static let columns: SQL<Void> = "subjectKind, subjectId, numbers"

    /// Reads `columns`.
    package init(_ columns: inout Columns) throws {
        let subject = columns.optionalSubject()
        self.init(subject, numbers: try columns.text().split(separator: " ").compactMap { Int64($0) })
    }

    fileprivate var joinedNumbers: String { numbers.map(String.init).joined(separator: " ") }
}
