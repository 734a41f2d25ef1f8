package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisWeb
import PraxisWords

/// An author as the API represents them.
package struct AuthorJSON: JSONObject {
    package let name: String
    /// Whether the name is an alias; then there is no id.
    let alias: Bool
    package let id: String?

    package init(name: String, id: MemberID) {
        self.name = name
        alias = false
        self.id = String(id.rawValue)
    }

    package static let shape = JSONShape<AuthorJSON>(
        "Author",
        [
            .field("name", .string(), \.name),
            .field("alias", .truth, \.alias),
            .nullable("id", .id, \.id),
        ]
    )
}

/// A thread, as the API says it.
package struct ThreadJSON: JSONObject {
    package let id: String
    /// The slug.
    package let community: String
    /// The slug.
    package let group: String
    package let kind: String
    package let title: String
    package let state: String
    package let pinned: Bool
    package let postCount: Int
    /// RFC 3339.
    package let lastPostAt: String
    package let author: AuthorJSON
    package let version: Int
    /// The field that the capability of its kind adds.
    private var added: PostSlot.Value?

    package static let shape = JSONShape<ThreadJSON>(
        "Thread",
        [
            .field("id", .id, \.id),
            .field("community", .string(), \.community),
            .field("group", .string(), \.group),
            .field("kind", .openChoice(ThreadKinds.vocabulary), \.kind),
            .field("title", .string(), \.title),
            .field("state", .word(ThreadState.self), \.state),
            .field("pinned", .truth, \.pinned),
            .field("postCount", .integer(), \.postCount),
            .field("lastPostAt", .time, \.lastPostAt),
            .field("author", AuthorJSON.schema, \.author),
            .field("version", .integer(), \.version),
        ]
    )

    package func encode(to encoder: any Encoder) throws {
        try Self.shape.encode(self, to: encoder)
        guard let (name, value) = added else { return }
        var rest = encoder.container(keyedBy: JSONKey.self)
        try rest.encode(value, forKey: JSONKey(name))
    }

    fileprivate func adding(_ value: PostSlot.Value?) -> ThreadJSON {
        var thread = self
        thread.added = value
        return thread
    }

    /// One thread, for viewers who read it.
    /// - Throws: `Denial.missing`.
    package static func load(_ id: ThreadID, _ facets: ThreadFacets, _ reading: Reading) throws -> ThreadJSON {
        _ = try Access.thread(id, reading)
        let row = try reading.first(
            """
            SELECT \(columns) FROM \(source) WHERE t.id = \(id)
            """ as SQL<ThreadJSON>
        )
        guard let row else { throw Denial.missing }
        return try [row].adding(facets, reading.db)[0]
    }

    /// Threads by their ids, without what capabilities add.
    ///
    /// Precondition: the caller has checked that the reader may read them.
    package static func among(_ threads: [ThreadID]) -> SQL<ThreadJSON> {
        "SELECT \(columns) FROM \(source) WHERE t.id IN (\(list: threads))"
    }
}

extension [ThreadJSON] {
    /// The same threads with the fields that capabilities add, loaded once for all.
    ///
    /// Precondition: the caller has checked that the reader may read them.
    func adding(_ facets: ThreadFacets, _ db: DB) throws -> [ThreadJSON] {
        let known = compactMap { thread in
            ThreadID(thread.id).map { (id: $0, kind: ThreadKind(rawValue: thread.kind)) }
        }
        let loaded = try facets.load(known, db)
        return zip(self, known).map { $0.adding(loaded.field($1.id, $1.kind)) }
    }
}

extension ThreadJSON: RowDecodable {
    /// Over thread `t`, its community `c` and group `g`, and its author `m`.
    package static let columns: SQL<Void> = """
        t.id, c.slug, g.slug, t.kind, t.title, t.state, t.isPinned, \(PostCount.shown), t.lastPostAt, m.name, m.id, t.version
        """

    private static let source: SQL<Void> = """
        thread t JOIN community c ON c.id = t.communityId JOIN "group" g ON g.id = t.groupId JOIN member m ON m.id = t.authorId
        """

    package init(_ columns: inout Columns) throws {
        id = String(try columns.integer())
        community = try columns.text()
        group = try columns.text()
        kind = try columns.text()
        title = try columns.text()
        state = try columns.text()
        pinned = try columns.bool()
        postCount = try columns.int()
        lastPostAt = try columns.time().rfc3339
        author = AuthorJSON(name: try columns.text(), id: try columns.id())
        version = try columns.int()
    }
}

