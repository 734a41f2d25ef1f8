package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A mail as the log tells site administrators of it: kind, state and times.
///
/// It names its recipient only if it was given up and is not discreet, so that no page and no command tells who reported, whose post
/// was decided on or who is in a confidential group.
package struct MailLine: Sendable {
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
    /// Nil unless the mail was given up and is not discreet; nil also if the account is gone.
    package let recipient: (name: String, email: String)?
    package let isDiscreet: Bool

    fileprivate init(_ row: StoredMail, _ capabilities: Capabilities, _ db: DB) throws {
        let template = capabilities[MailKind(rawValue: row.kind)]
        isDiscreet = try template?.isDiscreet(row.about, db) ?? true
        recipient = row.state == .failed && !isDiscreet ? row.recipient : nil
        id = row.id
        kind = row.kind
        state = row.state
        attempts = row.attempts
        dueAt = row.dueAt
        endedAt = row.endedAt
        isInHand = row.isInHand
        failure = row.failure
    }

    /// Those that were given up, the newest first.
    ///
    /// Walks `outbox_ended`.
    package static func failed(limit: Int, _ capabilities: Capabilities, _ db: DB) throws -> [MailLine] {
        try load(
            "WHERE o.state = 'failed' AND o.state <> 'waiting' ORDER BY o.endedAt DESC, o.id DESC LIMIT \(limit)",
            capabilities,
            db
        )
    }

    /// Those that wait, the longest due first.
    ///
    /// Walks `outbox_due`.
    package static func waiting(limit: Int, _ capabilities: Capabilities, _ db: DB) throws -> [MailLine] {
        try load("WHERE o.state = 'waiting' ORDER BY o.dueAt, o.id LIMIT \(limit)", capabilities, db)
    }

    /// The newest.
    package static func latest(limit: Int, _ capabilities: Capabilities, _ db: DB) throws -> [MailLine] {
        try load("ORDER BY o.id DESC LIMIT \(limit)", capabilities, db)
    }

    /// The newest one that a member had sent to themselves, to see whether it arrives.
    ///
    /// Walks the unique index on member, kind and period.
    static func test(of member: MemberID, _ capabilities: Capabilities, _ db: DB) throws -> MailLine? {
        try load(
            "WHERE o.memberId = \(member) AND o.kind = \(MailKind.test) ORDER BY o.id DESC LIMIT 1",
            capabilities,
            db
        )
        .first
    }

    private static func load(_ which: SQL<Void>, _ capabilities: Capabilities, _ db: DB) throws -> [MailLine] {
        let mails = try db.all(
            """
            SELECT \(StoredMail.columns)
            FROM outbox o LEFT JOIN member a ON a.id = o.memberId \(which)
            """ as SQL<StoredMail>
        )
        return try mails.map { try MailLine($0, capabilities, db) }
    }
}

/// A mail of the outbox with whom it is for.
private struct StoredMail: RowDecodable {
    let id: MailID
    let kind: String
    let about: MailMatter
    let state: MailState
    let attempts: Int
    let dueAt: Timestamp
    let endedAt: Timestamp?
    let isInHand: Bool
    let failure: String?
    let recipient: (name: String, email: String)?

    static let columns: SQL<Void> = """
        o.id, o.kind, \(MailMatter.columns), o.state, o.attempts, o.dueAt, o.endedAt, o.leasedUntil, o.failure, a.name,
        a.email
        """

    init(_ columns: inout Columns) throws {
        (id, kind) = (try columns.id(), try columns.text())
        about = try MailMatter(&columns)
        state = try columns.word()
        attempts = try columns.int()
        dueAt = try columns.time()
        (endedAt, isInHand) = (columns.optionalTime(), columns.optionalTime() != nil)
        failure = columns.optionalText()
        let name = columns.optionalText(), email = columns.optionalText()
        recipient = if let name, let email { (name, email) } else { nil }
    }
}

/// The outbox as its page shows it to a site administrator.
package struct OutboxPage: Sendable {
    package let waiting: Int
    package let failed: [MailLine]
    package let counts: [MailCount]
    package let latest: [MailLine]
    /// The reader's newest test mail; nil if they have sent none.
    let test: MailLine?

    /// - Throws: `Denial` for anyone who does not look after the site's mail.
    package static func load(_ capabilities: Capabilities, _ reading: Reading) throws -> OutboxPage {
        if let denial = Policy.refusal(LookAfterMail.self, try Access.site(reading)) { throw denial }
        return OutboxPage(
            waiting: try reading.first("SELECT count(*) FROM outbox WHERE state = 'waiting'" as SQL<Int>) ?? 0,
            failed: try MailLine.failed(limit: 100, capabilities, reading.db),
            counts: try reading.all(MailCount.all),
            latest: try MailLine.latest(limit: 100, capabilities, reading.db),
            test: try reading.viewer.member.flatMap { try MailLine.test(of: $0, capabilities, reading.db) }
        )
    }
}
