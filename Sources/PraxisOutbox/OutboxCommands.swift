package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// A mail that was in hand, and its outcome.
struct EndedMail: Sendable {
    let id: MailID
    let end: MailEnd
    /// What else is written with its end.
    let following: @Sendable (WriteDB) throws -> Void
}

extension Site {
    /// Notes the outcome of mails, and leases the next one that is due, in one transaction.
    ///
    /// Walks `outbox_due`. `takes` says whether to lease a next one. Returns nil if none is due.
    func exchangeMail(_ ended: [EndedMail], takes: Bool) async throws -> ClaimedMail? {
        try await command { db in
            for mail in ended { try db.note(mail) }
            guard takes else { return nil }
            let claimed = try db.first(
                """
                UPDATE outbox SET leasedUntil = \(db.now + OutboxPlan.lease) WHERE id = (
                    SELECT id FROM outbox WHERE state = 'waiting' AND dueAt <= \(db.now)
                      AND (leasedUntil IS NULL OR leasedUntil <= \(db.now)) ORDER BY dueAt, id LIMIT 1)
                RETURNING \(ClaimedMail.columns)
                """ as SQL<ClaimedMail>
            )
            return claimed
        }
    }

    /// Deletes the outcome of mails that ended long ago.
    func tidyOutbox() async throws {
        _ = try await command { db in
            try db.run(
                """
                DELETE FROM outbox WHERE state <> 'waiting' AND state IN ('sent', 'skipped', 'failed')
                  AND endedAt < \(db.now - OutboxPlan.kept)
                """
            )
        }
    }

    /// Has a mail that was given up, skipped or put off tried again now; without an id all that were given up.
    ///
    /// What one that was not wanted would have said comes with the next one, so that one is not tried again.
    /// - Returns: how many there were.
    package func retryMail(_ id: MailID?) async throws -> Int {
        try await command { db in try db.retryMail(id) }
    }

    /// The same on behalf of a site administrator.
    package func retryMail(_ id: MailID?, as viewer: Viewer) async throws -> Int {
        try await command { db in
            let permit = try Policy.permit(LookAfterMail.self, try Access.site(db.reading(as: viewer)))
            let count = try db.retryMail(id)
            if count > 0 { try db.audit(.mailRetried, id?.subject, by: permit) }
            return count
        }
    }

    /// Queues a mail to the site administrator who asks for it, so that its outcome shows whether mail leaves.
    package func sendTestMail(as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permit(LookAfterMail.self, try Access.site(db.reading(as: viewer)))
            try db.queueMail(.test, to: try permit.author(), period: String(db.now.rawValue))
            try db.audit(.mailTested, nil, by: permit)
        }
    }
}

extension WriteDB {
    fileprivate func note(_ mail: EndedMail) throws {
        switch mail.end {
        case .sent: try end(mail.id, .sent, nil)
        case .skipped(let reason):
            if try end(mail.id, .skipped, reason.rawValue) { try mail.following(self) }
        case .refused(let reason, let isTemporary): try noteRefusal(of: mail.id, reason, isTemporary: isTemporary)
        case .lost: break
        }
    }

    /// - Returns: whether it was still to be sent.
    @discardableResult
    private func end(_ id: MailID, _ state: MailState, _ reason: String?) throws -> Bool {
        try run(
            """
            UPDATE outbox SET state = \(state), endedAt = \(now), leasedUntil = NULL, failure = \(reason),
                attempts = attempts + \(state == .skipped ? 0 : 1)
            WHERE id = \(id) AND state = 'waiting'
            """
        ) == 1
    }

    private func noteRefusal(of id: MailID, _ reason: String, isTemporary: Bool) throws {
        let failures = try first("SELECT attempts FROM outbox WHERE id = \(id)" as SQL<Int>) ?? 0
        guard isTemporary, let pause = OutboxPlan.pause(afterFailures: failures + 1) else {
            try end(id, .failed, reason)
            return
        }
        try run(
            """
            UPDATE outbox SET attempts = attempts + 1, dueAt = \(now + pause), leasedUntil = NULL, failure = \(reason)
            WHERE id = \(id) AND state = 'waiting'
            """
        )
    }

    fileprivate func retryMail(_ id: MailID?) throws -> Int {
        wakeOutbox()
        let which: SQL<Void> =
            id.map { "id = \($0) AND state <> 'sent' AND coalesce(failure, '') <> 'unwanted'" }
            ?? "state = 'failed' AND state <> 'waiting'"
        return try run(
            """
            UPDATE outbox SET state = 'waiting', attempts = 0, dueAt = \(now), endedAt = NULL
            WHERE \(which) AND leasedUntil IS NULL
            """
        )
    }
}
