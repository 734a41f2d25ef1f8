import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A result, as the API says it.
struct SearchResultJSON: JSONObject {
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
        kind = "post"
        id = String(result.post.rawValue)
        thread = String(result.thread.rawValue)
        title = result.title
        snippet = result.snippet.string
        url = Paths.post(result.post)
        (community, group) = (result.community.slug, result.group.slug)
        author = AuthorJSON(name: result.author.name, id: result.author.id)
        createdAt = result.createdAt.rfc3339
    }

    static let shape = JSONShape<SearchResultJSON>(
        "SearchResult",
        [
            .field("kind", .choice(["post"]), \.kind),
            .field("id", .id, \.id),
            .field("thread", .id, \.thread),
            .field("title", .string(), \.title),
            .field("snippet", .string(), \.snippet),
            .field("url", .string(), \.url),
            .field("community", .string(), \.community),
            .field("group", .string(), \.group),
            .field("author", AuthorJSON.schema, \.author),
            .field("createdAt", .time, \.createdAt),
        ]
    )
}

/// What was found, as the API says it.
struct SearchAnswer: JSONObject {
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

    static let shape = JSONShape<SearchAnswer>(
        [
            .field("items", .list(SearchResultJSON.schema), \.items),
            .nullable("next", .string(), \.next),
            .field("words", .choice(["all", "some"]), \.words),
            .field("notUnderstood", .list(.string()), \.notUnderstood),
        ]
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
