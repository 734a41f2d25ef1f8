import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Whom a post mentions, for its author: those who learn of it, and typed names that belong to no one who reads the place.
struct PostTold: Sendable {
    /// In order.
    let names: [String]
    let notTold: [String]

    /// Names that a sentence lists.
    static let namesShown = 5

    static func of(_ post: PostID, _ reading: Reading) throws -> PostTold {
        let facts = try Access.post(post, reading)
        guard let body = try reading.first("SELECT body FROM post WHERE id = \(post)" as SQL<String>) else {
            throw Denial.missing
        }
        let mentions = try Mentions.resolve(
            Markdown.mentions(in: body, limit: Limits.mentionsPerPost),
            in: facts,
            reading.db
        )
        let names =
            mentions.told.isEmpty
            ? []
            : try reading.all(
                "SELECT name FROM member WHERE id IN (\(list: mentions.told)) ORDER BY name" as SQL<String>
            )
        return PostTold(names: names, notTold: mentions.notTold)
    }
}
