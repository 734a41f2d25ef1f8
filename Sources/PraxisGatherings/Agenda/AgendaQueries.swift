import PraxisCommunity
import PraxisDomain
import PraxisStore

/// An item of a date's agenda.
struct AgendaItem: RowDecodable, Sendable {
    let id: AgendaItemID
    /// The date.
    let thread: ThreadID
    let title: String
    let minutes: Int?
    /// Empty for nobody.
    let lead: String
    /// The discussion that is on the table; nil for none.
    let about: ThreadID?
    /// Empty until it is written, and for an item whose outcome is a post.
    let outcome: String
    /// The post that told the discussion what came of it.
    let outcomePost: PostID?
    let author: MemberID
    let version: Int

    static let columns: SQL<Void> = """
        i.id, i.threadId, i.title, i.minutes, i.lead, i.aboutId, i.outcome, i.outcomePostId, i.authorId, i.version
        """

    init(_ columns: inout Columns) throws {
        (id, thread) = (try columns.id(), try columns.id())
        title = try columns.text()
        minutes = columns.optionalInteger().map(Int.init)
        lead = try columns.text()
        about = columns.optionalID()
        outcome = try columns.text()
        outcomePost = columns.optionalID()
        (author, version) = (try columns.id(), try columns.int())
    }

    var hasOutcome: Bool { !outcome.isEmpty || outcomePost != nil }

    /// Those of a date in their order: walks `agendaItem_by_position`.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID) -> SQL<AgendaItem> {
        "SELECT \(columns) FROM agendaItem i WHERE i.threadId = \(thread) ORDER BY i.position, i.id"
    }

    /// Walks the primary key.
    static func of(_ id: AgendaItemID) -> SQL<AgendaItem> {
        "SELECT \(columns) FROM agendaItem i WHERE i.id = \(id)"
    }
}

/// An item with its date, as far as a reader may know of it.
struct ReadAgendaItem: Sendable {
    let item: AgendaItem
    let date: TitledGathering
    /// How many stand on the agenda.
    let count: Int
    /// Its own place, counted from 1.
    let position: Int
    /// Whether the reader may change any item, its place and what came of it.
    let isHost: Bool

    /// - Throws: `Denial.missing` for what is no item of a date that the viewer reads; what the policy says of changing it.
    static func toChange(_ id: AgendaItemID, _ reading: Reading) throws -> ReadAgendaItem {
        guard let item = try reading.first(AgendaItem.of(id)) else { throw Denial.missing }
        let facts = try Access.thread(item.thread, reading)
        let date = try TitledGathering.load(item.thread, reading.db)
        let isHost = Policy.allows(ArrangeAgenda.self, facts)
        if !isHost, item.author != reading.viewer.member || !Policy.allows(AddToAgenda.self, facts) {
            throw Policy.refusal(ArrangeAgenda.self, facts) ?? .notAllowed
        }
        let order = try reading.all(AgendaItem.of(item.thread)).map(\.id)
        return ReadAgendaItem(
            item: item,
            date: date,
            count: order.count,
            position: (order.firstIndex(of: id) ?? 0) + 1,
            isHost: isHost
        )
    }
}

extension AgendaItem {
    /// In which language is written in the discussion that an item is about; nil for an item without one.
    static func language(of id: AgendaItemID) -> SQL<String> {
        """
        SELECT g.language FROM agendaItem i JOIN thread t ON t.id = i.aboutId JOIN "group" g ON g.id = t.groupId
        WHERE i.id = \(id)
        """
    }
}

/// A discussion that is to be put on the table of a date.
struct TabledThread: RowDecodable, Sendable {
    let id: ThreadID
    let title: String
    let community: CommunityID
    let group: GroupID
    /// Whether everyone who reads in the community reads it, too.
    let isOpen: Bool

    static let columns: SQL<Void> = """
        t.id, t.title, t.communityId, t.groupId,
        g.access = 'open' AND g.kind NOT IN ('peer-support', 'peer-supervision')
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        title = try columns.text()
        (community, group) = (try columns.id(), try columns.id())
        isOpen = try columns.bool()
    }

    /// The dates of its community on whose table it can be put, soonest first.
    ///
    /// Those that the viewer adds to, and whose readers all read the discussion; of each series the next one alone unless all are asked for.
    func dates(isOfAll: Bool, _ reading: Reading) throws -> [ListedGathering] {
        var query = GatheringListQuery.coming(at: reading.now)
        query.nextAt = isOfAll ? nil : reading.now
        query.community = community
        if !isOpen { query.group = group }
        return try reading.all(query.statement(reading, limit: Self.mostDates)).filter { listed in
            guard listed.gathering.takesAnswers(at: reading.now) else { return false }
            let facts = try Access.thread(listed.gathering.thread, reading)
            return Policy.allows(AddToAgenda.self, facts)
        }
    }

    private static let mostDates = 30

    /// Walks primary keys; a date is nothing to put on a table.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID) -> SQL<TabledThread> {
        """
        SELECT \(columns) FROM thread t JOIN "group" g ON g.id = t.groupId
        WHERE t.id = \(thread) AND t.kind <> \(ThreadKind.gathering)
        """
    }
}