/// A post, as the API says it.
///
/// One that was withdrawn has an empty body.
package struct PostJSON: JSONObject {
    package let id: String
    package let thread: String
    package let number: Int
    package let author: AuthorJSON
    package let body: String
    package let html: String
    /// RFC 3339.
    package let createdAt: String
    /// The last edit that left a mark.
    let editedAt: String?
    package let revision: Int
    package let replyTo: String?
    package let state: String
    /// What capabilities add: of a post that is not published, what they say of one that nothing was done with.
    private(set) var added: [PostSlot.Value] = []

    package static let shape = JSONShape<PostJSON>(
        "Post",
        [
            .field("id", .id, \.id),
            .field("thread", .id, \.thread),
            .field("number", .integer(), \.number),
            .field("author", AuthorJSON.schema, \.author),
            .field("body", .string(), \.body),
            .field("html", .string(), \.html),
            .field("createdAt", .time, \.createdAt),
            .nullable("editedAt", .time, \.editedAt),
            .field("revision", .integer(), \.revision),
            .nullable("replyTo", .id, \.replyTo),
            .field("state", .word(PostState.self), \.state),
        ]
    )

    package func encode(to encoder: any Encoder) throws {
        try Self.shape.encode(self, to: encoder)
        var rest = encoder.container(keyedBy: JSONKey.self)
        for (name, value) in added { try rest.encode(value, forKey: JSONKey(name)) }
    }

    fileprivate func adding(_ values: [PostSlot.Value]) -> PostJSON {
        var post = self
        post.added = values
        return post
    }

    /// One post, for viewers who read its thread; held and hidden ones for their authors alone.
    /// - Throws: `Denial.missing`.
    package static func load(_ id: PostID, _ slots: [PostSlot], _ reading: Reading) throws -> PostJSON {
        let row = try reading.first(
            """
            SELECT \(columns) FROM \(source)
            WHERE p.id = \(id) AND (p.state = 'withdrawn' OR \(Visibility.state(reading.viewer)))
            """ as SQL<PostJSON>
        )
        guard let row, let thread = ThreadID(row.thread) else { throw Denial.missing }
        let facts = try Access.thread(thread, reading)
        return try [row].adding(slots, for: facts.viewer.member, reading.db)[0]
    }

    /// Posts by their ids.
    ///
    /// Precondition: the caller has checked that the reader may read them.
    package static func among(_ posts: [PostID]) -> SQL<PostJSON> {
        "SELECT \(columns) FROM \(source) WHERE p.id IN (\(list: posts))"
    }
}

extension [PostJSON] {
    /// The same posts with the fields that capabilities add, loaded once for all.
    ///
    /// Precondition: the caller has checked that the member may read them; nil for a visitor.
    package func adding(_ slots: [PostSlot], for member: MemberID?, _ db: DB) throws -> [PostJSON] {
        let published = filter { $0.state == PostState.published.rawValue }.compactMap { PostID($0.id) }
        let contents = try slots.map { try $0.load(published, db) }
        return map { post in
            guard let id = PostID(post.id) else { return post }
            return post.adding(contents.flatMap { $0.values(id, member) })
        }
    }
}

extension PostJSON: RowDecodable {
    /// Over `source`.
    package static let columns: SQL<Void> = """
        p.id, p.threadId, p.number, m.name, m.id, p.body, p.html, p.createdAt, p.editedAt, p.revision, p.replyToId, p.state
        """
    /// Post `p` and its author `m`.
    package static let source: SQL<Void> = "post p JOIN member m ON m.id = p.authorId"

    package init(_ columns: inout Columns) throws {
        id = String(try columns.integer())
        thread = String(try columns.integer())
        number = try columns.int()
        author = AuthorJSON(name: try columns.text(), id: try columns.id())
        let text = (body: try columns.text(), html: try columns.bytes())
        createdAt = try columns.time().rfc3339
        editedAt = columns.optionalTime()?.rfc3339
        revision = try columns.int()
        replyTo = columns.optionalInteger().map { String($0) }
        state = try columns.text()
        let isGone = state == PostState.withdrawn.rawValue
        body = isGone ? "" : text.body
        html = isGone ? "" : String(decoding: text.html, as: UTF8.self)
    }
}
