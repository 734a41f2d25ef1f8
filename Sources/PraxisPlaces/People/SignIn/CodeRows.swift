import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
import PraxisStore

/// What a mailed code is good for.
///
/// One for signing in resets no password.
package enum CodePurpose: String, Sendable {
    case signUp = "sign-up"
    case signIn = "sign-in"
    case reset
}

/// A code with all that it is bound to, as it is stored: only who holds the site's key can try codes against the hash.
package struct SealedCode: Sendable {
    let email: EmailAddress
    let purpose: CodePurpose
    let hash: [UInt8]

    package init(_ code: String, for email: EmailAddress, _ purpose: CodePurpose, key: [UInt8]) {
        (self.email, self.purpose) = (email, purpose)
        hash = HMACSHA256.code(Array("code \(purpose.rawValue) \(email.text) \(code)".utf8), key: key)
    }
}

extension WriteDB {
    /// Makes a code the only one that counts for its address and purpose.
    ///
    /// Known and unknown addresses get the same rows.
    ///
    /// Walks `emailCode_by_email`; the oldest rows of all go, a few at a time.
    func issue(_ code: SealedCode) throws {
        try run("DELETE FROM emailCode WHERE email = \(code.email.text) AND purpose = \(code.purpose)")
        try run(
            """
            DELETE FROM emailCode WHERE id IN (
                SELECT id FROM (SELECT id, expiresAt FROM emailCode ORDER BY id LIMIT 20) AS oldest WHERE expiresAt < \(now))
            """
        )
        try run(
            """
            INSERT INTO emailCode (email, purpose, codeHash, createdAt, expiresAt)
            VALUES (\(code.email.text), \(code.purpose), \(code.hash), \(now), \(now + Limits.codeLifetime))
            """
        )
    }

    /// Uses the code up, or counts a wrong guess against the one that is there.
    ///
    /// Walks `emailCode_by_email`.
    /// - Returns: what is wrong with it; nil if it was right. Never thrown, since a throw would undo the count.
    func spend(_ code: SealedCode) throws -> FieldError.Problem? {
        let spent = try run(
            """
            UPDATE emailCode SET usedAt = \(now)
            WHERE email = \(code.email.text) AND purpose = \(code.purpose) AND codeHash = \(code.hash)
                AND usedAt IS NULL AND expiresAt > \(now) AND guesses < \(Limits.codeGuesses)
            """
        )
        if spent > 0 { return nil }
        let living = try run(
            """
            UPDATE emailCode SET guesses = guesses + 1
            WHERE email = \(code.email.text) AND purpose = \(code.purpose)
                AND usedAt IS NULL AND expiresAt > \(now) AND guesses < \(Limits.codeGuesses)
            """
        )
        return living > 0 ? .wrongCode : .expired
    }

    /// Notes that an address was proven; the holder of `token` can go on with it.
    ///
    /// Those of yesterday go.
    func addProof(_ token: String, of email: EmailAddress, for purpose: CodePurpose) throws {
        try run("DELETE FROM emailProof WHERE createdAt < \(now - Limits.confirmationLifetime)")
        try run(
            """
            INSERT INTO emailProof (tokenHash, email, purpose, createdAt)
            VALUES (\(SHA256.hash(token)), \(email.text), \(purpose), \(now))
            """
        )
    }

    /// Uses a proof up: the address that was proven, or nil for a token that is wrong, used or too old.
    ///
    /// Walks the primary key.
    func spendProof(_ token: String, for purpose: CodePurpose) throws -> EmailAddress? {
        let email = try first(
            """
            UPDATE emailProof SET usedAt = \(now)
            WHERE tokenHash = \(SHA256.hash(token)) AND purpose = \(purpose) AND usedAt IS NULL
                AND createdAt > \(now - purpose.proofLifetime)
            RETURNING email
            """ as SQL<String>
        )
        return email.flatMap { EmailAddress($0) }
    }

    /// Lets nothing that was mailed to the address set its password any more.
    func forgetResets(of email: EmailAddress) throws {
        try run("DELETE FROM emailCode WHERE email = \(email.text) AND purpose = \(CodePurpose.reset)")
        try run("DELETE FROM emailProof WHERE email = \(email.text) AND purpose = \(CodePurpose.reset)")
    }
}

extension CodePurpose {
    var proofLifetime: Span { self == .reset ? Limits.resetLifetime : Limits.confirmationLifetime }
}
