import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisThreads

extension PostRole {
    /// What a date is asked beforehand.
    package static let question: PostRole = "question"
}

extension Limits {
    /// How many questions a date takes.
    static let questions = 100
}

extension Rate {
    /// What one member says of questions.
    package static let questionVotesPerDay = Rate(200, per: .days(1))
}

extension Community {
    /// Asks a question that is to be answered on a date: a post in its discussion, held while its author is a newcomer.
    ///
    /// The draft that it was written in is gone.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.input` for one that is over or does not take place, or has
    ///   all the questions that it takes; `.tooMany` beyond the posting limits; what the policy says.
    package func askQuestion(
        of thread: ThreadID,
        _ text: PostText,
        as viewer: Viewer,
        draft: SentDraft? = nil,
        once key: OnceKey? = nil
    ) async throws -> PostID {
        let post = RenderedPost(text), limitsAreOn = settings.limitsAreOn
        return try await command(once: key) { db in
            let facts = try db.facts(of: thread, for: viewer)
            let gathering = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(AskQuestion.self, facts), author = try permit.author()
            try gathering.checkTakesQuestions(at: db.now)
            if try db.first(AskedQuestion.count(of: thread)) ?? 0 >= Limits.questions {
                throw Denial.input([FieldError("body", .questionsAreFull)])
            }
            if limitsAreOn { try PostingLimits.checkReply(by: author, db) }
            guard let community = permit.place.community, let group = permit.place.group else { throw Denial.missing }
            var place = PostTarget(community: community, group: group, thread: thread)
            place.role = .question
            let made = try db.addReply(post, to: place, facts, by: permit.mandate)
            if let draft { try db.removeDraft(draft, of: author, sent: post.body) }
            return made
        }
    }

    /// Says that the viewer wants to hear the answer to a question, too; said already, it stays as it is.
    ///
    /// With a limiter, what was added counts against the day's: nothing that changed nothing or was refused.
    /// - Throws: `Denial.missing` for what is no question that the viewer is shown; `.input` for their own; `.questionsAreClosed` once its
    ///   date is over or does not take place; `.tooMany` after the day's last; what the policy says.
    package func wantAnswer(to question: PostID, as viewer: Viewer, limiter: Limiter? = nil) async throws {
        try await command { db in
            let found = try db.openQuestion(question, for: viewer)
            let permit = try Policy.permit(WantAnswer.self, found.facts), member = try permit.author()
            if found.facts.isAuthor { throw Denial.input([FieldError("question", .ownPost)]) }
            try found.gathering.checkTakesVotes(at: db.now)
            let added = try db.run(
                """
                INSERT INTO questionVote (postId, memberId, at) VALUES (\(question), \(member), \(db.now))
                ON CONFLICT (postId, memberId) DO NOTHING
                """
            )
            if added == 0 { return }
            try db.record(.questionWanted, question.subject, by: permit)
            // Last, in the transaction: one too many undoes the rest.
            try limiter?.use(.init("question votes", "member \(member)"), [.questionVotesPerDay])
        }
    }

    /// Takes back that the viewer wants to hear the answer to a question; without that nothing changes.
    /// - Throws: `Denial.missing` for what is no question that the viewer is shown; `.questionsAreClosed`; what the policy says.
    package func unwantAnswer(to question: PostID, as viewer: Viewer) async throws {
        try await command { db in
            let found = try db.openQuestion(question, for: viewer)
            let permit = try Policy.permit(UnwantAnswer.self, found.facts), member = try permit.author()
            try found.gathering.checkTakesVotes(at: db.now)
            let removed = try db.run(
                "DELETE FROM questionVote WHERE postId = \(question) AND memberId = \(member)"
            )
            if removed > 0 { try db.record(.questionUnwanted, question.subject, by: permit) }
        }
    }
}

extension Gathering {
    /// Whether it can still be asked something, and which of its questions are wanted can still be said.
    func takesQuestions(at now: Timestamp) -> Bool { state == .planned && endAt > now }

    fileprivate func checkTakesQuestions(at now: Timestamp) throws(Denial) {
        switch state {
        case .cancelled: throw .input([FieldError("body", .gatheringIsCancelled)])
        case .skipped: throw .input([FieldError("body", .gatheringIsSkipped)])
        case .planned: if endAt <= now { throw .input([FieldError("body", .gatheringIsOver)]) }
        }
    }

    fileprivate func checkTakesVotes(at now: Timestamp) throws(Denial) {
        if !takesQuestions(at: now) { throw .questionsAreClosed }
    }
}

/// A question as a command finds it.
private struct FoundQuestion {
    /// Of the post.
    let facts: Facts
    let gathering: Gathering
}

extension WriteDB {
    fileprivate func openQuestion(_ post: PostID, for viewer: Viewer) throws -> FoundQuestion {
        let facts = try facts(of: post, for: viewer)
        guard let thread = try first(AskedQuestion.thread(of: post)) else { throw Denial.missing }
        return FoundQuestion(facts: facts, gathering: try Gathering.load(thread, db))
    }

    /// Takes back what a member who has left a place wanted to hear on its dates that are not over.
    ///
    /// Walks `questionVote_by_member`.
    func endQuestionVotes(of member: MemberID, in community: CommunityID, _ group: GroupID?) throws {
        let there: SQL<Void> =
            if let group { "t.groupId = \(group)" } else { "t.communityId = \(community)" }
        try run(
            """
            DELETE FROM questionVote WHERE memberId = \(member) AND postId IN (
                SELECT v.postId FROM questionVote v JOIN post p ON p.id = v.postId JOIN gathering e ON e.threadId = p.threadId
                JOIN thread t ON t.id = e.threadId
                WHERE v.memberId = \(member) AND \(there) AND e.endAt > \(now))
            """
        )
    }
}
