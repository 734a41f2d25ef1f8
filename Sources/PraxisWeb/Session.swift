package import PraxisDomain
package import PraxisStore

/// Who is asking: a living session and the account behind it.
package struct Session: Sendable {
    /// The kinds differ in how the token travels: a cookie or an `Authorization` header.
    package enum Kind: String, Sendable { case browser, api }

    package let id: SessionID
    package let tokenHash: [UInt8]
    package let member: MemberID
    package let name: String
    package let email: String
    package let language: Language
    package let timeZone: String
    package let isSiteAdministrator: Bool
    package let createdAt: Timestamp
    package let seenAt: Timestamp
    /// The last page view of the visit before this one.
    package let visitedAt: Timestamp?
    package let memberSeenAt: Timestamp?
    private let isPrivileged: Bool

    package var viewer: Viewer { Viewer(member: member, isSiteAdministrator: isSiteAdministrator) }

    /// The session of a token, if it lives at `now`.
    ///
    /// Walks `session.tokenHash`'s unique index.
    package static func living(_ tokenHash: [UInt8], _ kind: Kind, _ db: DB, at now: Timestamp) throws -> Session? {
        let session = try db.first(
            """
            SELECT s.id, s.tokenHash, m.id, m.name, m.email, m.language, m.timeZone, m.isSiteAdministrator, s.createdAt, s.seenAt,
                   m.visitedAt, m.seenAt,
                   m.isSiteAdministrator OR EXISTS (SELECT 1 FROM membership ms WHERE ms.memberId = m.id
                       AND ms.role IN ('moderator', 'manager') AND ms.standing = 'active')
            FROM session s JOIN member m ON m.id = s.memberId
            WHERE s.tokenHash = \(tokenHash) AND s.kind = \(kind) AND m.standing = 'active'
            """ as SQL<Session>
        )
        guard let session, session.lives(at: now) else { return nil }
        return session
    }

    private func lives(at now: Timestamp) -> Bool {
        let idle = isPrivileged ? Limits.privilegedSessionIdle : Limits.sessionIdle
        let absolute = isPrivileged ? Limits.privilegedSessionAbsolute : Limits.sessionAbsolute
        return now < seenAt + idle && now < createdAt + absolute
    }
}

extension Session: RowDecodable {
    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        tokenHash = try columns.bytes()
        member = try columns.id()
        name = try columns.text()
        email = try columns.text()
        language = try columns.word()
        timeZone = try columns.text()
        isSiteAdministrator = try columns.bool()
        createdAt = try columns.time()
        seenAt = try columns.time()
        visitedAt = columns.optionalTime()
        memberSeenAt = columns.optionalTime()
        isPrivileged = try columns.bool()
    }
}
