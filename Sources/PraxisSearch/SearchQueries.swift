import HTML
import Markdown
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// One page of what was found.
package struct SearchResults: Sendable {
    /// On a page, and in an answer of the API that asks for no other number.
    package static let perPage = 20
    /// The newest permitted posts that are ranked and counted; older hits of a common word are not looked at.
    package static let mostRanked = 2_000
    /// A count above this is said as "more than".
    package static let mostCounted = 1_000
    /// Without a word to look up, this many of the site's newest posts are gone through.
    private static let mostListed = 20_000

    package let results: [SearchResult]
    /// Whether no post has all the words, so that these are the ones with some of them.
    package let areOfSomeWords: Bool
    /// Permitted hits, at most `mostRanked`.
    package let count: Int
    package let offset: Int
    /// Where the list begins; nil if it is empty.
    package let newest: PostID?

    package static let none = SearchResults(results: [], areOfSomeWords: false, count: 0, offset: 0, newest: nil)

    /// Where the next page begins, if there is one.
    package var next: SearchCursor? {
        guard let newest, offset + results.count < count else { return nil }
        return SearchCursor(newest: newest, offset: offset + results.count)
    }

    /// Finds what `viewer` may read: permission is part of the statement, before any limit, and so of every count.
    package static func find(
        _ request: SearchRequest,
        limit: Int,
        _ reading: Reading
    ) throws
        -> SearchResults
    {
        if request.plan.isEmpty { return .none }
        var hits = try reading.all(matching(request, reading.viewer, reading.now)), some = false
        if hits.isEmpty, request.plan.words.count > 1 {
            hits = try reading.all(matching(request, some: true, reading.viewer, reading.now))
            some = true
        }
        guard let first = hits.first else { return .none }
        // A cursor keeps the order of its first page; the hits come newest first.
        let newest = request.cursor?.newest ?? first.post
        let count = hits.count, offset = min(request.cursor?.offset ?? 0, count)
        if request.sort == .best { hits = Hit.best(offset + limit, of: hits) }
        let shown = hits.dropFirst(offset).prefix(limit).map(\.post)
        let results = try shown.isEmpty ? [] : describe(shown, request.plan, some: some, reading.db)
        return SearchResults(results: results, areOfSomeWords: some, count: count, offset: offset, newest: newest)
    }

    private struct Hit: RowDecodable {
        let post: PostID
        let rank: Int64

        static func columns(post: SQL<Void>, rank: SQL<Void>) -> SQL<Void> { "\(post), \(rank)" }

        init(_ columns: inout Columns) throws { (post, rank) = (try columns.id(), try columns.integer()) }

        /// The first `count` in order: by rank, and of those alike the newest.
        static func best(_ count: Int, of hits: [Hit]) -> [Hit] {
            // Far down the list it is cheaper to put all in order.
            if count > 100 { return hits.sorted { $0.isBefore($1) } }
            var best: [Hit] = []
            for hit in hits where best.count < count || best.last.map({ hit.isBefore($0) }) ?? false {
                if best.count == count { best.removeLast() }
                let place = best.lastIndex { $0.isBefore(hit) }.map { $0 + 1 } ?? 0
                best.insert(hit, at: place)
            }
            return best
        }

        private func isBefore(_ other: Hit) -> Bool { (rank, other.post) < (other.rank, post) }
    }

    /// The hits, newest first.
    ///
    /// Walks the full-text index backwards and looks each hit up by the primary keys of `searchRow` and `thread`, and only those that
    /// are left by that of `post`; without words, the newest posts backwards by primary key, or by the index that a field leads to.
    private static func matching(
        _ request: SearchRequest,
        some: Bool = false,
        _ viewer: Viewer,
        _ now: Timestamp
    ) -> SQL<Hit> {
        let plan = request.plan, condition: SQL<Void> = "\(Visibility.readable)\(plan.filter.conditions)"
        guard !plan.words.isEmpty else { return unranked(request, viewer, now, condition) }
        let post: SQL<Void> = plan.filter.isAboutPosts ? " CROSS JOIN post p" : ""
        let same: SQL<Void> = plan.filter.isAboutPosts ? " AND p.id = \(FullText.post)" : ""
        let cursor: SQL<Void> = request.cursor.map { " AND \(FullText.post) <= \($0.newest)" } ?? ""
        return """
            WITH \(Visibility.places(viewer, at: now))
            SELECT \(Hit.columns(post: FullText.post, rank: request.sort == .best ? FullText.rank : "0"))
            FROM \(FullText.index)\(FullText.places) CROSS JOIN thread t CROSS JOIN place\(post)
            WHERE \(FullText.matches(plan.words, none: plan.excluded, some: some)) AND t.id = \(FullText.thread)\(same) AND \(condition)\(cursor)
            ORDER BY \(FullText.post) DESC LIMIT \(mostRanked)
            """
    }

    private static func unranked(
        _ request: SearchRequest,
        _ viewer: Viewer,
        _ now: Timestamp,
        _ condition: SQL<Void>
    ) -> SQL<Hit> {
        let plan = request.plan
        let cursor: SQL<Void> = request.cursor.map { " AND p.id <= \($0.newest)" } ?? ""
        let lacking: SQL<Void> = plan.excluded.isEmpty ? "" : "\(FullText.lacks(plan.excluded)) AND "
        let range: SQL<Void> =
            plan.filter.index.map {
                "p.id IN (SELECT id FROM post WHERE \($0) ORDER BY createdAt DESC LIMIT \(mostListed))"
            } ?? "p.id > (SELECT max(id) FROM post) - \(mostListed)"
        return """
            WITH \(Visibility.places(viewer, at: now))
            SELECT \(Hit.columns(post: "p.id", rank: "0")) FROM post p CROSS JOIN thread t CROSS JOIN place
            WHERE \(range) AND \(lacking)p.state = 'published' AND t.id = p.threadId AND \(condition)\(cursor)
            ORDER BY p.id DESC LIMIT \(mostRanked)
            """
    }

    /// What is shown of each of these hits, in their order.
    ///
    /// They were found for this reader in this snapshot.
    private static func describe(
        _ posts: [PostID],
        _ plan: SearchPlan,
        some: Bool,
        _ db: DB
    ) throws -> [SearchResult] {
        let rows = try db.all(
            """
            SELECT \(SearchResult.columns(withText: plan.words.isEmpty))
            FROM post p JOIN thread t ON t.id = p.threadId JOIN member m ON m.id = p.authorId
            JOIN community c ON c.id = t.communityId JOIN "group" g ON g.id = t.groupId
            WHERE p.id IN (\(list: posts)) AND p.state = 'published'
            """ as SQL<SearchResult>
        )
        var byPost = Dictionary(uniqueKeysWithValues: rows.map { ($0.post, $0) })
        if !plan.words.isEmpty {
            let snippets = try db.all(
                """
                SELECT \(Snippet.columns(marking: plan.words)) FROM \(FullText.index)
                WHERE \(FullText.matches(plan.words, none: plan.excluded, some: some)) AND \(FullText.isAmong(posts))
                """ as SQL<Snippet>
            )
            for snippet in snippets { byPost[snippet.post]?.snippet = snippet.html }
        }
        return posts.compactMap { byPost[$0] }
    }

    private struct Snippet: RowDecodable {
        let post: PostID
        let html: HTML

        static func columns(marking words: [String]) -> SQL<Void> { "\(FullText.post), \(FullText.snippet(words))" }

        init(_ columns: inout Columns) throws { (post, html) = (try columns.id(), .marked(try columns.text())) }
    }
}

