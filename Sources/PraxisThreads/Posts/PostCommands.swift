package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension Community {
    /// Starts a thread with its first post, or changes nothing.
    ///
    /// Its author has read it, and the draft that it was written in is gone.
    /// - Throws: `Denial.tooMany` beyond the posting limits; what the policy says.
    package func startThread(
        _ thread: NewThread,
        in group: GroupID,
        as viewer: Viewer,
        draft: SentDraft? = nil,
        once key: OnceKey? = nil
    ) async throws -> ThreadID {
        let start = ThreadBeginning(
            thread: thread,
            post: RenderedPost(thread.body),
            community: id,
            group: group,
            draft: draft,
            limitsAreOn: settings.limitsAreOn
        )
        let privilege = capabilities.threadKinds[thread.kind].choice?.privilege
        return try await command(once: key) { db in
            let facts = try db.facts(of: group, for: viewer)
            if let privilege { return try db.begin(start, privilege.act, privilege.line, facts) }
            return try db.begin(start, facts)
        }
    }

    /// Appends a reply and moves the thread up, or changes nothing.
    ///
    /// The author's reading place moves to it, and the draft that it was written in is gone.
    /// - Throws: `Denial.closed` if the thread was closed before this write began, `.tooMany` beyond the posting limits.
    package func reply(
        to thread: ThreadID,
        _ text: PostText,
        replyTo: PostID? = nil,
        as viewer: Viewer,
        draft: SentDraft? = nil,
        once key: OnceKey? = nil
    ) async throws -> PostID {
        let post = RenderedPost(text), limitsAreOn = settings.limitsAreOn
        return try await command(once: key) { db in
            let facts = try db.facts(of: thread, for: viewer)
            let permit = try Policy.permit(Reply.self, facts)
            let author = try permit.author()
            if limitsAreOn { try PostingLimits.checkReply(by: author, db) }
            guard let community = permit.place.community, let group = permit.place.group else { throw Denial.missing }
            if let replyTo { try db.checkReplied(replyTo, in: thread, for: viewer) }
            let place = PostTarget(community: community, group: group, thread: thread, replyTo: replyTo)
            let made = try db.addReply(post, to: place, facts, by: permit.mandate)
            if let draft { try db.removeDraft(draft, of: author, sent: post.body) }
            return made
        }
    }
}

/// A thread with its first post, as it is begun.
private struct ThreadBeginning: Sendable {
    let thread: NewThread
    let post: RenderedPost
    let community: CommunityID
    let group: GroupID
    let draft: SentDraft?
    let limitsAreOn: Bool
}

extension WriteDB {
    /// A thread that members may begin.
    fileprivate func begin(_ start: ThreadBeginning, _ facts: Facts) throws -> ThreadID {
        let permit = try Policy.permit(StartThread.self, facts)
        let made = try insert(start, by: permit)
        try addFirst(to: made, start, by: permit.mandate)
        return made
    }

    /// A thread of a kind that needs a right beyond a member's: the audit log says that it was begun.
    fileprivate func begin<A: Act & AuditedAct & PostingAct>(
        _ start: ThreadBeginning,
        _ act: A.Type,
        _ line: AuditAct,
        _ facts: Facts
    ) throws -> ThreadID {
        let permit = try Policy.permit(act, facts)
        let made = try insert(start, by: permit)
        let place = Place(community: start.community, group: start.group, thread: made)
        try addFirst(to: made, start, by: audit(line, made.subject, in: place, by: permit))
        return made
    }

    private func insert<A: PostingAct>(_ start: ThreadBeginning, by permit: borrowing Permit<A>) throws -> ThreadID {
        if start.limitsAreOn { try PostingLimits.checkThread(by: permit.author(), self) }
        return try insertThread(start.thread.title, start.thread.kind, in: start.group, of: start.community, by: permit)
    }

    /// The first post of a new thread, and what follows from it.
    private func addFirst<A: PostingAct>(
        to thread: ThreadID,
        _ start: ThreadBeginning,
        by mandate: borrowing Mandate<A>
    ) throws {
        guard let author = mandate.actor else { throw Denial.signedOut }
        let place = PostTarget(community: start.community, group: start.group, thread: thread)
        try addFirst(start.post, to: place, by: mandate)
        if let draft = start.draft { try removeDraft(draft, of: author, sent: start.post.body) }
    }

    /// The first post of a new thread, which its author has read: held while they are a newcomer, its mentions told.
    package func addFirst<A: PostingAct>(
        _ post: RenderedPost,
        to place: PostTarget,
        by mandate: borrowing Mandate<A>
    ) throws {
        guard let author = mandate.actor else { throw Denial.signedOut }
        var place = place
        if try holds(author, in: place.community) { place.state = .held }
        let first = try appendPost(post, to: place, by: mandate)
        try moveReadingPlace(of: author, in: place.thread, to: 1)
        if place.state == .published, !post.mentions.isEmpty {
            let facts = try facts(of: place.thread, for: Viewer(member: author))
            try setMentions(post.mentions, of: first, in: facts)
        }
    }

    /// A further post of a thread, which its author has read: held while they are a newcomer, its mentions told.
    ///
    /// `facts` are those of its thread for its author.
    package func addReply<A: PostingAct>(
        _ post: RenderedPost,
        to place: PostTarget,
        _ facts: Facts,
        by mandate: borrowing Mandate<A>
    ) throws -> PostID {
        guard let author = mandate.actor else { throw Denial.signedOut }
        var place = place
        if try holds(author, in: place.community) { place.state = .held }
        let made = try appendPost(post, to: place, by: mandate)
        try moveReadingPlace(of: author, in: place.thread, to: facts.thread.map { $0.postCount + 1 } ?? 1)
        if place.state == .published { try setMentions(post.mentions, of: made, in: facts) }
        return made
    }

    /// Moves a reading place forward; never back.
    package func moveReadingPlace(of member: MemberID, in thread: ThreadID, to number: Int) throws {
        try run(
            """
            INSERT INTO readingPlace (memberId, threadId, number) VALUES (\(member), \(thread), \(number))
            ON CONFLICT (memberId, threadId) DO UPDATE SET number = \(SQL.larger("readingPlace.number", "excluded.number"))
            """
        )
    }

    /// A reply answers a post of the same thread that the author sees.
    ///
    /// One that has been withdrawn may still be answered.
    fileprivate func checkReplied(_ post: PostID, in thread: ThreadID, for viewer: Viewer) throws {
        let known = try first(
            """
            SELECT 1 FROM post p
            WHERE p.id = \(post) AND p.threadId = \(thread) AND (p.state = 'withdrawn' OR \(Visibility.state(viewer)))
            """ as SQL<Int>
        )
        if known == nil { throw Denial.input([FieldError("replyTo", .notAChoice([]))]) }
    }
}
