package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWeb

/// A page of a list of threads, as a program asks for it.
struct ThreadPageQuery: Sendable {
    /// The slug.
    let community: String
    /// The slug; nil for the whole community.
    let group: String?
    let filter: ThreadFilter
    let before: JournalNumber?
    let limit: Int
    let awaiting: ThreadKinds.Awaiting

    /// - Throws: `Denial.missing`; `.signedOut` if the filter is about the reader and the viewer is not signed in.
    func page(_ facets: ThreadFacets, _ reading: Reading) throws -> ItemPage<ThreadJSON> {
        if reading.viewer.member == nil, filter == .new || filter == .mine { throw Denial.signedOut }
        let facts =
            try group.map { try Access.group($0, in: community, reading) }
            ?? Access.community(community, reading)
        guard let id = facts.community?.id else { throw Denial.missing }
        let place = ThreadListScope(
            community: id,
            communitySlug: community,
            group: facts.group?.id,
            groupSlug: group
        )
        var query = ThreadListQuery(place: place, viewer: reading.viewer, now: reading.now, awaiting: awaiting)
        (query.filter, query.before) = (filter, before)
        let rows = try reading.all(query.statement(ListedJSON.columns, limit: limit + 1, as: ListedJSON.self))
        let shown = rows.prefix(limit)
        let next = rows.count > limit ? shown.last?.lastJournal.description : nil
        return ItemPage(try shown.map(\.thread).adding(facets, reading.db), next: next)
    }
}

/// A thread with the cursor that comes after it.
private struct ListedJSON: RowDecodable, Sendable {
    let thread: ThreadJSON
    let lastJournal: JournalNumber

    static let columns: SQL<Void> = """
        \(ThreadJSON.columns), t.lastJournal
        """

    init(_ columns: inout Columns) throws {
        thread = try ThreadJSON(&columns)
        lastJournal = try columns.id()
    }
}

extension PostJSON {
    /// The posts of a page, 25 numbers each; beyond the end there are none.
    ///
    /// `next` is the number of the next page. Walks `post`'s unique index on thread and number.
    package static func page(
        _ page: Int,
        of thread: ThreadID,
        _ slots: [PostSlot],
        _ reading: Reading
    ) throws -> ItemPage<PostJSON> {
        let numbers = ThreadPageSnapshot.numbers(page)
        let facts = try Access.thread(thread, reading)
        let posts = try reading.all(
            """
            SELECT \(columns) FROM \(source)
            WHERE p.threadId = \(thread) AND p.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
                AND (p.state = 'withdrawn' OR \(Visibility.state(reading.viewer)))
            ORDER BY p.number
            """ as SQL<PostJSON>
        )
        let hasMore = (facts.thread?.postCount ?? 0) > numbers.upperBound
        let whole = try posts.adding(slots, for: facts.viewer.member, reading.db)
        return ItemPage(whole, next: hasMore ? String(page + 1) : nil)
    }
}
