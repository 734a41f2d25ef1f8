import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Site {
    /// Takes the code that a sign-up mailed.
    ///
    /// Anyone who turns out to have an account is signed in to it: the mailbox is proven. For others `proof` becomes the
    /// token that the next steps go by.
    func proveForSignUp(_ code: SealedCode, proof: String, _ session: NewSession) async throws -> CodeOutcome {
        try await command { db in
            if let problem = try db.spend(code) { return .refused(problem) }
            if let account = try Account.with(code.email, db.db) { return .account(try db.enter(account.id, session)) }
            try db.addProof(proof, of: code.email, for: .signUp)
            return .proven
        }
    }

    /// Makes the account of a proven address and signs it in, or leaves it waiting for approval.
    ///
    /// An account that was made in the meantime stays as it is.
    /// - Returns: nil if the proof is wrong, used or too old.
    func finishSignUp(_ sign: SignUp, proof: String, _ session: NewSession) async throws -> Entry? {
        try await command { db in
            guard let email = try db.spendProof(proof, for: .signUp) else { return nil }
            if let account = try Account.with(email, db.db) { return try db.enter(account.id, session) }
            try db.checkNoLookAlike(sign.name, of: nil)
            var member = NewMember(email: email, name: sign.name)
            (member.passwordHash, member.standing) = (sign.passwordHash, sign.standing)
            (member.language, member.timeZone) = (sign.language, sign.timeZone)
            let made = try db.addMember(member, by: .system())
            try db.markSignedUp(made)
            try db.setWork(sign.work, of: made)
            if sign.standing == .pending {
                try db.run("UPDATE member SET goingTo = \(sign.goingTo) WHERE id = \(made)")
            }
            return try db.enter(made, session)
        }
    }
}

/// What a member gave at sign-up, checked, besides the address that was proven.
package struct SignUp: Sendable {
    package let name: String
    package let work: Work
    package let passwordHash: String?
    package let standing: Standing
    package let language: Language
    package let timeZone: String
    /// Where they were going, for the mail that says that the account is approved; nil if that is the home page.
    package let goingTo: String?
}
