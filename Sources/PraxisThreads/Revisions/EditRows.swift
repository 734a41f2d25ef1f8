import HTML
import Markdown
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A post as the commands that change it read it, inside their transaction and after `Access`.
struct PostRow: RowDecodable, Sendable {
    let id: PostID
    let thread: ThreadID
    let number: Int
    let role: PostRole
    let author: MemberID
    let state: PostState
    let createdAt: Timestamp
    let editedAt: Timestamp?
    let withdrawnAt: Timestamp?
    let revision: Int
    let body: String
    let hash: [UInt8]
    let hasLaterPost: Bool
    /// Days in which the group lets it be edited.
    let editDays: Int

    static let columns: SQL<Void> = """
        p.id, p.threadId, p.number, p.role, p.authorId, p.state, p.createdAt, p.editedAt, p.withdrawnAt, p.revision,
        p.body, p.hash, t.postCount > p.number, g.editDays
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        thread = try columns.id()
        number = try columns.int()
        role = try columns.word()
        author = try columns.id()
        state = try columns.word()
        createdAt = try columns.time()
        editedAt = columns.optionalTime()
        withdrawnAt = columns.optionalTime()
        revision = try columns.int()
        body = try columns.text()
        hash = try columns.bytes()
        hasLaterPost = try columns.bool()
        editDays = try columns.int()
    }

    /// - Throws: `Denial.stale` with what is there now, when that is not the revision the change is based on.
    func check(_ basedOn: Int) throws(Denial) {
        if basedOn != revision { throw .stale(current: revision, now: body) }
    }
}

/// What becomes of the text that another replaces.
enum ReplacedText { case dropped, kept, sealed }

/// An act that gives a post another text.
package protocol RewritingAct {}
extension Redact: RewritingAct {}

/// An act that edits posts: what they were goes to their history.
package protocol EditingAct: Act, PlainAct, RewritingAct {}
extension Edit: EditingAct {}

extension WriteDB {
    func post(_ id: PostID) throws -> PostRow {
        let row = try first(
            """
            SELECT \(PostRow.columns)
            FROM post p JOIN thread t ON t.id = p.threadId JOIN "group" g ON g.id = t.groupId WHERE p.id = \(id)
            """ as SQL<PostRow>
        )
        guard let row else { throw Denial.missing }
        return row
    }

    /// Changes the text of a post: of the viewer's own within the days of its group, or of one whose role they correct.
    /// - Throws: `Denial.missing`; `.stale` with what is there now; `.tooLate`; what the policy says.
    package func edit(
        _ post: PostID,
        to new: RenderedPost,
        basedOn revision: Int,
        as viewer: Viewer,
        _ roles: PostRoles
    ) throws {
        let facts = try facts(of: post, for: viewer), old = try self.post(post)
        try edit(old, to: new, basedOn: revision, roles.edit(of: old.role), facts)
    }

    private func edit<A: EditingAct>(
        _ old: PostRow,
        to new: RenderedPost,
        basedOn revision: Int,
        _ act: A.Type,
        _ facts: Facts
    ) throws {
        let permit = try Policy.permit(act, facts), isShared = act != Edit.self
        if !isShared, !EditPlan.isOpen(old.createdAt, old.editDays, at: now) { throw Denial.tooLate }
        try old.check(revision)
        if old.body == new.body { return }
        // What others wrote, or wrote before, is in the history with their names.
        let isAlone = !isShared || facts.isAuthor && old.editedAt == nil
        let isSilent =
            isAlone
            && EditPlan.isSilent(
                from: old.body,
                to: new.body,
                createdAt: old.createdAt,
                now: now,
                hasLaterPost: old.hasLaterPost
            )
        try replaceText(of: old, with: new, isSilent ? .dropped : .kept, by: permit.mandate)
        let entry = try record(.edited, old.id.subject, by: permit)
        if old.state == .published { try setMentions(new.mentions, of: old.id, in: facts, edit: entry) }
    }

    /// Puts `new` in the place of a post's text: revision, hash, rendered forms, search row.
    ///
    /// The one way a text changes.
    func replaceText<A: RewritingAct>(
        of old: PostRow,
        with new: RenderedPost,
        _ replaced: ReplacedText,
        by mandate: borrowing Mandate<A>
    ) throws {
        if old.state == .published { try removeFromSearch(old.id) }
        if replaced != .dropped {
            try run(
                """
                INSERT INTO revision (postId, revision, body, editorId, writtenAt, replacedAt, isSealed, hash)
                VALUES (\(old.id), \(old.revision), \(old.body), \(mandate.actor), \(old.editedAt ?? old.createdAt), \(now),
                        \(replaced == .sealed), \(old.hash))
                """
            )
        }
        let hash = PostHash.of(
            author: old.author,
            thread: old.thread,
            number: old.number,
            role: old.role,
            createdAt: old.createdAt,
            body: new.body
        )
        try run(
            """
            UPDATE post SET body = \(new.body), html = \(new.html), plain = \(new.plain), renderer = \(Markdown.version),
                hash = \(hash), revision = revision + 1, editedAt = \(replaced == .dropped ? old.editedAt : now)
            WHERE id = \(old.id)
            """
        )
        if old.state == .published { indexForSearch(old.id) }
    }
}
