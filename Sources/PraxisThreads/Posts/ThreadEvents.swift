import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

// What happens to posts, whose subject is the post, and to threads, whose subject is the thread.

extension Event {
    package static let posted: Event = "posted"
    package static let edited: Event = "edited"
    package static let redacted: Event = "redacted"
    package static let withdrawn: Event = "withdrawn"

    // By the rules or by a decision, not by the author.
    package static let held: Event = "held"
    package static let published: Event = "published"
    package static let hidden: Event = "hidden"
    package static let returned: Event = "returned"

    package static let closed: Event = "closed"
    package static let reopened: Event = "reopened"
    package static let answered: Event = "answered"
    package static let pinned: Event = "pinned"
    package static let unpinned: Event = "unpinned"
    package static let retitled: Event = "retitled"

    // Of one member to one thread; the member is their subject.
    package static let admitted: Event = "admitted"
    package static let admissionEnded: Event = "admission-ended"
}

// Which acts record them.

/// An act that closes a thread, marks it answered, or opens it again.
package protocol ThreadStateAct {}
extension CloseThread: ThreadStateAct {}
extension MarkAnswered: ThreadStateAct {}

/// An act that changes the title of a thread.
package protocol RetitlingAct {}
extension Retitle: RetitlingAct {}

/// An act that admits a member to a thread, and ends it.
package protocol AdmittingAct: AuditedAct {}
extension Administration: AdmittingAct {}

extension ActEvent where A: PostingAct { static var posted: Self { Self(.posted) } }

extension ActEvent where A: HoldingAct { static var held: Self { Self(.held) } }

extension ActEvent where A: ModeratingAct {
    static var published: Self { Self(.published) }
    static var hidden: Self { Self(.hidden) }
    static var returned: Self { Self(.returned) }
}

extension ActEvent where A: EditingAct { static var edited: Self { Self(.edited) } }

extension ActEvent where A == Redact { static var redacted: Self { Self(.redacted) } }

extension ActEvent where A == Withdraw { package static var withdrawn: Self { Self(.withdrawn) } }

extension ActEvent where A: ThreadStateAct {
    package static var closed: Self { Self(.closed) }
    static var reopened: Self { Self(.reopened) }
    static var answered: Self { Self(.answered) }
}

extension ActEvent where A == Pin {
    static var pinned: Self { Self(.pinned) }
    static var unpinned: Self { Self(.unpinned) }
}

extension ActEvent where A: RetitlingAct { static var retitled: Self { Self(.retitled) } }

extension ActEvent where A: AdmittingAct {
    static var admitted: Self { Self(.admitted) }
    static var admissionEnded: Self { Self(.admissionEnded) }
}

extension EventKind {
    static let threads: [EventKind] =
        [.posted, .edited, .redacted, .withdrawn, .published].map { event in
            EventKind(event, stales: place) { entry, db in try LiveMessage.post(entry, db, isForAuthorAlone: false) }
        }
        + [.held, .hidden, .returned].map { event in
            EventKind(event, stales: place) { entry, db in try LiveMessage.post(entry, db, isForAuthorAlone: true) }
        }
        + [.closed, .reopened, .answered, .pinned, .unpinned, .retitled].map { event in
            EventKind(event, stales: place) { entry, db in try LiveMessage.thread(entry, db) }
        }
        + [.admitted, .admissionEnded].map { EventKind($0, stales: nothing, rights: .ofSubject) }
}

extension LiveEvent {
    static let thread = LiveEvent("thread", ["what", "thread", "post", "number"])
}

extension LiveMessage {
    /// What is told of an entry about a post, to those who are shown the post; returns nil if nobody is.
    package static func post(_ entry: JournalEntry, _ db: DB, isForAuthorAlone: Bool) throws -> LiveMessage? {
        guard let id = entry.subject?.id(as: Noun.Post.self), let post = try db.first(ToldPost.of(id)) else {
            return nil
        }
        let audience: LiveAudience
        if post.isShown, !isForAuthorAlone {
            audience = .readers(isPublic: post.isPublic)
        } else if post.isOwn {
            audience = .author(post.author, isPublic: post.isPublic)
        } else {
            return nil
        }
        let members = [
            ("what", entry.event.rawValue), ("thread", post.thread.description), ("post", id.description),
            ("number", String(post.number)),
        ]
        return LiveMessage(.thread, members, in: post.group, about: post.thread, to: audience)
    }

    /// What is told of an entry about a thread, to those who are shown the thread.
    package static func thread(_ entry: JournalEntry, _ db: DB) throws -> LiveMessage? {
        guard let id = entry.thread, let thread = try db.first(ToldThread.of(id)) else { return nil }
        return LiveMessage(
            .thread,
            [("what", entry.event.rawValue), ("thread", id.description)],
            in: thread.group,
            about: id,
            to: thread.isShown
                ? .readers(isPublic: thread.isPublic) : .author(thread.author, isPublic: thread.isPublic)
        )
    }
}

/// A post, its thread and who is shown it.
private struct ToldPost: RowDecodable {
    let thread: ThreadID
    let number: Int
    let author: MemberID
    let group: GroupID
    let isPublic: Bool
    /// To everyone who reads the thread.
    let isShown: Bool
    /// To its author alone.
    let isOwn: Bool

    static let columns: SQL<Void> = """
        t.id, p.number, p.authorId, t.groupId, t.isPublic, \(shown("p")) AND (t.hasFacet OR \(shown("f"))),
        p.state IN ('published', 'held', 'hidden')
        """

    init(_ columns: inout Columns) throws {
        thread = try columns.id()
        number = try columns.int()
        author = try columns.id()
        group = try columns.id()
        isPublic = try columns.bool()
        isShown = try columns.bool()
        isOwn = try columns.bool()
    }

    /// Walks primary keys, and `post`'s unique index for the first post of the thread.
    static func of(_ post: PostID) -> SQL<ToldPost> {
        """
        SELECT \(columns)
        FROM post p JOIN thread t ON t.id = p.threadId JOIN post f ON f.threadId = t.id AND f.number = 1
        WHERE p.id = \(post)
        """
    }

    /// Whether everyone who reads the place is shown a post: also that one stood there that was withdrawn.
    static func shown(_ post: SQL<Void>) -> SQL<Void> {
        "(\(post).state = 'published' OR \(post).state = 'withdrawn' AND \(post).withdrawnAt IS NOT NULL)"
    }
}

/// A thread and who is shown it.
private struct ToldThread: RowDecodable {
    let author: MemberID
    let group: GroupID
    let isPublic: Bool
    let isShown: Bool

    static let columns: SQL<Void> = """
        t.authorId, t.groupId, t.isPublic, t.hasFacet OR coalesce(\(ToldPost.shown("f")), \(false))
        """

    init(_ columns: inout Columns) throws {
        (author, group) = (try columns.id(), try columns.id())
        (isPublic, isShown) = (try columns.bool(), try columns.bool())
    }

    /// Walks primary keys, and `post`'s unique index for the first post.
    static func of(_ thread: ThreadID) -> SQL<ToldThread> {
        """
        SELECT \(columns)
        FROM thread t LEFT JOIN post f ON f.threadId = t.id AND f.number = 1 WHERE t.id = \(thread)
        """
    }
}
