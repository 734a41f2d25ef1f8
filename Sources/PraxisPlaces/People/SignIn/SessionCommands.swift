package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Site {
    /// Ends one session of the member.
    ///
    /// One that is not theirs, or is not there, stays as it is.
    package func endSession(_ session: SessionID, of member: MemberID) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(Viewer(member: member))
            let ended = try db.run("DELETE FROM session WHERE id = \(session) AND memberId = \(member)")
            if ended > 0 { try db.record(.sessionsEnded, by: permit) }
        }
    }

    /// Ends all sessions of the member but one: they are signed out everywhere at once.
    package func endSessions(of member: MemberID, except kept: SessionID? = nil) async throws {
        try await command { db in
            try db.endSessions(except: kept, by: Policy.permitForOwnAccount(Viewer(member: member)))
        }
    }
}
