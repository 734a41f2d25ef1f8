package import PraxisCommunity
import PraxisCrypto
import PraxisDomain
import PraxisStore

extension Site {
    /// Takes the code that a reset mailed: the address is then proven, if it belongs to an active account.
    func proveForReset(_ code: SealedCode, proof: String) async throws -> CodeOutcome {
        try await command { db in
            if let problem = try db.spend(code) { return .refused(problem) }
            guard let account = try Account.with(code.email, db.db) else { return .refused(.wrongCode) }
            guard account.standing == .active else {
                return .account(account.standing == .pending ? .waiting : .barred)
            }
            try db.addProof(proof, of: code.email, for: .reset)
            return .proven
        }
    }

    /// Sets the password of a proven address, ends all its sessions and starts one.
    /// - Returns: nil if the proof is wrong, used or too old.
    package func resetPassword(to hash: String, proof: String, _ session: NewSession) async throws -> Entry? {
        try await command { db in
            guard let email = try db.spendProof(proof, for: .reset), let account = try Account.with(email, db.db) else {
                return nil
            }
            try db.run("UPDATE member SET passwordHash = \(hash) WHERE id = \(account.id)")
            try db.endSessions(by: Policy.permitForOwnAccount(Viewer(member: account.id)))
            try db.forgetResets(of: email)
            return try db.enter(account.id, session)
        }
    }

    /// Sets or changes the member's password, ends the other sessions and gives this one a new token.
    ///
    /// `old` is the hash that the current password was compared with, or nil if there was none.
    /// - Throws: `Denial.wrongCredentials` if the password was changed since.
    func changePassword(
        of member: MemberID,
        from old: String?,
        to new: String,
        keeping session: SessionID,
        token: String
    ) async throws {
        try await command { db in
            let changed = try db.run(
                """
                UPDATE member SET passwordHash = \(new)
                WHERE id = \(member) AND coalesce(passwordHash, '') = \(old ?? "")
                """
            )
            guard changed == 1, let account = try Account.of(member, db.db) else { throw Denial.wrongCredentials }
            let permit = try Policy.permitForOwnAccount(Viewer(member: member))
            try db.endSessions(except: session, by: permit)
            try db.run("UPDATE session SET tokenHash = \(SHA256.hash(token)) WHERE id = \(session)")
            // The token before this one ends with it.
            try db.record(.sessionsEnded, by: permit)
            try db.forgetResets(of: account.email)
        }
    }
}
