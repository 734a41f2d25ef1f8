import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

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
        let post = RenderedPost(thread.body), id = id, kind = capabilities.threadKinds[thread.kind]
        let limitsAreOn = settings.limitsAreOn
        return try await command(once: key) { db in
            let facts = try db.facts(of: group, for: viewer)
            let made: ThreadID
            if thread.kind == .notice {
                let permit = try Policy.permit(StartNotice.self, facts)
                made = try db.insertThread(thread, in: group, of: id, by: permit.author(), limitsAreOn: limitsAreOn)
                let place = Place(community: id, group: group, thread: made)
                let mandate = try db.audit(.noticeStarted, made.subject, in: place, by: permit)
                try db.addFirst(post, to: PostTarget(community: id, group: group, thread: made), draft, by: mandate)
            } else {
                let permit = try Policy.permit(StartThread.self, facts)
                if let act = kind.choice?.act, let denial = Policy.refusal(act, facts) { throw denial }
                made = try db.insertThread(thread, in: group, of: id, by: permit.author(), limitsAreOn: limitsAreOn)
                try db.addFirst(
                    post,
                    to: PostTarget(community: id, group: group, thread: made),
                    draft,
                    by: permit.mandate
                )
            }
            return made
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
            var place = PostTarget(community: community, group: group, thread: thread, replyTo: replyTo)
            if try db.holds(author, in: community) { place.state = .held }
            let made = try db.appendPost(post, to: place, by: permit.mandate)
            try db.moveReadingPlace(of: author, in: thread, to: facts.thread.map { $0.postCount + 1 } ?? 1)
            if place.state == .published { try db.setMentions(post.mentions, of: made, in: facts) }
            if let draft { try db.removeDraft(draft, of: author, sent: post.body) }
            return made
        }
    }
}

extension WriteDB {
    fileprivate func insertThread(
        _ thread: NewThread,
        in group: GroupID,
        of community: CommunityID,
        by author: MemberID,
        limitsAreOn: Bool
    ) throws -> ThreadID {
        if limitsAreOn { try PostingLimits.checkThread(by: author, self) }
        return try insertThread(thread.title, thread.kind, in: group, of: community, by: author)
    }

    /// The first post of a new thread, and what follows from it.
    fileprivate func addFirst<A: PostingAct>(
        _ post: RenderedPost,
        to place: PostTarget,
        _ draft: SentDraft?,
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
        if let draft { try removeDraft(draft, of: author, sent: post.body) }
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
