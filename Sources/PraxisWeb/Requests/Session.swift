import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisStore

/// A valid session and the account behind it.
package struct Session: Sendable {
    /// The kinds differ in how the token is transmitted: a cookie or an `Authorization` header.
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
    /// Whether the member has any role by which something may be waiting for them.
    package let hasDuties: Bool
    /// Whether single-key shortcuts work in the moderation queue; nil until the member has chosen.
    package let queueKeys: Bool?
    package let appearance: Appearance

    package var viewer: Viewer { Viewer(member: member, isSiteAdministrator: isSiteAdministrator) }

    /// The session of a token, if it is valid at `now`.
    ///
    /// Uses the unique index of `session.tokenHash`.
    package static func living(_ tokenHash: [UInt8], _ kind: Kind, _ db: DB, at now: Timestamp) throws -> Session? {
        let session = try db.first(
            """
            SELECT \(Self.columns)
            FROM session s JOIN member m ON m.id = s.memberId
            WHERE s.tokenHash = \(tokenHash) AND s.kind = \(kind) AND m.standing = 'active'
            """ as SQL<Session>
        )
        guard let session, session.lives(at: now) else { return nil }
        return session
    }

    /// A closure that checks whether this session is still valid; it captures only what it needs for that.
    package func lives(_ kind: Kind) -> @Sendable (DB, Timestamp) throws -> Bool {
        { [id, tokenHash] db, now in try Session.living(tokenHash, kind, db, at: now)?.id == id }
    }

    /// How long a session is cached, and how often a member's views are recorded.
    package static let keptFor = Span.minutes(1)

    /// The valid session of a token, cached until any account changes or the next view has to be recorded.
    ///
    /// A commit that ends sessions drops them from the cache before its caller is answered.
    static func remembered(
        _ tokenHash: [UInt8],
        _ kind: Kind,
        _ env: Environment,
        at now: Timestamp
    ) async throws -> Session? {
        let variant = kind.rawValue + Base64URL.encode(tokenHash)
        if let kept = env.snapshots.kept(.sessions, variant, as: KeptSession.self), kept.holds(at: now) {
            return kept.session
        }
        env.snapshots.expect(.sessions)
        let (session, number) = try await env.store.read { db in
            (try living(tokenHash, kind, db, at: now), try db.journalNumber())
        }
        guard let session else { return nil }
        let since = kind == .browser ? session.memberSeenAt ?? .distantPast : now
        env.snapshots.keep(KeptSession(session: session, since: since), .sessions, variant, readAt: number)
        return session
    }

    fileprivate func lives(at now: Timestamp) -> Bool {
        let idle = isPrivileged ? Limits.privilegedSessionIdle : Limits.sessionIdle
        let absolute = isPrivileged ? Limits.privilegedSessionAbsolute : Limits.sessionAbsolute
        return now < seenAt + idle && now < createdAt + absolute
    }
}

/// A session in the cache.
private struct KeptSession: Snapshot {
    let session: Session
    /// When the member was last seen or, for a token of the API, when it was last looked up.
    let since: Timestamp

    var cost: Int { 500 }

    func holds(at now: Timestamp) -> Bool {
        now.since(since) < Session.keptFor && session.lives(at: now)
    }
}

extension Session: RowDecodable {
    static let columns: SQL<Void> = """
        s.id, s.tokenHash, m.id, m.name, m.email, m.language, m.timeZone, m.isSiteAdministrator, s.createdAt, s.seenAt,
        m.visitedAt, m.seenAt,
        m.isSiteAdministrator OR EXISTS (SELECT 1 FROM membership ms WHERE ms.memberId = m.id
            AND ms.role IN ('moderator', 'manager') AND ms.standing NOT IN ('pending', 'former')),
        EXISTS (SELECT 1 FROM membership ms WHERE ms.memberId = m.id
                AND ms.role IN ('facilitator', 'moderator', 'manager') AND ms.standing NOT IN ('pending', 'former'))
            OR EXISTS (SELECT 1 FROM groupMembership gm WHERE gm.memberId = m.id
                AND gm.role = 'facilitator' AND gm.standing NOT IN ('pending', 'former'))
            OR EXISTS (SELECT 1 FROM communityCare care WHERE care.contactId = m.id),
        m.queueKeys, m.theme, m.textSize
        """

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
        hasDuties = try columns.bool()
        queueKeys = columns.optionalInteger().map { $0 != 0 }
        appearance = Appearance(theme: try columns.word(), textSize: try columns.word())
    }
}

extension Call {
    /// The last page view of the visit before this one.
    ///
    /// The first page of a visit is noted only when it has been answered.
    package var lastVisit: Timestamp? {
        guard let seenAt = session?.memberSeenAt, now.since(seenAt) >= Limits.visitGap else {
            return session?.visitedAt
        }
        return seenAt
    }
}
