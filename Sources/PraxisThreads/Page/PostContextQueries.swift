import Markdown
import PraxisDomain
package import PraxisStore

/// What a post answers, as the line above it says: whose post, and how that begins.
package struct PostContext: Sendable {
    package let address: PostAddress
    package let author: String
    /// The beginning of its text; empty if it is withdrawn.
    package let excerpt: String

    /// Scalars of the text: with the name of its author one line of a wide page.
    static let excerptScalars = 40

    /// Over the answered post `r` and its author `rm`, left-joined while `r` is shown.
    package static let columns: SQL<Void> = """
        r.id, r.number, rm.name, CASE WHEN r.state = 'published' THEN substr(r.plain, 1, 400) END
        """

    /// Returns nil if nothing that is shown is answered.
    package static func read(_ columns: inout Columns) -> PostContext? {
        let (id, number) = (columns.optionalID(Noun.Post.self), columns.optionalInteger())
        let (author, plain) = (columns.optionalText(), columns.optionalText())
        guard let id, let number, let author else { return nil }
        return PostContext(
            address: PostAddress(id: id, number: Int(number)),
            author: author,
            excerpt: Markdown.excerpt(plain ?? "", scalars: excerptScalars)
        )
    }
}
