import PraxisCrypto
import PraxisDomain
import PraxisOutbox
import PraxisSite
import PraxisStore

/// How far a site has been set up, by what is in its database.
struct SetupState: Sendable {
    let hasAdministrator: Bool
    let saysWhoRunsIt: Bool
    /// Of the latest test email; nil if none was sent.
    let testMail: MailState?
    /// The slug of the first community; nil if absent.
    let community: String?
    let hasInvited: Bool

    /// How long the link from the first start can be used.
    static let linkLasts = Span.days(7)

    /// How many of the five steps are done.
    var done: Int {
        [hasAdministrator, saysWhoRunsIt, testMail == .sent, community != nil, hasInvited].count { $0 }
    }

    /// The state, while the site is still being set up and the token opens it.
    /// - Throws: `Denial.missing` otherwise.
    static func opened(by token: String, _ db: DB, at now: Timestamp) throws -> SetupState {
        guard let link = try SetupLink.current(db), constantTimeEqual(SHA256.hash(token), link.tokenHash),
            now < link.createdAt + linkLasts
        else { throw Denial.missing }
        return try load(db)
    }

    /// The same for a site administrator, whose session opens it; returns nil once setup is finished.
    static func unfinished(_ db: DB) throws -> SetupState? { try SetupLink.current(db) == nil ? nil : try load(db) }

    /// Outbox and members are read only while a site is being set up.
    private static func load(_ db: DB) throws -> SetupState {
        let members = try db.first("SELECT count(*) FROM (SELECT 1 FROM member LIMIT 2) AS members" as SQL<Int>) ?? 0
        let invited = try db.first("SELECT EXISTS (SELECT 1 FROM invitation)" as SQL<Bool>) ?? false
        return SetupState(
            hasAdministrator: members > 0,
            saysWhoRunsIt: try SiteProfile.load(db).saysWho,
            testMail: try db.first(
                "SELECT state FROM outbox WHERE kind = \(MailKind.test) ORDER BY id DESC LIMIT 1" as SQL<String>
            )
            .flatMap(MailState.init),
            community: try db.first("SELECT slug FROM community ORDER BY id LIMIT 1" as SQL<String>),
            hasInvited: invited || members > 1
        )
    }
}

/// The one link that opens setup.
struct SetupLink: RowDecodable {
    let tokenHash: [UInt8]
    let createdAt: Timestamp

    static let columns: SQL<Void> = "tokenHash, createdAt"

    init(_ columns: inout Columns) throws { (tokenHash, createdAt) = (try columns.bytes(), try columns.time()) }

    static func current(_ db: DB) throws -> SetupLink? {
        try db.first("SELECT \(columns) FROM setup ORDER BY id DESC LIMIT 1" as SQL<SetupLink>)
    }
}
