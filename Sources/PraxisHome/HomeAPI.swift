import PraxisCapability
import PraxisDomain
import PraxisThreads
package import PraxisWeb
import PraxisWords

/// What is new in the member's communities, as the API says it.
struct NewsJSON: JSONObject {
    /// RFC 3339.
    let lastVisit: String?
    /// What to send to `/me/caught-up`.
    let upTo: String
    let newPosts: Int
    /// Those with something new first, in the order of the home page.
    let communities: [CommunityNewsJSON]

    init(_ news: News, lastVisit: Timestamp?) {
        (self.lastVisit, upTo) = (lastVisit?.rfc3339, String(news.upTo.rawValue))
        newPosts = news.newPosts
        communities = news.communities.map(CommunityNewsJSON.init) + news.quiet.map(CommunityNewsJSON.init)
    }

    static let shape = JSONShape<NewsJSON>(
        "News",
        [
            .nullable("lastVisit", .time, \.lastVisit),
            .field("upTo", .id, \.upTo),
            .field("newPosts", .integer(), \.newPosts),
            .field("communities", .list(CommunityNewsJSON.schema), \.communities),
        ]
    )
}

/// One community's part of the news.
struct CommunityNewsJSON: JSONObject {
    let slug: String
    let name: String
    let newPosts: Int
    /// Threads with something new that are not in `threads`.
    let moreThreads: Int
    let threads: [NewsThreadJSON]

    init(_ news: CommunityNews) {
        slug = news.slug
        name = news.name
        newPosts = news.newPosts
        moreThreads = news.moreThreads
        threads = news.threads.map { NewsThreadJSON($0, in: news.slug) }
    }

    init(_ quiet: QuietCommunity) {
        slug = quiet.slug
        name = quiet.name
        newPosts = 0
        moreThreads = 0
        threads = []
    }

    static let shape = JSONShape<CommunityNewsJSON>(
        "CommunityNews",
        [
            .field("slug", .string(), \.slug),
            .field("name", .string(), \.name),
            .field("newPosts", .integer(), \.newPosts),
            .field("moreThreads", .integer(), \.moreThreads),
            .field("threads", .list(NewsThreadJSON.schema), \.threads),
        ]
    )
}

/// A thread with something new.
struct NewsThreadJSON: JSONObject {
    let id: String
    let title: String
    /// Slugs.
    let community: String
    let group: String
    let kind: String
    let newPosts: Int
    /// The number of the first new post.
    let firstNew: Int
    /// RFC 3339.
    let lastPostAt: String
    let author: AuthorJSON

    init(_ thread: NewsThread, in community: String) {
        id = String(thread.id.rawValue)
        title = thread.title
        kind = thread.kind.rawValue
        (self.community, group) = (community, thread.group.slug)
        newPosts = thread.newPosts
        firstNew = thread.firstNew
        lastPostAt = thread.lastPostAt.rfc3339
        author = AuthorJSON(name: thread.author.name, id: thread.author.id)
    }

    static let shape = JSONShape<NewsThreadJSON>(
        "NewsThread",
        [
            .field("id", .id, \.id),
            .field("title", .string(), \.title),
            .field("community", .string(), \.community),
            .field("group", .string(), \.group),
            .field("kind", .openChoice(ThreadKinds.vocabulary), \.kind),
            .field("newPosts", .integer(), \.newPosts),
            .field("firstNew", .integer(), \.firstNew),
            .field("lastPostAt", .time, \.lastPostAt),
            .field("author", AuthorJSON.schema, \.author),
        ]
    )
}

/// Up to where everything counts as read.
struct CaughtUpJSON: JSONObject {
    let upTo: String

    init(upTo: JournalNumber) { self.upTo = String(upTo.rawValue) }

    static let shape = JSONShape<CaughtUpJSON>(
        [
            .field("upTo", .id, \.upTo)
        ]
    )
}

enum CaughtUpBody { static let upTo = BodyField<JournalNumber?>.id("upTo", isNullable: false) }

extension APIDescription {
    package static let news = APIDescription("What is new to me in my communities", response: NewsJSON.schema)
    static let caughtUp = APIDescription(
        "Count everything up to a moment as read; without one, everything so far",
        request: .body(CaughtUpBody.upTo),
        response: CaughtUpJSON.schema,
        isOnce: true
    )
}
