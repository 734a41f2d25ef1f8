import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisStore
package import PraxisWeb

/// A session that is to be started: how its token travels, the token itself, and on what it was asked for.
package struct NewSession: Sendable {
    package let kind: Session.Kind
    package let token: String
    package let device: String

    package init(_ kind: Session.Kind, token: String, device: String) {
        self.kind = kind
        self.token = token
        self.device = device
    }
}

extension WriteDB {
    /// Starts a session.
    ///
    /// Only the hash of `token` is stored.
    package func startSession(
        for member: MemberID,
        _ kind: Session.Kind,
        token: String,
        device: String
    ) throws -> SessionID {
        try insert(
            """
            INSERT INTO session (tokenHash, memberId, kind, device, createdAt, seenAt)
            VALUES (\(SHA256.hash(token)), \(member), \(kind), \(device), \(now), \(now)) RETURNING id
            """
        )
    }

    /// Ends the member's own sessions but one.
    func endSessions(except kept: SessionID? = nil, by permit: borrowing Permit<OwnAccount>) throws {
        if try deleteSessions(of: permit.author(), except: kept) > 0 { try record(.sessionsEnded, by: permit) }
    }

    /// Ends another member's sessions, because of what is done to their account.
    func endSessions<A: SessionEndingAct>(of member: MemberID, by mandate: borrowing Mandate<A>) throws {
        guard try deleteSessions(of: member, except: nil) > 0 else { return }
        try record(.sessionsEnded, member.subject, in: .site, attributedTo: member, by: mandate)
    }

    /// Walks `session_by_member`.
    private func deleteSessions(of member: MemberID, except kept: SessionID?) throws -> Int {
        try run("DELETE FROM session WHERE memberId = \(member) AND id <> \(kept?.rawValue ?? 0)")
    }

    /// Lets the member in as the account stands: only an active one gets a session.
    package func enter(_ member: MemberID, _ session: NewSession) throws -> Entry {
        switch try first("SELECT standing FROM member WHERE id = \(member)" as SQL<Standing>) {
        case .active:
            _ = try startSession(for: member, session.kind, token: session.token, device: session.device)
            return .entered(member)
        case .pending: return .waiting
        default: return .barred
        }
    }
}

/// The outcome of authentication.
package enum Entry: Equatable, Sendable {
    case entered(MemberID)
    /// The account waits for a site administrator.
    case waiting
    /// The account is suspended or was given up.
    case barred
}
