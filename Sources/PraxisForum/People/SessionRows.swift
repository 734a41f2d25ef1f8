import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisStore
package import PraxisWeb

extension WriteDB {
    /// Starts a session. Only the hash of `token` is stored.
    package func startSession(for member: MemberID, _ kind: Session.Kind, token: String, device: String) throws -> SessionID {
        try insert(
            """
            INSERT INTO session (tokenHash, memberId, kind, device, createdAt, seenAt)
            VALUES (\(SHA256.hash(token)), \(member), \(kind), \(device), \(now), \(now)) RETURNING id
            """)
    }
}
