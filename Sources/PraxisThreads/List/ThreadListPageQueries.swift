import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// One page of a list of threads as all of its readers see it.
struct ThreadListSnapshot: Snapshot {
    let pinned: [ListedThread]
    let threads: [ListedThread]
    /// Who wrote lately in each of them.
    let people: [ThreadID: [ThreadPerson]]
    /// What capabilities show of those of their kinds.
    var facets = ThreadFacets.Loaded.none
    /// Where the next page begins; nil on the last.
    let next: JournalNumber?

    var cost: Int { (pinned.count + threads.count) * 600 + 100 + facets.cost }

    var ids: [ThreadID] { (pinned + threads).map(\.id) }
}

/// One page of a list of threads for one reader.
struct ThreadList: Sendable {
    let page: ThreadListSnapshot
    let unread: [ThreadID: UnreadCount]
    /// Whether the reader looks after the group, and is told which questions wait.
    let facilitates: Bool
    let kinds: ThreadKinds

    /// The first page of a group's threads is kept: once for its people, once for those who read only what is public.
    /// - Throws: `Denial.missing`; `.signedOut` if a filter is about the reader and the viewer is not signed in.
    static func read(
        _ query: ThreadListQuery,
        _ env: Environment
    ) async throws -> ThreadList? {
        if query.viewer.member == nil, query.filter == .new || query.filter == .mine { throw Denial.signedOut }
        let topic = query.place.group.map(Snapshots.Topic.group)
        let kept = topic.flatMap { query.isKept ? KeptLists($0, env.snapshots) : nil }
        if let topic, query.isKept { env.snapshots.expect(topic) }
        let (list, readAt) = try await env.store.read { db in try read(query, kept, env, db) }
        if let list, let topic, query.isKept, let readAt {
            env.snapshots.keep(list.page, topic, KeptLists.variant(isPublic: list.isPublic), readAt: readAt)
        }
        return list?.list
    }

    private struct Loaded {
        let list: ThreadList
        let page: ThreadListSnapshot
        let isPublic: Bool
    }

    /// - Returns: nil for viewers who see the place and do not read it; a journal number if the page was read again.
    private static func read(
        _ query: ThreadListQuery,
        _ kept: KeptLists?,
        _ env: Environment,
        _ db: DB
    ) throws -> (Loaded?, JournalNumber?) {
        let reading = Reading(query.viewer, db, at: query.now)
        var isPublic = false, facilitates = false
        if let group = query.place.group {
            let facts = try Access.group(group, reading)
            if !Policy.allows(ReadGroup.self, facts) { return (nil, nil) }
            isPublic = !Policy.capacities(of: facts).contains(.groupMember)
            facilitates = Policy.allows(CloseThread.self, facts)
        } else {
            _ = try Access.community(query.place.community, reading)
        }
        let known: ThreadListSnapshot?, isOnesOwn = try isPublic && query.isOfAdmitted(db)
        if isOnesOwn { known = nil } else { known = isPublic ? kept?.publicOnly : kept?.whole }
        // What onlookers are shown may be kept for all of them: nothing that one of them alone is admitted to.
        let facets = env.capabilities.threadFacets
        let page = try known ?? page(isPublic && !isOnesOwn ? query.forOnlookers : query, facets, db)
        let unread = try UnreadCount.all(of: page.ids, env.snapshots, reading)
        let list = ThreadList(page: page, unread: unread, facilitates: facilitates, kinds: env.capabilities.threadKinds)
        let loaded = Loaded(list: list, page: page, isPublic: isPublic)
        return (loaded, known == nil && !isOnesOwn ? try db.journalNumber() : nil)
    }

    private static func page(
        _ query: ThreadListQuery,
        _ facets: ThreadFacets,
        _ db: DB
    ) throws -> ThreadListSnapshot {
        var query = query
        query.leavesOutPinned = query.filter == .all
        let limit = Limits.threadsPerPage
        let showsPinned = query.leavesOutPinned && query.before == nil
        let pinned = showsPinned ? try db.all(ThreadListQuery.pinned(query.place, query.viewer, at: query.now)) : []
        let rows = try db.all(query.statement(ListedThread.columns, limit: limit + 1, as: ListedThread.self))
        let shown = Array(rows.prefix(limit))
        return ThreadListSnapshot(
            pinned: pinned,
            threads: shown,
            people: try ThreadPerson.latest(in: (pinned + shown).map(\.id), db),
            facets: try facets.load((pinned + shown).map { ($0.id, $0.kind) }, db),
            next: rows.count > limit ? shown.last?.lastJournal : nil
        )
    }
}

extension ThreadListQuery {
    /// Whether its answer is worth keeping for others: the first page without a filter.
    fileprivate var isKept: Bool { filter == .all && before == nil }

    /// Whether the viewer is admitted to a thread of the group, which then has to be looked for beyond what all onlookers are shown.
    ///
    /// Walks the key of `admission`.
    fileprivate func isOfAdmitted(_ db: DB) throws -> Bool {
        guard filter == .all, let member = viewer.member, let group = place.group else { return false }
        return try db.first(
            """
            SELECT 1 FROM admission a JOIN thread t ON t.id = a.threadId
            WHERE a.memberId = \(member) AND a.until > \(now) AND t.groupId = \(group) LIMIT 1
            """ as SQL<Int>
        ) != nil
    }

    /// The same for a visitor, whose list is every onlooker's, unless the filter is about the reader themselves.
    fileprivate var forOnlookers: ThreadListQuery {
        guard filter == .all else { return self }
        var query = self
        query.viewer = .visitor
        return query
    }
}

/// The kept first pages of a group, before it is known which of them the reader is shown.
private struct KeptLists: Sendable {
    let whole: ThreadListSnapshot?
    let publicOnly: ThreadListSnapshot?

    init(_ topic: Snapshots.Topic, _ snapshots: Snapshots) {
        whole = snapshots.kept(topic, Self.variant(isPublic: false))
        publicOnly = snapshots.kept(topic, Self.variant(isPublic: true))
    }

    static func variant(isPublic: Bool) -> String { isPublic ? "threads public" : "threads" }
}