/// A post that was found.
package struct SearchResult: Sendable, RowDecodable {
    package let post: PostID
    package let thread: ThreadID
    package let number: Int
    package let title: String
    package let kind: ThreadKind
    package let author: (id: MemberID, name: String)
    package let community: (slug: String, name: String)
    package let group: Group
    package let readers: GroupReaders
    /// What it is written in: that of its group.
    let language: Language
    package let createdAt: Timestamp
    /// Some words of it, escaped, hits in `<mark>`.
    var snippet: HTML

    package struct Group: Sendable {
        package let slug: String
        package let name: String
        package let isCommons: Bool
    }

    static func columns(withText: Bool) -> SQL<Void> {
        """
        p.id, p.threadId, p.number, t.title, t.kind, m.id, m.name, c.slug, c.name, g.slug, g.name, g.isCommons, g.kind, g.access,
        g.language, p.createdAt, CASE WHEN \(withText) THEN p.plain ELSE '' END
        """
    }

    package init(_ columns: inout Columns) throws {
        post = try columns.id()
        thread = try columns.id()
        number = try columns.int()
        (title, kind) = (try columns.text(), try columns.word())
        author = (try columns.id(), try columns.text())
        community = (try columns.text(), try columns.text())
        group = Group(slug: try columns.text(), name: try columns.text(), isCommons: try columns.bool())
        readers = GroupReaders(try columns.word(), try columns.word())
        language = try columns.word()
        createdAt = try columns.time()
        snippet = .marked(Markdown.excerpt(try columns.text(), scalars: 240))
    }
}
