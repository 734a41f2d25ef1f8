import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// Who can read what is being written, and how many they are.
struct Audience: Sendable {
    enum Reach: Sendable {
        case everybody
        /// How many they are is not known if a page is kept for many readers.
        case community(name: String, count: Int?)
        case group(name: String, count: Int?)
    }

    let reach: Reach
    let isConfidential: Bool
    /// How much of it leaves by mail.
    let mail: MailDetail

    var isPublic: Bool { if case .everybody = reach { true } else { false } }
}

/// Where something is being written.
package struct WritingSetting: Sendable {
    let community: (slug: String, name: String)
    let group: (slug: String, name: String)
    /// The thread, for a reply or an edit.
    let thread: (id: ThreadID, title: String)?
    let audience: Audience
    /// What is written there: that of the group.
    let language: Language

    /// The setting of a reply, for viewers who read the thread.
    /// - Throws: `Denial.missing`.
    package static func ofThread(_ id: ThreadID, _ reading: Reading) throws -> WritingSetting {
        try load(try Access.thread(id, reading), reading.db)
    }

    /// The setting of a draft; nil if its place is closed to the viewer, or no group is chosen.
    static func ofDraft(_ facts: Facts?, _ db: DB) throws -> WritingSetting? {
        guard let facts, facts.group != nil else { return nil }
        return try load(facts, db)
    }

    /// The setting of the group or the thread that `facts` are of.
    static func load(_ facts: Facts, _ db: DB) throws -> WritingSetting {
        let row = try db.first(
            """
            SELECT \(Self.columns(at: facts.now))
            FROM "group" g JOIN community c ON c.id = g.communityId
            LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
            LEFT JOIN thread t ON t.groupId = g.id AND t.id = \(facts.thread?.id)
            WHERE g.id = \(facts.group?.id)
            """ as SQL<WritingSetting>
        )
        guard let row else { throw Denial.missing }
        return row
    }
}

extension WritingSetting: RowDecodable {
    static func columns(at now: Timestamp) -> SQL<Void> {
        """
        c.slug, c.name, g.slug, g.name, t.id, t.title,
        c.visibility = 'public' AND g.access = 'open' AND coalesce(t.isPublic, \(true)),
        g.access = 'open', g.kind, coalesce(cr.titlesOnly, \(false)), coalesce(gr.content, 'full'),
        (SELECT count(*) FROM membership m WHERE m.communityId = c.id AND \(Visibility.standing(at: now)) IN ('active', 'lapsed', 'silenced')),
        (SELECT count(*) FROM groupMembership gm WHERE gm.groupId = g.id AND \(Visibility.groupStanding(at: now)) IN ('active', 'lapsed', 'silenced')),
        g.language
        """
    }

    init(_ columns: inout Columns) throws {
        community = (try columns.text(), try columns.text())
        group = (try columns.text(), try columns.text())
        let id = columns.optionalID(Noun.Conversation.self), title = columns.optionalText()
        thread = if let id, let title { (id, title) } else { nil }
        let isPublic = try columns.bool(), isOpen = try columns.bool(), kind = try columns.word(GroupKind.self)
        let titlesOnly = try columns.bool(), detail = try columns.word(MailDetail.self)
        let members = try columns.int(), joined = try columns.int()
        language = try columns.word()
        let isConfidential = kind.isConfidential
        let reach: Audience.Reach =
            if isConfidential || !isOpen {
                .group(name: group.name, count: joined)
            } else if isPublic {
                .everybody
            } else {
                .community(name: community.name, count: members)
            }
        let mail = MailDetailPlan.allowed(kind, ofGroup: detail, titlesOnly: titlesOnly)
        audience = Audience(reach: reach, isConfidential: isConfidential, mail: mail)
    }
}

/// The text and the author of a post that is quoted or answered.
struct QuotedPost: Sendable, RowDecodable {
    let id: PostID
    let author: String
    let body: String

    init(id: PostID, author: String, body: String) {
        self.id = id
        self.author = author
        self.body = body
    }

    static let columns: SQL<Void> = "p.id, m.name, p.body"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        author = try columns.text()
        body = try columns.text()
    }

    /// A post of the thread that the viewer sees; nil for any other.
    static func load(_ id: PostID, in thread: ThreadID, _ reading: Reading) throws -> QuotedPost? {
        do { _ = try Access.post(id, reading) } catch Denial.missing { return nil }
        return try reading.first(
            """
            SELECT \(Self.columns) FROM post p JOIN member m ON m.id = p.authorId
            WHERE p.id = \(id) AND p.threadId = \(thread)
            """ as SQL<QuotedPost>
        )
    }
}

extension ThreadReaders {
    /// - Throws: `Denial.missing` where the reader does not read the thread.
    package static func of(_ thread: ThreadID, _ reading: Reading) throws -> ThreadReaders {
        ThreadReaders(audience: try WritingSetting.ofThread(thread, reading).audience)
    }

    /// Those of what is begun in a group.
    /// - Throws: `Denial.missing` where the reader does not know of the group.
    package static func of(group: GroupID, _ reading: Reading) throws -> ThreadReaders {
        ThreadReaders(audience: try WritingSetting.load(try Access.group(group, reading), reading.db).audience)
    }
}
