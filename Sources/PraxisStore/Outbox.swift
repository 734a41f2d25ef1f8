package import PraxisDomain

extension WriteDB {
    /// Queues a mail in this command's own transaction: once for a member, a kind and a period, however often it is asked.
    ///
    /// It is made from what `member` may still read when it is handed over, not now. `period` is what the mail is about in time or
    /// number, such as `2026-11-21` or the id of an item; `matter` is what it is about; it leaves at `notBefore`, or at once.
    ///
    /// - Returns: whether it was queued now.
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

    /// Queues a mail about a place that its recipient gets once a day at most, however much happens there.
    ///
    /// One that waits tells it all, since it is made when it is handed over; once today's is under way, the next one leaves a day
    /// after now.
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

    /// Has the outbox look for what is due once this command is on disk.
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
