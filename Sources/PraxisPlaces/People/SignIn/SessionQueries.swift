import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

/// A line of the list "where you are signed in".
struct SessionLine: RowDecodable, Sendable {
    let id: SessionID
    let kind: Session.Kind
    let device: String
    let seenAt: Timestamp

    static let columns: SQL<Void> = "id, kind, device, seenAt"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        kind = try columns.word()
        device = try columns.text()
        seenAt = try columns.time()
    }

    /// The member's sessions, the one used last first.
    ///
    /// Walks `session_by_member`.
    static func all(of member: MemberID, _ env: Environment, at now: Timestamp) async throws -> [SessionLine] {
        try await env.store.read { db in
            try db.all(
                """
                SELECT \(columns) FROM session
                WHERE memberId = \(member) AND createdAt > \(now - Limits.sessionAbsolute) AND seenAt > \(now - Limits.sessionIdle)
                ORDER BY seenAt DESC, id DESC LIMIT 100
                """ as SQL<SessionLine>
            )
        }
    }
}
