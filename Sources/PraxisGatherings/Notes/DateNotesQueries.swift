import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// The notes of a date: the latest post of that role which its reader is shown.
struct DateNotes: RowDecodable, Sendable {
    let post: PostID
    let body: String
    let html: [UInt8]
    let plain: String
    let revision: Int
    let author: MemberID
    /// Who keeps them: the author of the post.
    let keeper: String
    let createdAt: Timestamp
    /// Nil if they are as they were first written.
    let editedAt: Timestamp?
    let editor: MemberID
    /// Who wrote the text as it stands.
    let editorName: String

    static let columns: SQL<Void> = """
        p.id, p.body, p.html, p.plain, p.revision, a.id, a.name, p.createdAt, p.editedAt, w.id, w.name
        """

    init(_ columns: inout Columns) throws {
        (post, body) = (try columns.id(), try columns.text())
        (html, plain) = (try columns.bytes(), try columns.text())
        (revision, author) = (try columns.int(), try columns.id())
        (keeper, createdAt) = (try columns.text(), try columns.time())
        editedAt = columns.optionalTime()
        (editor, editorName) = (try columns.id(), try columns.text())
    }

    /// As everyone reads them who reads the date; `writer` has their own also while those are held.
    ///
    /// Walks `post_by_role`. Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID, for writer: MemberID? = nil) -> SQL<DateNotes> {
        """
        SELECT \(columns) FROM post p JOIN member a ON a.id = p.authorId JOIN member w ON w.id = coalesce(
            (SELECT r.editorId FROM revision r WHERE r.postId = p.id ORDER BY r.revision DESC LIMIT 1), p.authorId)
        WHERE p.threadId = \(thread) AND p.role = \(PostRole.notes) AND p.role <> 'discussion'
            AND (p.state = 'published' OR p.state = 'held' AND p.authorId = \(writer))
        ORDER BY p.number DESC LIMIT 1
        """
    }
}

/// What a date is for: its first post if that is of this role, which stands above the others.
struct DatePurpose: RowDecodable, Sendable {
    let thread: ThreadID
    let post: PostID

    static let columns: SQL<Void> = "p.threadId, p.id"

    init(_ columns: inout Columns) throws { (thread, post) = (try columns.id(), try columns.id()) }

    /// As everyone reads them who reads the dates.
    ///
    /// Walks `post_by_role`. Precondition: the caller has checked that the reader may read the threads.
    static func of(_ threads: [ThreadID]) -> SQL<DatePurpose> {
        """
        SELECT \(columns) FROM post p
        WHERE p.threadId IN (\(list: threads)) AND p.role = \(PostRole.purpose) AND p.role <> 'discussion' AND p.number = 1
            AND p.state = 'published'
        """
    }
}

/// A date whose notes a member writes.
struct WrittenNotes: Sendable {
    let date: TitledGathering
    /// Those that are there; nil for none.
    let notes: DateNotes?
    let setting: WritingSetting
    /// What they were writing before there were any.
    let draft: SavedDraft?

    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> WrittenNotes {
        let facts = try NotesTarget(thread).facts(reading)
        guard let member = facts.viewer.member, let date = try reading.first(TitledGathering.of(thread)) else {
            throw Denial.missing
        }
        return WrittenNotes(
            date: date,
            notes: try reading.first(DateNotes.of(thread, for: member)),
            setting: try WritingSetting.ofThread(thread, reading),
            draft: try SavedDraft.load(NotesTarget(thread), of: member, reading.db, at: reading.now)
        )
    }
}

extension Gathering {
    /// Whether notes of it can be begun; those that are there can be corrected whatever became of the date.
    var takesNotes: Bool { state == .planned }
}
