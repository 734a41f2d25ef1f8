package import PraxisCommunity
package import PraxisDomain
import PraxisCapability
import PraxisStore

extension Community {
    /// Has a message leave in two minutes, to people by what they have answered by then.
    ///
    /// What its writer took back before is gone.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.input` for one that takes none, and for an answer that nobody
    ///   gave; `.tooMany` after the day's last; what the policy says.
    package func send(
        _ new: NewHostMessage,
        of thread: ThreadID,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> HostMessageID {
        let limitsAreOn = settings.limitsAreOn
        return try await command(once: key) { db in
            let facts = try db.facts(of: thread, for: viewer)
            let gathering = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(ChangeGathering.self, facts), author = try permit.author()
            let answers = try Answers.load(thread, capacity: gathering.capacity, db.db)
            try new.check(gathering, answers, by: author, at: db.now)
            if try db.all(AddressedMessage.of(thread)).count >= Limits.hostMessages {
                throw Denial.input([FieldError("body", .messagesAreFull)])
            }
            if limitsAreOn { try db.checkMessages(by: author) }
            try db.run(
                "DELETE FROM hostMessage WHERE threadId = \(thread) AND authorId = \(author) AND state = 'undone'"
            )
            let id: HostMessageID = try db.insert(
                """
                INSERT INTO hostMessage (threadId, authorId, audience, body, state, sentAt, toldTo)
                VALUES (\(thread), \(author), \(new.audience.words), \(new.body), \(HostMessageState.waiting), \(db.now), 0) RETURNING id
                """
            )
            let mandate = try db.audit(.hostMessageSent, thread.subject, by: permit)
            try db.record(.hostMessagesChanged, thread.subject, by: mandate)
            return id
        }
    }

    /// Takes a message back before anybody gets it, so that its writer finds the text in the form; one that has left is taken off the page
    /// with its text, counts among those of its day, and mails of it that have not left yet do not.
    /// - Returns: whether nobody had got it.
    /// - Throws: `Denial.missing` for what is no message of that date, or of a date that the viewer does not read; what the policy says.
    @discardableResult
    package func withdraw(_ message: HostMessageID, of thread: ThreadID, as viewer: Viewer) async throws -> Bool {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            _ = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(ChangeGathering.self, facts)
            guard let old = try db.first(HostMessage.of(message)), old.thread == thread, !old.isGone else {
                throw Denial.missing
            }
            let isHeld = old.isHeld(at: db.now)
            try db.run(
                isHeld
                    ? "UPDATE hostMessage SET state = \(HostMessageState.undone) WHERE id = \(message)"
                    : "UPDATE hostMessage SET state = \(HostMessageState.removed), body = '' WHERE id = \(message)"
            )
            let mandate = try db.audit(.hostMessageWithdrawn, thread.subject, by: permit)
            try db.record(.hostMessagesChanged, thread.subject, by: mandate)
            return isHeld
        }
    }
}

extension WriteDB {
    /// Counted from what was sent and not taken back in time: walks `hostMessage_by_author`.
    /// - Throws: `Denial.tooMany` with the time until the oldest of the day's last is a day old.
    fileprivate func checkMessages(by author: MemberID) throws {
        let rate = Rate.hostMessagesPerDay
        let times = try all(
            """
            SELECT sentAt FROM hostMessage WHERE authorId = \(author) AND sentAt > \(now - rate.span) AND state <> 'undone'
            ORDER BY sentAt
            """ as SQL<Timestamp>
        )
        guard times.count >= rate.count else { return }
        throw Denial.tooMany(retryAfter: (times[times.count - rate.count] + rate.span).since(now))
    }
}

extension Tick {
    static let hostMessages = Tick("messages of hosts") { env in
        _ = try await HostMessageRound(env, at: env.clock()).run()
    }
}

/// One look at the messages that can be taken back no longer.
package struct HostMessageRound: Sendable {
    private let env: Environment
    private let now: Timestamp

    package init(_ env: Environment, at now: Timestamp) { (self.env, self.now) = (env, now) }

    /// Queues a mail for each of those who have given an answer that a message is for; what an earlier look did is not done again.
    /// - Returns: how many were queued.
    package func run() async throws -> Int {
        let due = try await env.store.read { db in
            try db.all(
                """
                SELECT id FROM hostMessage WHERE state IN ('waiting', 'leaving') AND sentAt <= \(now - Limits.hostMessageHeld)
                ORDER BY sentAt LIMIT 100
                """ as SQL<HostMessageID>
            )
        }
        var queued = 0
        for message in due {
            while let count = try await env.site.mail(message) { queued += count }
        }
        return queued
    }
}

extension Site {
    /// How many one transaction tells, so that others write in between.
    private static let atOnce = 250

    /// Queues the next mails of a message, in the order of the ids of those who get one.
    /// - Returns: how many were queued; nil if all are.
    func mail(_ message: HostMessageID) async throws -> Int? {
        try await command { db in
            guard let row = try db.first(HostMessage.of(message)), row.state == .waiting || row.state == .leaving,
                let date = try db.first(Gathering.of([row.thread]))
            else { return nil }
            let answers = try Answers.load(row.thread, capacity: date.capacity, db.db)
            let members = answers.people(row.addressed.audience, besides: row.author).map(\.rawValue)
                .filter { $0 > row.toldTo }.sorted().prefix(Self.atOnce).map { MemberID(rawValue: $0) }
            for member in members {
                let about = MailMatter(row.thread.subject, numbers: [message.rawValue])
                try db.queueMail(.hostMessage, to: member, period: "\(message)", about: about)
            }
            let state: HostMessageState = members.count == Self.atOnce ? .leaving : .sent
            try db.run(
                """
                UPDATE hostMessage SET state = \(state), toldTo = \(members.last?.rawValue ?? row.toldTo) WHERE id = \(message)
                """
            )
            return members.count
        }
    }
}

extension Purge {
    /// Walks `hostMessage_gone`.
    static let undoneMessages = Purge(
        "messages of hosts that were taken back",
        .hourly { db in
            try db.run(
                "DELETE FROM hostMessage WHERE state IN ('undone', 'removed') AND sentAt <= \(db.now - Limits.undoneMessageKept)"
            )
        }
    )
}
