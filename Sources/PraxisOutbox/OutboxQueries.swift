import PraxisCapability
import PraxisCommunity
import PraxisDomain
package import PraxisStore

/// A queued mail in the hand of a worker.
struct ClaimedMail: RowDecodable, Sendable {
    let id: MailID
    /// As it is spelt: this version may not know it.
    let kind: String
    let member: MemberID
    let period: String
    let about: MailMatter
    let leasedUntil: Timestamp?

    static let columns: SQL<Void> = "id, kind, memberId, period, \(MailMatter.columns), leasedUntil"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        kind = try columns.text()
        member = try columns.id()
        (period, about) = (try columns.text(), try MailMatter(&columns))
        leasedUntil = columns.optionalTime()
    }

    static func one(_ id: MailID) -> SQL<ClaimedMail> {
        "SELECT \(columns) FROM outbox WHERE id = \(id)"
    }

    /// The one that will be handed over next.
    static let next: SQL<ClaimedMail> = """
        SELECT \(Self.columns) FROM outbox
        WHERE state = 'waiting' ORDER BY dueAt, id LIMIT 1
        """

    /// Whether the mail waits and its lease still ends at the same moment.
    func isHeld(_ db: DB) throws -> Bool {
        try db.first(
            "SELECT 1 FROM outbox WHERE id = \(id) AND state = 'waiting' AND leasedUntil = \(leasedUntil)" as SQL<Int>
        ) != nil
    }
}

/// Whom a mail is for, whatever the state of the account.
struct MailAccount: RowDecodable, Sendable {
    let email: String
    let standing: Standing
    let language: Language
    let recipient: MailOrder.Recipient

    static let columns: SQL<Void> = "id, email, standing, language, name, timeZone, isSiteAdministrator"

    init(_ columns: inout Columns) throws {
        let id = try columns.id(Noun.Member.self)
        email = try columns.text()
        standing = try columns.word()
        language = try columns.word()
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
        SELECT \(columns) FROM member WHERE id = \(member)
        """
    }
}

/// What there is to do: how many mails are due, counted no further than asked for, and when the next one will be.
struct DueMail: Sendable {
    let due: Int
    let next: Timestamp?

    /// Walks `outbox_due`.
    static func load(atMost count: Int, _ db: DB, at now: Timestamp) throws -> DueMail {
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
        return DueMail(due: due ?? 0, next: next)
    }
}

/// How many mails of one kind are in one state.
package struct MailCount: RowDecodable, Sendable {
    package let kind: String
    package let state: MailState
    package let count: Int

    static let columns: SQL<Void> = "kind, state, count(*)"

    package init(_ columns: inout Columns) throws {
        kind = try columns.text()
        state = try columns.word()
        count = try columns.int()
    }

    /// A full scan of `outbox`: rare, for administrators only.
    package static let all: SQL<MailCount> = """
        SELECT \(Self.columns) FROM outbox GROUP BY kind, state ORDER BY kind, state
        """
}
