package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension Community {
    /// Adds the viewer's reaction to a post; one that is there already stays as it is.
    ///
    /// With a limiter, what was added counts against the day's: nothing that changed nothing or was refused.
    /// - Throws: `Denial.missing` if the viewer is not shown the post, `.input` for their own, `.tooMany` after the hundredth, what the
    ///   policy says.
    package func react(
        _ kind: ReactionKind,
        to post: PostID,
        as viewer: Viewer,
        limiter: Limiter? = nil
    ) async throws {
        try await command { db in
            let facts = try db.facts(of: post, for: viewer)
            let permit = try Policy.permit(React.self, facts), member = try permit.author()
            if facts.isAuthor { throw Denial.input([FieldError("reaction", .ownPost)]) }
            let added = try db.run(
                """
                INSERT INTO reaction (postId, memberId, kind, at) VALUES (\(post), \(member), \(kind), \(db.now))
                ON CONFLICT (postId, memberId, kind) DO NOTHING
                """
            )
            if added == 0 { return }
            let entry = try db.record(.reacted, post.subject, by: permit)
            try db.run(
                """
                UPDATE reaction SET journal = \(entry), authorId = (SELECT authorId FROM post WHERE id = \(post))
                WHERE postId = \(post) AND memberId = \(member) AND kind = \(kind)
                """
            )
            // Last, in the transaction: one too many undoes the rest.
            try limiter?.use(.init("reactions", "member \(member)"), [.reactionsPerDay])
        }
    }

    /// Takes the viewer's reaction to a post back; without one nothing changes.
    /// - Throws: `Denial.missing` if the viewer is not shown the post, what the policy says.
    package func unreact(_ kind: ReactionKind, to post: PostID, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: post, for: viewer)
            let permit = try Policy.permit(TakeReactionBack.self, facts), member = try permit.author()
            let removed = try db.run(
                "DELETE FROM reaction WHERE postId = \(post) AND memberId = \(member) AND kind = \(kind)"
            )
            if removed > 0 { try db.record(.unreacted, post.subject, by: permit) }
        }
    }
}
