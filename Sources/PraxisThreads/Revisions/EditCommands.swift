import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Changes the text of the viewer's own post, or of one whose role others correct, too.
    ///
    /// What it was goes to its history, unless the change is its author's and within the grace.
    /// - Throws: `Denial.stale` with what is there now; `.tooLate` after the days that the group gives.
    package func edit(_ post: PostID, to text: PostText, basedOn revision: Int, as viewer: Viewer) async throws {
        let rendered = RenderedPost(text), roles = capabilities.postRoles
        try await command { db in try db.edit(post, to: rendered, basedOn: revision, as: viewer, roles) }
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
            let permit = try Policy.permit(Redact.self, facts)
            let old = try db.post(post)
            try old.check(revision)
            let earlier = try db.all("SELECT body FROM revision WHERE postId = \(post)" as SQL<String>) + [old.body]
            try db.run("UPDATE revision SET isSealed = \(true) WHERE postId = \(post)")
            let mandate = try db.auditUnlessOwn(.redacted, post.subject, by: permit)
            try db.replaceText(of: old, with: rendered, .sealed, by: mandate)
            let removed = QuoteRedactionPlan.removedLines(from: earlier, to: rendered.body)
            try db.blankQuotes(removed, of: old, keeping: rendered.body, mark: mark, by: permit)
            let entry = try db.record(.redacted, post.subject, by: mandate)
            try db.setMentions(rendered.mentions, of: post, in: facts, edit: entry)
            return post
        }
    }
}
