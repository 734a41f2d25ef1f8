import PraxisDomain
import PraxisStore

/// One thing that happened, as far as anybody who listens may be told: ids and words of the vocabulary, never a text or a name.
struct LiveMatter {
    enum Audience {
        /// Whoever reads the thread.
        case readers(isPublic: Bool)
        /// The author of a post that nobody else is shown.
        case author(MemberID, isPublic: Bool)
        /// Whoever may decide the item: never its author, nor who reported it.
        case triage(QueueItemID)
        case requests
    }

    /// Nothing for what concerns the community itself.
    let group: GroupID?
    let audience: Audience
    /// As it is sent, without its id.
    let text: [UInt8]
}

extension LiveMatter {
    /// What is told of an entry, as things stand now; nothing where it is nobody's who listens.
    static func of(_ entry: JournalEntry, _ db: DB) throws -> LiveMatter? {
        switch entry.event {
        case .posted, .edited, .redacted, .withdrawn, .published: return try post(entry, db, isForAuthorAlone: false)
        case .held, .hidden, .returned: return try post(entry, db, isForAuthorAlone: true)
        case .opened, .closed, .reopened, .answered, .pinned, .unpinned, .retitled: return try thread(entry, db)
        case .reported: return item(entry, by: nil)
        case .claimed, .released, .decided, .undone, .noted: return item(entry, by: entry.actor)
        case .asked, .declined, .joined:
            return LiveMatter(
                group: entry.group,
                audience: .requests,
                text: event("queue", [("what", entry.event.rawValue)])
            )
        case .communityAdded, .communityChanged, .groupAdded, .groupChanged, .left, .roleChanged, .invited, .signedUp,
            .profileChanged, .sessionsEnded, .accountApproved, .accountDeclined, .standingChanged, .mailChanged,
            .imported:
            return nil
        }
    }

    private static func post(_ entry: JournalEntry, _ db: DB, isForAuthorAlone: Bool) throws -> LiveMatter? {
        guard let subject = entry.subject, let post = try db.first(PostRow.of(PostID(rawValue: subject))) else {
            return nil
        }
        let audience: Audience
        if post.isShown, !isForAuthorAlone {
            audience = .readers(isPublic: post.isPublic)
        } else if post.isOwn {
            audience = .author(post.author, isPublic: post.isPublic)
        } else {
            return nil
        }
        let data = [
            ("what", entry.event.rawValue), ("thread", post.thread.description), ("post", String(subject)),
            ("number", String(post.number)),
        ]
        return LiveMatter(group: post.group, audience: audience, text: event("thread", data))
    }

    private static func thread(_ entry: JournalEntry, _ db: DB) throws -> LiveMatter? {
        guard let thread = entry.thread, let row = try db.first(ThreadRow.of(thread)) else { return nil }
        return LiveMatter(
            group: row.group,
            audience: row.isShown ? .readers(isPublic: row.isPublic) : .author(row.author, isPublic: row.isPublic),
            text: event("thread", [("what", entry.event.rawValue), ("thread", thread.description)])
        )
    }

    private static func item(_ entry: JournalEntry, by actor: MemberID?) -> LiveMatter? {
        guard let item = entry.subject else { return nil }
        let data = [("what", entry.event.rawValue), ("item", String(item))]
        return LiveMatter(
            group: entry.group,
            audience: .triage(QueueItemID(rawValue: item)),
            text: event("queue", data + (actor.map { [("by", $0.description)] } ?? []))
        )
    }

    /// A named event with strings alone; none of them needs escaping.
    static func event(_ name: String, _ members: [(String, String)]) -> [UInt8] {
        let data = members.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",")
        return Array("event: \(name)\ndata: {\(data)}\n\n".utf8)
    }
}

/// A post, its thread and who is shown it.
private struct PostRow: RowDecodable {
    let thread: ThreadID
    let number: Int
    let author: MemberID
    let group: GroupID
    let isPublic: Bool
    /// By whoever reads the thread.
    let isShown: Bool
    /// By its author alone.
    let isOwn: Bool

    init(_ columns: inout Columns) throws {
        (thread, number, author, group) = (
            try columns.id(), try columns.int(), try columns.id(), try columns.id()
        )
        (isPublic, isShown, isOwn) = (try columns.bool(), try columns.bool(), try columns.bool())
    }

    /// Walks primary keys, and `post`'s unique index for the first post of the thread.
    static func of(_ post: PostID) -> SQL<PostRow> {
        """
        SELECT t.id, p.number, p.authorId, t.groupId, t.isPublic,
               (p.state = 'published' OR p.state = 'withdrawn' AND p.withdrawnAt IS NOT NULL)
                   AND (f.state = 'published' OR f.state = 'withdrawn' AND f.withdrawnAt IS NOT NULL),
               p.state IN ('published', 'held', 'hidden')
        FROM post p JOIN thread t ON t.id = p.threadId JOIN post f ON f.threadId = t.id AND f.number = 1
        WHERE p.id = \(post)
        """
    }
}

/// A thread and who is shown it.
private struct ThreadRow: RowDecodable {
    let author: MemberID
    let group: GroupID
    let isPublic: Bool
    let isShown: Bool

    init(_ columns: inout Columns) throws {
        (author, group) = (try columns.id(), try columns.id())
        (isPublic, isShown) = (try columns.bool(), try columns.bool())
    }

    /// Walks primary keys, and `post`'s unique index for the first post.
    static func of(_ thread: ThreadID) -> SQL<ThreadRow> {
        """
        SELECT t.authorId, t.groupId, t.isPublic,
               f.state = 'published' OR f.state = 'withdrawn' AND f.withdrawnAt IS NOT NULL
        FROM thread t JOIN post f ON f.threadId = t.id AND f.number = 1
        WHERE t.id = \(thread)
        """
    }
}
