package import PraxisCapability
import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisStore

/// An account as its own owner's pages and mails need it.
package struct Account: Sendable {
    package let id: MemberID
    package let email: EmailAddress
    package let name: String
    package let passwordHash: String?
    package let standing: Standing
    package let language: Language

    /// Walks the unique index of `member.email`.
    package static func with(_ email: EmailAddress, _ db: DB) throws -> Account? {
        try db.first(
            """
            SELECT \(AccountRow.columns) FROM member WHERE email = \(email.text)
            """ as SQL<AccountRow>
        )?.account
    }

    /// Walks the primary key.
    package static func of(_ member: MemberID, _ db: DB) throws -> Account? {
        try db.first(
            """
            SELECT \(AccountRow.columns) FROM member WHERE id = \(member)
            """ as SQL<AccountRow>
        )?.account
    }

    package static func with(_ email: EmailAddress, _ env: Environment) async throws -> Account? {
        try await env.store.read { db in try with(email, db) }
    }

    package static func of(_ member: MemberID, _ env: Environment) async throws -> Account? {
        try await env.store.read { db in try of(member, db) }
    }

    /// The address that a proof is of, while it may still be used.
    ///
    /// Walks the primary key.
    static func provenAddress(
        _ token: String,
        for purpose: CodePurpose,
        _ env: Environment,
        at now: Timestamp
    ) async throws
        -> EmailAddress?
    {
        try await env.store.read { db in
            let email = try db.first(
                """
                SELECT email FROM emailProof
                WHERE tokenHash = \(SHA256.hash(token)) AND purpose = \(purpose) AND usedAt IS NULL
                    AND createdAt > \(now - purpose.proofLifetime)
                """ as SQL<String>
            )
            return email.flatMap { EmailAddress($0) }
        }
    }
}

private struct AccountRow: RowDecodable {
    let account: Account?

    static let columns: SQL<Void> = "id, email, name, passwordHash, standing, language"

    init(_ columns: inout Columns) throws {
        let id = try columns.id(Noun.Member.self), email = EmailAddress(try columns.text()), name = try columns.text()
        let hash = columns.optionalText(), standing = try columns.word(Standing.self),
            language = try columns.word(Language.self)
        account = email.map {
            Account(id: id, email: $0, name: name, passwordHash: hash, standing: standing, language: language)
        }
    }
}

/// An account that waits for a site administrator.
struct WaitingAccount: RowDecodable, Sendable {
    let id: MemberID
    let name: String
    let email: String
    let askedAt: Timestamp

    static let columns: SQL<Void> = "id, name, email, joinedAt"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        name = try columns.text()
        email = try columns.text()
        askedAt = try columns.time()
    }

    /// The hundred that have waited longest.
    ///
    /// A full scan of `member`: rare, for administrators only.
    /// - Throws: the policy's `Denial` for viewers who may not decide on them.
    static func all(_ reading: Reading) throws -> [WaitingAccount] {
        if let denial = Policy.refusal(DecideAccount.self, try Access.site(reading)) { throw denial }
        return try reading.all(
            """
            SELECT \(columns) FROM member WHERE standing = 'pending' ORDER BY joinedAt, id LIMIT 100
            """ as SQL<WaitingAccount>
        )
    }
}
