import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// The member's own posts on which a moderator decides or has decided.
    static let ownPosts = HomeSlot(10) { reading, lastVisit in
        let returned = try reading.all(OwnPost.returned(reading.viewer, at: reading.now))
        let approved = try reading.all(OwnPost.approved(reading.viewer, since: lastVisit ?? .distantPast))
        let held = try reading.all(OwnPost.held(reading.viewer))
        return { call in
            let say = call.words.triage.own
            return returned.map { $0.line(say.returned) } + approved.map { $0.line(say.approved) }
                + held.map { $0.line(say.held) }
        }
    }
}

/// A post of the member's own on which a moderator decides or has decided.
struct OwnPost: Sendable, RowDecodable {
    let id: PostID
    let title: String

    static let columns: SQL<Void> = "p.id, t.title"

    init(_ columns: inout Columns) throws { (id, title) = (try columns.id(), try columns.text()) }

    /// What was given back and still stands in the draft of its place.
    ///
    /// Walks `queueItem_by_member`.
    static func returned(_ viewer: Viewer, at now: Timestamp) -> SQL<OwnPost> {
        """
        SELECT \(columns) FROM queueItem q JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId JOIN thread t ON t.id = p.threadId
        WHERE q.memberId = \(viewer.member) AND \(ReturnedPost.isWaiting)
          AND EXISTS (SELECT 1 FROM draft d WHERE d.memberId = q.memberId AND d.savedAt > \(now - Limits.draftLifetime)
              AND (d.subjectKind, d.subjectId) = (\(ReturnedPost.draft)))
        GROUP BY p.id ORDER BY p.id DESC LIMIT 10
        """
    }

    /// First posts that were published by a moderator after a moment.
    ///
    /// Walks `queueItem_by_member`.
    static func approved(_ viewer: Viewer, since moment: Timestamp) -> SQL<OwnPost> {
        """
        SELECT \(columns) FROM queueItem q JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId JOIN thread t ON t.id = p.threadId
        WHERE q.memberId = \(viewer.member) AND q.kind = 'held' AND q.action = 'approve' AND q.decidedAt > \(moment)
          AND p.authorId = q.memberId AND p.state = 'published'
        ORDER BY q.decidedAt DESC LIMIT 5
        """
    }

    /// Walks `post_held_by_author`.
    static func held(_ viewer: Viewer) -> SQL<OwnPost> {
        """
        SELECT \(columns) FROM post p JOIN thread t ON t.id = p.threadId
        WHERE p.authorId = \(viewer.member) AND p.state = 'held' AND (t.isShown OR t.authorId = p.authorId)
        ORDER BY p.threadId, p.id LIMIT 10
        """
    }

    fileprivate func line(_ sentence: Phrase) -> HomeSlot.Line { (Paths.post(id), sentence(["title": title])) }
}
