package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Changes the text of the viewer's own post.
    ///
    /// What it was goes to its history, unless the change is within the grace.
    /// - Throws: `Denial.stale` with what is there now; `.tooLate` after the days that the group gives.
    package func edit(_ post: PostID, to text: PostText, basedOn revision: Int, as viewer: Viewer) async throws {
        let rendered = RenderedPost(text)
        try await command { db in
            let facts = try db.facts(of: post, for: viewer)
            let author = try Policy.permit(Edit.self, facts).author()
            let old = try db.post(post)
            if !EditPlan.isOpen(old.createdAt, old.editDays, at: db.now) { throw Denial.tooLate }
            try old.check(revision)
            if old.body == rendered.body { return }
            let isSilent = EditPlan.isSilent(
                from: old.body,
                to: rendered.body,
                createdAt: old.createdAt,
                now: db.now,
                hasLaterPost: old.hasLaterPost
            )
            try db.replaceText(of: old, with: rendered, isSilent ? .dropped : .kept, by: author)
            let entry = try db.journal(.edited, at: facts, post, by: author)
            if old.state == .published { try db.setMentions(rendered.mentions, of: post, in: facts, edit: entry) }
            try db.noteEdit(of: post, by: author)
        }
    }

    /// Removes identifying detail: the text becomes `text`, and no one can see any earlier one from then on.
    ///
    /// Possible however old the post is, for its author and the facilitators. In the other posts of the thread `mark` takes the
    /// place of what they repeat of it.
    /// - Throws: `Denial.stale` with what is there now.
    package func redact(
        _ post: PostID,
        to text: PostText,
        mark: String,
        basedOn revision: Int,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> PostID {
        let rendered = RenderedPost(text)
        return try await command(once: key) { db in
            let facts = try db.facts(of: post, for: viewer)
            let editor = try Policy.permit(Redact.self, facts).author()
            let old = try db.post(post)
            try old.check(revision)
            let earlier = try db.all("SELECT body FROM revision WHERE postId = \(post)" as SQL<String>) + [old.body]
            try db.run("UPDATE revision SET isSealed = \(true) WHERE postId = \(post)")
            try db.replaceText(of: old, with: rendered, .sealed, by: editor)
            let removed = QuoteRedactionPlan.removedLines(from: earlier, to: rendered.body)
            try db.blankQuotes(removed, of: old, keeping: rendered.body, mark: mark, at: facts, by: editor)
            let entry = try db.journal(.redacted, at: facts, post, by: editor)
            try db.setMentions(rendered.mentions, of: post, in: facts, edit: entry)
            if !facts.isAuthor { try db.audit(.redacted, at: facts.place, by: editor, subject: post.subject) }
            try db.sealReports(of: post)
            try db.noteEdit(of: post, by: editor)
            return post
        }
    }
}

extension WriteDB {
    /// Writes to the journal what happened to a post, with its whole place.
    @discardableResult
    func journal(_ event: Event, at facts: Facts, _ post: PostID, by actor: MemberID) throws -> JournalNumber {
        try journal(
            event,
            community: facts.community?.id,
            group: facts.group?.id,
            thread: facts.thread?.id,
            subject: post.subject,
            actor: actor
        )
    }
}
