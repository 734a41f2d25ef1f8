package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// What a typed code led to.
package enum CodeOutcome: Equatable, Sendable {
    case refused(FieldError.Problem)
    /// The address belongs to an account: this is how its owner meets it.
    case account(Entry)
    /// The address is proven and waits for a name or a new password.
    case proven
}

extension Site {
    /// Makes a code the one that counts for its address and purpose, whether or not the address has an account.
    func issue(_ code: SealedCode) async throws {
        try await command { db in try db.issue(code) }
    }

    /// Signs in the holder of a mailed code.
    ///
    /// The code of an address without an account is as wrong as any other.
    package func signIn(by code: SealedCode, _ session: NewSession) async throws -> CodeOutcome {
        try await command { db in
            if let problem = try db.spend(code) { return .refused(problem) }
            guard let account = try Account.with(code.email, db.db) else { return .refused(.wrongCode) }
            return .account(try db.enter(account.id, session))
        }
    }

    /// Signs in a member who gave the right password.
    package func signIn(_ member: MemberID, _ session: NewSession) async throws -> Entry {
        try await command { db in try db.enter(member, session) }
    }

    /// Stores the same password hashed at today's cost, unless it was changed in the meantime.
    func rehash(_ email: EmailAddress, from old: String, to new: String) async throws {
        try await command { db in
            _ = try db.run(
                "UPDATE member SET passwordHash = \(new) WHERE email = \(email.text) AND passwordHash = \(old)"
            )
        }
    }
}
