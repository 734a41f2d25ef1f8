import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A result, as the API says it.
struct SearchResultJSON: Encodable, Sendable {
    /// What was found: posts so far.
    let kind: String
    let id: String
    let thread: String
    /// Of its thread.
    let title: String
    /// HTML: escaped, hits in `<mark>`.
    let snippet: String
    /// A path on this site.
    let url: String
    /// Slugs.
    let community: String
    let group: String
    let author: AuthorJSON
    /// RFC 3339.
    let createdAt: String

    init(_ result: SearchResult) {
        (kind, id, thread) = ("post", String(result.post.rawValue), String(result.thread.rawValue))
        (title, snippet, url) = (result.title, result.snippet.string, Paths.post(result.post))
        (community, group) = (result.community.slug, result.group.slug)
        author = AuthorJSON(name: result.author.name, id: result.author.id)
        createdAt = result.createdAt.rfc3339
    }

    static let schema = Schema.named(
        "SearchResult",
        .object(
            [
                ("kind", .choice(["post"])), ("id", .id), ("thread", .id), ("title", .string()), ("snippet", .string()),
                ("url", .string()), ("community", .string()), ("group", .string()), ("author", AuthorJSON.schema),
                ("createdAt", .time),
            ],
            required: ["kind", "id", "thread", "title", "snippet", "url", "community", "group", "author", "createdAt"]
        )
    )
}

/// What was found, as the API says it.
struct SearchAnswer: Encodable, Sendable {
    private let items: [SearchResultJSON]
    private let next: String?
    /// Whether each has all the words, or none has and these have some of them.
    private let words: String
    /// What looks like an operator of the query and was taken for words.
    private let notUnderstood: [String]

    init(_ found: SearchResults, _ plan: SearchPlan) {
        (items, next) = (found.results.map(SearchResultJSON.init), found.next?.description)
        (words, notUnderstood) = (found.areOfSomeWords ? "some" : "all", plan.notUnderstood)
    }

    private enum Key: CodingKey { case items, next, words, notUnderstood }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
        try container.encode(words, forKey: .words)
        try container.encode(notUnderstood, forKey: .notUnderstood)
    }

    static let schema = Schema.object(
        [
            ("items", .list(SearchResultJSON.schema)), ("next", .nullable(.string())),
            ("words", .choice(["all", "some"])), ("notUnderstood", .list(.string())),
        ],
        required: ["items", "next", "words", "notUnderstood"]
    )
}

extension APIDescription {
    static func search(narrowedBy fields: [SearchField]) -> APIDescription {
        APIDescription(
            "Search in all that you may read",
            query: [Parameter("q", .string(Limits.queryScalars))] + fields.map { Parameter($0.name, $0.schema) }
                + [Parameter("sort", .word(SearchSort.self))] + Parameter.paging(cursor: SearchCursor.schema),
            response: SearchAnswer.schema
        )
    }
}
