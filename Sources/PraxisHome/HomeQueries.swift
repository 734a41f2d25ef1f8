package import PraxisCommunity
package import PraxisDomain
import PraxisOutbox
package import PraxisStore
import PraxisThreads

/// The home page of a member.
package struct Home: Sendable {
    package let news: News
    /// Unfinished ones.
    package let drafts: Int
    /// Of the member's own, until a moderator has read them.
    package let held: [OwnPost]
    /// Of the member's own that a moderator returned, until their text is sent again or discarded.
    package let returned: [OwnPost]
    /// Of the member's own that a moderator published since the last visit.
    package let approved: [OwnPost]
    /// Places with open requests to join that the member may decide.
    package let requests: [WaitingRequests]
    /// Mails that were given up, for those who look after the site.
    package let failedMails: Int
    /// Whether the last "I'm caught up" may still be taken back.
    package let canUndo: Bool

    /// `lastVisit` is the last page view of the visit before this one; nil on the first.
    package static func load(
        for viewer: Viewer,
        since lastVisit: Timestamp?,
        _ snapshots: Snapshots,
        _ db: DB,
        at now: Timestamp
    ) throws -> Home {
        let drafts = try db.first(
            """
            SELECT count(*) FROM draft WHERE memberId = \(viewer.member) AND savedAt > \(now - Limits.draftLifetime)
            """ as SQL<Int>
        )
        let canUndo = try db.first(
            """
            SELECT 1 FROM member WHERE id = \(viewer.member) AND caughtUpBefore IS NOT NULL AND caughtUpAt >= \(now - Limits.undo)
            """ as SQL<Int>
        )
        return Home(
            news: try News.load(for: viewer, snapshots, db, at: now),
            drafts: drafts ?? 0,
            held: try db.all(OwnPost.held(viewer)),
            returned: try db.all(OwnPost.returned(viewer, at: now)),
            approved: try db.all(OwnPost.approved(viewer, since: lastVisit ?? .distantPast)),
            requests: try WaitingRequests.forDeciding(viewer, db, at: now),
            failedMails: try OutboxPage.failures(for: viewer, db),
            canUndo: canUndo != nil
        )
    }
}

/// A post of the member's own on which a moderator decides or has decided.
package struct OwnPost: Sendable, RowDecodable {
    package let id: PostID
    package let title: String

    package init(_ columns: inout Columns) throws { (id, title) = (try columns.id(), try columns.text()) }

    /// What was given back and still stands in the draft of its place.
    ///
    /// Walks `queueItem_by_member`.
    fileprivate static func returned(_ viewer: Viewer, at now: Timestamp) -> SQL<OwnPost> {
        """
        SELECT p.id, t.title FROM queueItem q JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId JOIN thread t ON t.id = p.threadId
        WHERE q.memberId = \(viewer.member) AND \(ReturnedPost.isWaiting)
          AND EXISTS (SELECT 1 FROM draft d WHERE d.memberId = q.memberId AND d.savedAt > \(now - Limits.draftLifetime)
              AND (d.subjectKind, d.subjectId) = (\(DraftTarget.ofReturned)))
        GROUP BY p.id ORDER BY p.id DESC LIMIT 10
        """
    }

    /// First posts that were published by a moderator after a moment.
    ///
    /// Walks `queueItem_by_member`.
    fileprivate static func approved(_ viewer: Viewer, since moment: Timestamp) -> SQL<OwnPost> {
        """
        SELECT p.id, t.title FROM queueItem q JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId JOIN thread t ON t.id = p.threadId
        WHERE q.memberId = \(viewer.member) AND q.kind = 'held' AND q.action = 'approve' AND q.decidedAt > \(moment)
          AND p.authorId = q.memberId AND p.state = 'published'
        ORDER BY q.decidedAt DESC LIMIT 5
        """
    }

    /// Walks `post_held_by_author`.
    fileprivate static func held(_ viewer: Viewer) -> SQL<OwnPost> {
        """
        SELECT p.id, t.title FROM post p JOIN thread t ON t.id = p.threadId
        WHERE p.authorId = \(viewer.member) AND p.state = 'held' AND (t.isShown OR t.authorId = p.authorId)
        ORDER BY p.threadId, p.id LIMIT 10
        """
    }
}

/// People who ask to join one place.
package struct WaitingRequests: Sendable, RowDecodable {
    private let communityID: CommunityID
    private let groupID: GroupID?
    package let count: Int
    package let slug: String
    /// The group's, if they ask to join one.
    package let group: String?
    /// Of the group, or of the community.
    package let name: String

    /// Places with requests that are looked at.
    private static let mostPlaces = 30

    package init(_ columns: inout Columns) throws {
        (communityID, groupID, count) = (try columns.id(), columns.optionalID(), try columns.int())
        (slug, group, name) = (try columns.text(), columns.optionalText(), try columns.text())
    }

    /// The open requests of the viewer's communities that the policy lets them decide.
    ///
    /// Walks `membership_by_member`, then `request_open`; facts are read only where a request is open.
    package static func forDeciding(_ viewer: Viewer, _ db: DB, at now: Timestamp) throws -> [WaitingRequests] {
        let waiting = try db.all(
            """
            SELECT r.communityId, r.groupId, count(*), c.slug, g.slug, coalesce(g.name, c.name)
            FROM membership m JOIN request r ON r.communityId = m.communityId AND r.decidedAt IS NULL
            JOIN community c ON c.id = r.communityId LEFT JOIN "group" g ON g.id = r.groupId
            WHERE m.memberId = \(viewer.member) AND \(Visibility.belongs(now))
            GROUP BY r.communityId, r.groupId, c.slug, g.slug, coalesce(g.name, c.name)
            ORDER BY r.communityId, coalesce(r.groupId, 0) LIMIT \(mostPlaces)
            """ as SQL<WaitingRequests>
        )
        return try waiting.filter { try $0.mayBeDecided(by: viewer, db, now) }
    }

    private func mayBeDecided(by viewer: Viewer, _ db: DB, _ now: Timestamp) throws -> Bool {
        do {
            let facts =
                try groupID.map { try Access.group($0, for: viewer, db, at: now) }
                ?? Access.community(communityID, for: viewer, db, at: now)
            return Policy.allows(DecideRequest.self, facts)
        } catch Denial.missing {
            return false
        }
    }
}

/// A community on the public front page.
package struct FrontCommunity: Sendable, RowDecodable {
    package let slug: String
    package let name: String
    package let domain: String
    package let visibility: CommunityVisibility

    package init(_ columns: inout Columns) throws {
        (slug, name, domain) = (try columns.text(), try columns.text(), try columns.text())
        visibility = try columns.word()
    }

    /// The communities that a visitor may know of.
    package static func all(_ db: DB, at now: Timestamp) throws -> [FrontCommunity] {
        try db.all(
            """
            SELECT c.slug, c.name, c.domain, c.visibility FROM community c
            LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(Viewer.visitor.member)
            WHERE \(Visibility.seesCommunity(at: now)) ORDER BY c.visibility <> 'public', c.name, c.id
            """ as SQL<FrontCommunity>
        )
    }
}
