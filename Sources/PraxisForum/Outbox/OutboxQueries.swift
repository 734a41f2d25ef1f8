import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A queued mail in the hand of a worker.
struct ClaimedMail: RowDecodable, Sendable {
    let id: MailID
    /// As it is spelt: this version may not know it.
    let kind: String
    let member: MemberID
    let period: String
    let about: [Int64]
    let leasedUntil: Timestamp?

    init(_ columns: inout Columns) throws {
        (id, kind, member) = (try columns.id(), try columns.text(), try columns.id())
        (period, about) = (try columns.text(), try columns.text().split(separator: " ").compactMap { Int64($0) })
        leasedUntil = columns.optionalTime()
    }

    static func one(_ id: MailID) -> SQL<ClaimedMail> {
        "SELECT id, kind, memberId, period, about, leasedUntil FROM outbox WHERE id = \(id)"
    }

    /// The one that will be handed over next.
    static let next: SQL<ClaimedMail> = """
        SELECT id, kind, memberId, period, about, leasedUntil FROM outbox
        WHERE state = 'waiting' ORDER BY dueAt, id LIMIT 1
        """

    /// Whether the mail waits and is still lent until the same moment.
    func isHeld(_ db: DB) throws -> Bool {
        try db.first(
            "SELECT 1 FROM outbox WHERE id = \(id) AND state = 'waiting' AND leasedUntil = \(leasedUntil)" as SQL<Int>
        ) != nil
    }
}

/// Whom a mail is for, whatever became of the account.
struct MailAccount: RowDecodable, Sendable {
    let email: String
    let standing: Standing
    let language: Language
    let recipient: MailOrder.Recipient

    init(_ columns: inout Columns) throws {
        let id = try columns.id(Noun.Member.self)
        (email, standing, language) = (try columns.text(), try columns.word(), try columns.word())
        recipient = MailOrder.Recipient(
            id: id,
            name: try columns.text(),
            timeZone: try columns.text(),
            isSiteAdministrator: try columns.bool()
        )
    }

    /// Walks the primary key.
    static func of(_ member: MemberID) -> SQL<MailAccount> {
        """
        SELECT id, email, standing, language, name, timeZone, isSiteAdministrator FROM member WHERE id = \(member)
        """
    }
}

/// What there is to do: how many mails are due, counted no further than asked for, and when the next one will be.
struct OutboxWork: Sendable {
    let due: Int
    let next: Timestamp?

    /// Walks `outbox_due`.
    static func load(atMost count: Int, _ db: DB, at now: Timestamp) throws -> OutboxWork {
        let due = try db.first(
            """
            SELECT count(*) FROM (SELECT 1 FROM outbox WHERE state = 'waiting' AND dueAt <= \(now)
              AND (leasedUntil IS NULL OR leasedUntil <= \(now)) LIMIT \(count)) AS due
            """ as SQL<Int>
        )
        let next = try db.first(
            """
            SELECT dueAt FROM outbox WHERE state = 'waiting' AND dueAt > \(now) ORDER BY dueAt, id LIMIT 1
            """ as SQL<Timestamp>
        )
        return OutboxWork(due: due ?? 0, next: next)
    }
}

/// How many mails of one kind are in one state.
package struct MailCount: RowDecodable, Sendable {
    package let kind: String
    package let state: MailState
    package let count: Int

    package init(_ columns: inout Columns) throws {
        (kind, state, count) = (try columns.text(), try columns.word(), try columns.int())
    }

    /// A full scan of `outbox`: administrators ask, seldom.
    package static let all: SQL<MailCount> = """
        SELECT kind, state, count(*) FROM outbox GROUP BY kind, state ORDER BY kind, state
        """
}

/// A mail as the log tells of it.
package struct MailLine: RowDecodable, Sendable {
    package let id: MailID
    /// As it is spelt: this version may not know it.
    package let kind: String
    package let state: MailState
    package let attempts: Int
    package let dueAt: Timestamp
    package let endedAt: Timestamp?
    package let isInHand: Bool
    /// What the mail program said last, or a word of `MailSkip`.
    package let failure: String?
    package let member: MemberID
    package let name: String?
    package let email: String?

    package init(_ columns: inout Columns) throws {
        (id, kind, state) = (try columns.id(), try columns.text(), try columns.word())
        (attempts, dueAt) = (try columns.int(), try columns.time())
        (endedAt, isInHand) = (columns.optionalTime(), columns.optionalTime() != nil)
        (failure, member) = (columns.optionalText(), try columns.id())
        (name, email) = (columns.optionalText(), columns.optionalText())
    }

    private static let columns: SQL<Void> = """
        o.id, o.kind, o.state, o.attempts, o.dueAt, o.endedAt, o.leasedUntil, o.failure, o.memberId, a.name, a.email
        FROM outbox o LEFT JOIN member a ON a.id = o.memberId
        """

    /// Those that were given up, the newest first.
    ///
    /// Walks `outbox_ended`.
    package static func failed(limit: Int) -> SQL<MailLine> {
        "SELECT \(columns) WHERE o.state = 'failed' AND o.state <> 'waiting' ORDER BY o.endedAt DESC, o.id DESC LIMIT \(limit)"
    }

    /// Those that wait, the longest due first.
    ///
    /// Walks `outbox_due`.
    package static func waiting(limit: Int) -> SQL<MailLine> {
        "SELECT \(columns) WHERE o.state = 'waiting' ORDER BY o.dueAt, o.id LIMIT \(limit)"
    }

    /// The newest, of everybody or to one address.
    package static func latest(to address: String?, limit: Int) -> SQL<MailLine> {
        guard let address else { return "SELECT \(columns) ORDER BY o.id DESC LIMIT \(limit)" }
        return """
            SELECT \(columns) WHERE o.memberId = (SELECT id FROM member WHERE email = \(address)) ORDER BY o.id DESC LIMIT \(limit)
            """
    }

    package static func one(_ id: MailID) -> SQL<MailLine> { "SELECT \(columns) WHERE o.id = \(id)" }
}

/// The outbox as its page shows it to a site administrator.
struct OutboxPage: Sendable {
    let waiting: Int
    let failed: [MailLine]
    let latest: [MailLine]
    /// Whom the log is narrowed to.
    let address: String

    /// - Throws: `Denial` for whoever does not look after the site's mail.
    static func load(to address: String, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> OutboxPage {
        if let denial = Policy.refusal(.lookAfterMail, try Access.site(viewer, db, at: now)) { throw denial }
        let folded = TypedText.normalised(address).lowercased()
        return OutboxPage(
            waiting: try db.first("SELECT count(*) FROM outbox WHERE state = 'waiting'" as SQL<Int>) ?? 0,
            failed: try db.all(MailLine.failed(limit: 100)),
            latest: try db.all(MailLine.latest(to: folded.isEmpty ? nil : folded, limit: 100)),
            address: address
        )
    }

    /// Said twice, since the engine does not conclude from the one what the index asks for.
    private static let failures: SQL<Int> = """
        SELECT count(*) FROM outbox WHERE state = 'failed' AND state <> 'waiting'
        """

    /// How many mails were given up; only site administrators are told.
    ///
    /// Walks `outbox_ended`.
    static func failures(for viewer: Viewer, _ db: DB) throws -> Int {
        guard viewer.isSiteAdministrator else { return 0 }
        return try db.first(failures) ?? 0
    }
}
