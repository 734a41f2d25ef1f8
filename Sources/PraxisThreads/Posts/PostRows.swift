import HTML
import Markdown
package import PraxisCapability
import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisStore

/// A thread that is being started.
package struct NewThread: Sendable {
    package var title: Title
    package var kind: ThreadKind
    package var body: PostText

    package init(title: Title, kind: ThreadKind, body: PostText) {
        self.title = title
        self.kind = kind
        self.body = body
    }
}

/// A post as it is stored: rendered once, when it is written.
package struct RenderedPost: Sendable {
    package let body: String
    package let html: [UInt8]
    package let plain: String
    /// What follows each "@", to be resolved where it is posted.
    package let mentions: [String]

    /// Takes some 25 µs for 150 words; done before the transaction, not in it.
    package init(_ text: PostText) {
        body = text.text
        let rendered = Markdown.render(text.text)
        html = rendered.html.bytes
        plain = rendered.plain
        mentions = Markdown.mentions(in: text.text, limit: Limits.mentionsPerPost)
    }

    /// A post whose text its author took back before it came here.
    init() {
        let rendered = Markdown.render("")
        body = ""
        html = rendered.html.bytes
        plain = rendered.plain
        mentions = []
    }
}

/// What makes a damaged row known: a hash over who wrote what, where and when.
package enum PostHash {
    /// SHA-256 over author, thread, number and time as big-endian 64-bit integers, then role and text as UTF-8, a zero byte between them.
    package static func of(
        author: MemberID,
        thread: ThreadID,
        number: Int,
        role: PostRole,
        createdAt: Timestamp,
        body: String
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(33 + role.rawValue.utf8.count + body.utf8.count)
        for value in [author.rawValue, thread.rawValue, Int64(number), createdAt.rawValue] {
            withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
        }
        bytes.append(contentsOf: role.rawValue.utf8)
        bytes.append(0)
        bytes.append(contentsOf: body.utf8)
        return SHA256.hash(bytes)
    }
}

/// Where a new post goes and what it answers.
package struct PostTarget: Sendable {
    package let community: CommunityID
    package let group: GroupID
    package let thread: ThreadID
    package var replyTo: PostID?
    package var role = PostRole.discussion
    package var state = PostState.published

    package init(community: CommunityID, group: GroupID, thread: ThreadID, replyTo: PostID? = nil) {
        self.community = community
        self.group = group
        self.thread = thread
        self.replyTo = replyTo
    }
}

extension StartThread: PostingAct {}
extension StartNotice: PostingAct {}
extension Reply: PostingAct {}
extension SystemAct: PostingAct {}

extension WriteDB {
    /// Appends a post of the member who acts to its thread: number, hash, counts, journal, search row.
    ///
    /// The one way a post comes to be, but in an import.
    package func appendPost<A: PostingAct>(
        _ post: RenderedPost,
        to place: PostTarget,
        by mandate: borrowing Mandate<A>
    ) throws -> PostID {
        guard let author = mandate.actor else { throw Denial.signedOut }
        guard
            let end = try first("SELECT \(ThreadEnd.columns) FROM thread WHERE id = \(place.thread)" as SQL<ThreadEnd>)
        else { throw Denial.missing }
        let number = end.number
        let hash = PostHash.of(
            author: author,
            thread: place.thread,
            number: number,
            role: place.role,
            createdAt: now,
            body: post.body
        )
        let id: PostID = try insert(
            """
            INSERT INTO post (threadId, number, role, authorId, replyToId, state, createdAt, journal, renderer, hash, html, plain, body)
            VALUES (\(place.thread), \(number), \(place.role), \(author), \(place.replyTo), \(place.state), \(now), 0, \(Markdown.version),
                    \(hash), \(post.html), \(post.plain), \(post.body)) RETURNING id
            """
        )
        let entry = try record(
            place.state == .published ? .posted : .held,
            id.subject,
            in: Place(community: place.community, group: place.group, thread: place.thread),
            by: mandate
        )
        try run("UPDATE post SET journal = \(entry) WHERE id = \(id)")
        try moveUp(place.thread, to: number, by: author, place.state == .published ? entry : nil)
        if place.state == .published {
            indexForSearch(id, number: number, of: end.title, plain: post.plain)
        }
        return id
    }

    /// Counts a post, and makes it the thread's last if all readers see it.
    private func moveUp(
        _ thread: ThreadID,
        to number: Int,
        by author: MemberID,
        _ published: JournalNumber?
    ) throws {
        guard let published else {
            try run("UPDATE thread SET postCount = \(number) WHERE id = \(thread)")
            return
        }
        try run(
            """
            UPDATE thread SET postCount = \(number), lastPostAt = \(now), lastAuthorId = \(author), lastJournal = \(published),
                isShown = isShown OR \(number == 1)
            WHERE id = \(thread)
            """
        )
    }

    /// The row of a new thread, without its first post: until it has one, no one is told of it and it stands in no list.
    ///
    /// Its page is shown before that only if the thread `hasFacet`. It is `author`'s if the permit is the system's.
    package func insertThread<A: PostingAct>(
        _ title: Title,
        _ kind: ThreadKind,
        in group: GroupID,
        of community: CommunityID,
        attributedTo author: MemberID? = nil,
        at: Timestamp? = nil,
        hasFacet: Bool = false,
        by permit: borrowing Permit<A>
    ) throws -> ThreadID {
        guard let author = permit.viewer.member ?? author else { throw Denial.signedOut }
        let at = at ?? now
        return try insert(
            """
            INSERT INTO thread (communityId, groupId, kind, title, isPublic, authorId, createdAt, lastPostAt, lastAuthorId, lastJournal,
                hasFacet, isShown)
            SELECT c.id, g.id, \(kind), \(title.text),
                   c.visibility = 'public' AND g.access = 'open' AND g.kind NOT IN ('peer-support', 'peer-supervision'),
                   \(author), \(at), \(at), \(author), 0, \(hasFacet), \(hasFacet)
            FROM community c JOIN "group" g ON g.communityId = c.id WHERE c.id = \(community) AND g.id = \(group) RETURNING id
            """
        )
    }
}

/// Where the next post of a thread goes.
private struct ThreadEnd: RowDecodable {
    let number: Int
    let title: String

    static let columns: SQL<Void> = "postCount + 1, title"

    init(_ columns: inout Columns) throws { (number, title) = (try columns.int(), try columns.text()) }
}
