package import PraxisDomain
package import PraxisStore
import Synchronization

/// Pages that many readers are shown alike, and sessions, kept ready in memory.
///
/// A page is kept under a topic, which says what makes it stale, and a variant, which says which page of the topic it is.
///
///     let page = try await env.snapshots.page(.thread(thread), "page \(number)", in: env.store) { db in
///         TitlePage(title: try db.first("SELECT title FROM thread WHERE id = \(thread)") ?? "")
///     }
///
/// **Guarantees**
///
/// - A commit marks the topics that it touches stale before its callers are answered (`EventKind.stales`), so a member never gets a
///   page older than their own change.
/// - A page read before the last commit that touched its topic is never kept, so an older page does not replace a newer one.
/// - All pages together cost at most `budget`; the topics opened first are dropped first.
/// - Nothing is locked while a page is built. Readers who miss the same page at the same time each build it.
///
/// **Rules.** Access is the caller's concern: check it before asking for a page. A page must not depend on who reads it, nor hold the
/// name behind an alias, unless its variant names the reader. To keep a page without `page(_:_:in:build:)`, call `expect` before
/// reading, and `keep` with the journal number of the snapshot that was read.
///
/// **Errors.** `page` throws the store's errors and those of `build`; nothing is kept then.
package final class Snapshots: Sendable {
    /// What a page is about, and therefore what makes it stale.
    ///
    /// An open set: a capability adds its own.
    package struct Topic: Hashable, Sendable {
        private let kind: String
        private let number: Int64

        package init(_ kind: String, _ number: Int64 = 0) { (self.kind, self.number) = (kind, number) }

        package static func thread(_ id: ThreadID) -> Topic { Topic("thread", id.rawValue) }
        package static func group(_ id: GroupID) -> Topic { Topic("group", id.rawValue) }
        package static func community(_ id: CommunityID) -> Topic { Topic("community", id.rawValue) }
        /// Places by address: stale with every change of a community or a group.
        package static let places = Topic("places")
        /// Sessions: stale with every change of any account.
        package static let sessions = Topic("sessions")
    }

    private struct Entry {
        var staleAt = JournalNumber(rawValue: 0)
        var pages: [String: any Snapshot] = [:]
        var cost = 0
    }

    private struct State {
        var entries: [Topic: Entry] = [:]
        var order: [Topic] = []
        var cost = 0
        /// The number of the last known commit.
        var latest = JournalNumber(rawValue: 0)

        /// Updates in place: a topic may hold thousands of pages.
        mutating func keep(_ page: some Snapshot, _ topic: Topic, _ variant: String, _ change: Int) {
            entries[topic]?.pages[variant] = page
            entries[topic]?.cost += change
            cost += change
        }
    }

    private let kinds: EventKinds
    private let budget: Int
    private let state = Mutex(State())

    /// Keeps pages that cost at most `budget` bytes together.
    package init(_ kinds: EventKinds, budget: Int = 48_000_000) { (self.kinds, self.budget) = (kinds, budget) }

    /// The kept page; returns nil if absent or it is stale.
    package func kept<Page: Snapshot>(_ topic: Topic, _ variant: String, as page: Page.Type = Page.self) -> Page? {
        kept(topic, variant) as? Page
    }

    /// Not generic: the types of a generic function are instantiated for each call.
    private func kept(_ topic: Topic, _ variant: String) -> (any Snapshot)? {
        state.withLock { $0.entries[topic]?.pages[variant] }
    }

    /// The kept page, or the one that `build` makes from a new snapshot of the store.
    package func page<Page: Snapshot>(
        _ topic: Topic,
        _ variant: String,
        in store: Store,
        build: @escaping @Sendable (DB) throws -> Page
    ) async throws -> Page {
        if let page = kept(topic, variant, as: Page.self) { return page }
        expect(topic)
        let (page, number) = try await store.read { db in
            let number = try db.journalNumber()
            return (try build(db), number)
        }
        keep(page, topic, variant, readAt: number)
        return page
    }

    /// Opens an entry for a topic before its page is read, so that a commit in between is noticed.
    ///
    /// The page may have been read earlier, but one read before the last commit is not kept.
    package func expect(_ topic: Topic) {
        state.withLock { state in
            guard state.entries[topic] == nil else { return }
            state.entries[topic] = Entry(staleAt: state.latest)
            state.order.append(topic)
        }
    }

    /// Keeps a page read when the journal was at `readAt`, unless something has touched it since.
    package func keep(_ page: some Snapshot, _ topic: Topic, _ variant: String, readAt: JournalNumber) {
        state.withLock { state in
            guard let staleAt = state.entries[topic]?.staleAt, readAt >= staleAt else { return }
            let change = page.cost - (state.entries[topic]?.pages[variant]?.cost ?? 0)
            state.keep(page, topic, variant, change)
            Self.shrink(&state, to: budget)
        }
    }

    /// Called after each commit, before its callers are answered.
    package func didCommit(_ entries: [JournalEntry]) {
        state.withLock { state in
            state.latest = max(state.latest, entries.last?.number ?? state.latest)
            for entry in entries {
                guard let topics = kinds.stales(entry) else {
                    Self.markAllStale(&state, at: entry.number)
                    continue
                }
                for topic in topics { Self.markStale(&state, topic, at: entry.number) }
            }
        }
    }

    /// Drops everything, after a restore.
    package func clear() { state.withLock { $0 = State() } }

    private static func markStale(_ state: inout State, _ topic: Topic, at number: JournalNumber) {
        guard let entry = state.entries[topic] else { return }
        state.cost -= entry.cost
        state.entries[topic] = Entry(staleAt: number)
    }

    private static func markAllStale(_ state: inout State, at number: JournalNumber) {
        for topic in Array(state.entries.keys) { markStale(&state, topic, at: number) }
    }

    private static func shrink(_ state: inout State, to budget: Int) {
        var dropped = 0
        while state.cost > budget, dropped < state.order.count {
            state.cost -= state.entries.removeValue(forKey: state.order[dropped])?.cost ?? 0
            dropped += 1
        }
        state.order.removeFirst(dropped)
    }
}

/// A page worth keeping.
package protocol Snapshot: Sendable {
    /// Its approximate size in bytes.
    var cost: Int { get }
}
