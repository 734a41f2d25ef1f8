import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Site {
    /// Decides on an account that waits: an approved one may sign in, a declined one never does.
    /// - Returns: the path on this site to which they were going when they signed up, if any.
    /// - Throws: `Denial.missing` if no account of that id waits any more.
    @discardableResult
    func decideAccount(_ member: MemberID, isApproved: Bool, as viewer: Viewer) async throws -> String? {
        try await command { db in
            let permit = try Policy.permit(DecideAccount.self, try Access.site(db.reading(as: viewer)))
            let standing: Standing = isApproved ? .active : .former
            let goingTo = try db.first("SELECT coalesce(goingTo, '') FROM member WHERE id = \(member)" as SQL<String>)
            let decided = try db.run(
                "UPDATE member SET standing = \(standing), goingTo = NULL WHERE id = \(member) AND standing = 'pending'"
            )
            guard decided == 1 else { throw Denial.missing }
            let mandate = try db.audit(isApproved ? .accountApproved : .accountDeclined, member.subject, by: permit)
            try db.record(isApproved ? .accountApproved : .accountDeclined, member.subject, by: mandate)
            return goingTo.flatMap { $0.isEmpty ? nil : $0 }
        }
    }
}
