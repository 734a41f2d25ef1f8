import Markdown
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// Where a post stands when a rule or a decision changes its state.
private struct PostPosition: RowDecodable {
    let thread: ThreadID
    let community: CommunityID
    let group: GroupID
    let number: Int
    let author: MemberID
    let state: PostState
    /// Whether anyone but its author ever saw it.
    let wasPublished: Bool
    let isLast: Bool

    static let columns: SQL<Void> = """
        p.threadId, t.communityId, t.groupId, p.number, p.authorId, p.state,
        NOT EXISTS (SELECT 1 FROM journal j WHERE j.id = p.journal AND j.event = 'held'),
        t.postCount = p.number
        """

    init(_ columns: inout Columns) throws {
        thread = try columns.id()
        community = try columns.id()
        group = try columns.id()
        number = try columns.int()
        author = try columns.id()
        state = try columns.word()
        (wasPublished, isLast) = (try columns.bool(), try columns.bool())
    }
}

/// An act that changes the state of others' posts.
package protocol ModeratingAct: HoldingAct {}
extension Triage: ModeratingAct {}
extension SystemAct: ModeratingAct {}

extension WriteDB {
    /// Holds, hides or publishes a post: all changes of its state except its author's go through here.
    ///
    /// A post that is published for the first time is new to all readers by a journal number of now; one that was there before comes back
    /// as it was. What its author withdrew stays so. `isGivenBack` says that it was hidden for its author to rewrite, `isUnread` that a
    /// post that is held again counts as never published.
    package func moderate<A: ModeratingAct>(
        _ post: PostID,
        to state: PostState,
        isGivenBack: Bool = false,
        isUnread: Bool = false,
        by mandate: borrowing Mandate<A>
    ) throws {
        let place = try position(of: post)
        guard place.state != state, place.state != .withdrawn else { return }
        if place.state == .published { try removeFromSearch(post) }
        try run("UPDATE post SET state = \(state) WHERE id = \(post)")
        let entry = try record(
            event(state, isGivenBack),
            post.subject,
            in: Place(community: place.community, group: place.group, thread: place.thread),
            by: mandate
        )
        let isNew = state == .published && !place.wasPublished
        if isNew || isUnread { try run("UPDATE post SET journal = \(entry) WHERE id = \(post)") }
        if place.number == 1 {
            try run("UPDATE thread SET isShown = hasFacet OR \(state == .published) WHERE id = \(place.thread)")
        }
        try refreshLastPost(of: place.thread)
        if state == .published { indexForSearch(post) }
        if isNew { try announce(post, place, entry) }
    }

    private func event<A: ModeratingAct>(_ state: PostState, _ isGivenBack: Bool) -> ActEvent<A> {
        switch state {
        case .published: .published
        case .held: .held
        case .hidden, .withdrawn: isGivenBack ? .returned : .hidden
        }
    }

    private func position(of post: PostID) throws -> PostPosition {
        let place = try first(
            """
            SELECT \(PostPosition.columns)
            FROM post p JOIN thread t ON t.id = p.threadId WHERE p.id = \(post)
            """ as SQL<PostPosition>
        )
        guard let place else { throw Denial.missing }
        return place
    }

    /// Tells whom a post mentions, and moves the reading places of members who read on while it waited back before it.
    ///
    /// Those who had read to the end find this one post new; those who had not, what follows it too.
    private func announce(_ post: PostID, _ place: PostPosition, _ entry: JournalNumber) throws {
        let body = try first("SELECT body FROM post WHERE id = \(post)" as SQL<String>) ?? ""
        let author = Viewer(member: place.author)
        if let facts = try Access.unlessMissing({ try self.facts(of: place.thread, for: author) }) {
            try setMentions(
                Markdown.mentions(in: body, limit: Limits.mentionsPerPost),
                of: post,
                in: facts
            )
        }
        if place.isLast { return }
        try run(
            """
            UPDATE readingPlace SET number = \(place.number - 1), readTo = CASE WHEN EXISTS (
                SELECT 1 FROM post p WHERE p.threadId = readingPlace.threadId AND p.number > readingPlace.number
                    AND p.state = 'published') THEN readTo ELSE \(entry.rawValue - 1) END
            WHERE threadId = \(place.thread) AND number >= \(place.number) AND memberId <> \(place.author) AND memberId IN (
                SELECT memberId FROM membership WHERE communityId = \(place.community)
                UNION SELECT memberId FROM groupMembership WHERE groupId = \(place.group))
            """
        )
    }

    /// Puts the text of a post that was given back into its author's draft for the place, below what stands there already.
    package func giveBackText(of post: PostID) throws {
        guard let text = try givenBack(post) else { return }
        try run(
            """
            INSERT INTO draft (memberId, subjectKind, subjectId, title, body, kind, replyToId, revision, savedAt)
            VALUES (\(text.author), \(text.place.kind), \(text.place.id), \(text.title), \(text.body), \(text.kind), \(text.replyTo), 1,
                    \(now))
            ON CONFLICT (memberId, subjectKind, subjectId) DO UPDATE SET title = CASE WHEN title = '' THEN excluded.title ELSE title END,
                body = CASE WHEN body = '' THEN excluded.body ELSE body || \("\n\n") || excluded.body END,
                revision = revision + 1, savedAt = excluded.savedAt
            WHERE length(body) + length(excluded.body) < \(DraftLimits.body.upperBound)
            """
        )
    }

    /// Takes that draft away again, if its author has not touched it.
    package func takeBackText(of post: PostID) throws {
        guard let text = try givenBack(post) else { return }
        try run(
            """
            DELETE FROM draft WHERE memberId = \(text.author) AND subjectKind = \(text.place.kind) AND subjectId = \(text.place.id)
                AND body = \(text.body)
            """
        )
    }

    private func givenBack(_ post: PostID) throws -> GivenBack? {
        try first(
            """
            SELECT \(GivenBack.columns)
            FROM post p JOIN thread t ON t.id = p.threadId WHERE p.id = \(post) AND p.state <> 'withdrawn'
            """ as SQL<GivenBack>
        )
    }
}

private struct GivenBack: RowDecodable {
    let author: MemberID
    /// The group of a thread that is to be started again, or the thread.
    let place: Subject
    let title: String
    let body: String
    /// Of the thread: what a first post goes on with.
    let kind: ThreadKind
    let replyTo: PostID?

    static let columns: SQL<Void> = """
        p.authorId, \(ReturnedPost.draft), CASE WHEN p.number = 1 THEN t.title ELSE '' END, p.body, t.kind,
        p.replyToId
        """

    init(_ columns: inout Columns) throws {
        (author, place) = (try columns.id(), try columns.subject())
        (title, body) = (try columns.text(), try columns.text())
        (kind, replyTo) = (try columns.word(), columns.optionalID())
    }
}
