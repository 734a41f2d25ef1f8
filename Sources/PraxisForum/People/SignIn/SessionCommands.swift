package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Site {
    /// Ends one session of the member.
    ///
    /// One that is not theirs, or is not there, stays as it is.
    package func endSession(_ session: SessionID, of member: MemberID) async throws {
        try await command { db in
            let ended = try db.run("DELETE FROM session WHERE id = \(session) AND memberId = \(member)")
            if ended > 0 { try db.journal(.sessionsEnded, subject: member.subject, actor: member) }
        }
    }

    /// Ends all sessions of the member but one: they are signed out everywhere at once.
    package func endSessions(of member: MemberID, except kept: SessionID? = nil) async throws {
        try await command { db in try db.endSessions(of: member, except: kept) }
    }
}
