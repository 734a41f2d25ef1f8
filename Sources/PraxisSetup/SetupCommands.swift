import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
import PraxisPlaces
import PraxisSite
import PraxisStore

extension Site {
    /// Has `token` open setup, in place of any earlier one, if the site has no account yet.
    /// - Returns: whether it does.
    package func beginSetup(token: String) async throws -> Bool {
        try await command { db in
            guard try !db.hasAccounts() else { return false }
            try db.run("DELETE FROM setup")
            try db.run("INSERT INTO setup (tokenHash, createdAt) VALUES (\(SHA256.hash(token)), \(db.now))")
            return true
        }
    }

    /// Makes the first account, that of a site administrator, and signs it in.
    ///
    /// The token speaks for the administrator of the machine, to whom alone it was printed.
    /// - Throws: `Denial.missing` if the token does not open setup, or the site has an account by now.
    func addFirstAdministrator(
        _ member: NewMember,
        token: String,
        _ session: NewSession
    ) async throws -> Entry {
        try await command { db in
            _ = try SetupState.opened(by: token, db.db, at: db.now)
            guard try !db.hasAccounts() else { throw Denial.missing }
            var administrator = member
            administrator.isSiteAdministrator = true
            let id = try db.addMember(administrator, by: .system())
            try db.audit(.accountAdded, id.subject, detail: ["site-admin"], by: Permit.administrator())
            return try db.enter(id, session)
        }
    }

    /// Ends setup: its link opens nothing any more.
    func finishSetup(as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permit(ChangeSite.self, try Access.site(db.reading(as: viewer)))
            guard try db.run("DELETE FROM setup") > 0 else { throw Denial.missing }
            try db.audit(.setupFinished, nil, by: permit)
        }
    }
}

extension WriteDB {
    fileprivate func hasAccounts() throws -> Bool { try first("SELECT 1 FROM member LIMIT 1" as SQL<Int>) != nil }
}

extension AuditAct {
    package static let setupFinished: AuditAct = "setup-finished"
}
