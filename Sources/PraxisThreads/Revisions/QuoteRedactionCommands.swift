import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A text of a post, the one that is shown or an earlier one.
private struct OtherText: RowDecodable {
    let post: PostID
    let revision: Int
    let body: String

    static let columnsOfRevision: SQL<Void> = "r.postId, r.revision, r.body"

    static let columnsOfPost: SQL<Void> = "p.id, p.revision, p.body"

    init(_ columns: inout Columns) throws {
        post = try columns.id()
        revision = try columns.int()
        body = try columns.text()
    }
}

extension WriteDB {
    /// Blanks in the other posts of a thread what they repeat of the lines that were removed from `post`, and seals the earlier texts that do.
    ///
    /// Walks `post`'s unique index on thread and number.
    func blankQuotes(
        _ removed: Set<String>,
        of post: PostRow,
        keeping new: String,
        mark: String,
        by permit: borrowing Permit<Redact>
    ) throws {
        if removed.isEmpty { return }
        let blanked = { (body: String, mark: String) in
            QuoteRedactionPlan.blanked(body, without: removed, keeping: new, mark: mark)
        }
        let earlier = try all(
            """
            SELECT \(OtherText.columnsOfRevision) FROM post p JOIN revision r ON r.postId = p.id
            WHERE p.threadId = \(post.thread) AND p.id <> \(post.id) AND NOT r.isSealed
            """ as SQL<OtherText>
        )
        for text in earlier where blanked(text.body, mark) != nil {
            try run(
                "UPDATE revision SET isSealed = \(true) WHERE postId = \(text.post) AND revision = \(text.revision)"
            )
        }
        let shown = try all(
            """
            SELECT \(OtherText.columnsOfPost) FROM post p WHERE p.threadId = \(post.thread) AND p.id <> \(post.id)
            """ as SQL<OtherText>
        )
        for text in shown {
            guard let body = blanked(text.body, mark) else { continue }
            // A mark that is longer than what it replaces may be more than a post holds; one letter is not.
            let short = blanked(text.body, "…") ?? body
            let fits = try (try? PostText(body)) ?? PostText(short)
            let mandate = try audit(.redacted, text.post.subject, by: permit)
            try replaceText(of: try self.post(text.post), with: RenderedPost(fits), .sealed, by: mandate)
            try record(.redacted, text.post.subject, by: mandate)
        }
    }
}
