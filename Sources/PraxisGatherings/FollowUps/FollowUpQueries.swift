import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What is to be done after a date.
struct FollowUp: RowDecodable, Sendable {
    let id: FollowUpID
    /// The date.
    let thread: ThreadID
    let kind: FollowUpKind
    let title: String
    let owner: MemberID?
    let ownerName: String
    /// Whether its owner has left the group, and nobody has it since.
    let isLeft: Bool
    /// In days since 1970-01-01.
    let due: Int?
    let state: FollowUpState
    let author: MemberID
    let version: Int

    static let columns: SQL<Void> = """
        f.id, f.threadId, f.kind, f.title, f.ownerId, coalesce(o.name, ''), f.isLeft, f.due, f.state, f.authorId, f.version
        """

    /// Follow-up `f` and its owner `o`.
    private static let source: SQL<Void> = "followUp f LEFT JOIN member o ON o.id = f.ownerId"

    init(_ columns: inout Columns) throws {
        (id, thread) = (try columns.id(), try columns.id())
        (kind, title) = (try columns.word(), try columns.text())
        owner = columns.optionalID()
        (ownerName, isLeft) = (try columns.text(), try columns.bool())
        due = columns.optionalInteger().map(Int.init)
        (state, author) = (try columns.word(), try columns.id())
        version = try columns.int()
    }

    /// Those of a date, as they were added: walks `followUp_by_thread`.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID) -> SQL<FollowUp> {
        "SELECT \(columns) FROM \(source) WHERE f.threadId = \(thread) ORDER BY f.id"
    }

    /// Walks the primary key.
    static func of(_ id: FollowUpID) -> SQL<FollowUp> {
        "SELECT \(columns) FROM \(source) WHERE f.id = \(id)"
    }
}

/// One that is still open, of a date before the one whose page it stands on.
struct EarlierFollowUp: RowDecodable, Sendable {
    let followUp: FollowUp
    /// Of that date.
    let title: String
    let startAt: Timestamp
    let zone: String

    static let columns: SQL<Void> = "\(FollowUp.columns), t.title, e.startAt, e.zone"

    init(_ columns: inout Columns) throws {
        followUp = try FollowUp(&columns)
        title = try columns.text()
        (startAt, zone) = (try columns.time(), try columns.text())
    }

    /// How many come up again on one page.
    private static let most = 20

    /// The open ones of the earlier dates of its series; of a date alone, of those of its group that are alone, too.
    ///
    /// The latest date first. Walks `followUp_open` and primary keys.
    static func before(_ date: Gathering) -> SQL<EarlierFollowUp> {
        let same: SQL<Void> = date.series.map { "e.seriesId = \($0)" } ?? "e.seriesId IS NULL"
        return """
            SELECT \(columns)
            FROM followUp f JOIN gathering e ON e.threadId = f.threadId JOIN thread t ON t.id = f.threadId
            LEFT JOIN member o ON o.id = f.ownerId
            WHERE f.groupId = (SELECT d.groupId FROM thread d WHERE d.id = \(date.thread)) AND f.state = 'open'
                AND e.startAt < \(date.startAt) AND \(same)
            ORDER BY e.startAt DESC, f.id LIMIT \(most)
            """
    }
}

/// What is to be done after a date, and what still is after those before it.
struct FollowUps: Sendable {
    let own: [FollowUp]
    let earlier: [EarlierFollowUp]

    static let none = FollowUps(own: [], earlier: [])

    static func load(_ date: Gathering, _ db: DB) throws -> FollowUps {
        FollowUps(own: try db.all(FollowUp.of(date.thread)), earlier: try db.all(EarlierFollowUp.before(date)))
    }

    /// Bytes that they take while a page is kept.
    var cost: Int { (own.count + earlier.count) * 300 }
}

/// A member who can be named as an owner.
struct PossibleOwner: RowDecodable, Sendable {
    let id: MemberID
    let name: String

    static let columns: SQL<Void> = "p.id, p.name"

    init(_ columns: inout Columns) throws { (id, name) = (try columns.id(), try columns.text()) }

    private static let most = 200

    /// Full members of the community who have joined the group, or said that they come to the date or might.
    ///
    /// Walks the primary keys of `gatheringAnswer` and `groupMembership`. Precondition: the caller has checked that the reader is shown
    /// these names.
    static func of(_ thread: ThreadID, _ facts: Facts) -> SQL<PossibleOwner> {
        """
        SELECT \(columns)
        FROM (SELECT r.memberId FROM gatheringAnswer r WHERE r.threadId = \(thread) AND r.answer <> 'no'
              UNION SELECT gm.memberId FROM groupMembership gm
              WHERE gm.groupId = \(facts.group?.id) AND gm.role <> 'guest' AND \(Visibility.groupStanding(at: facts.now)) = 'active') c
        JOIN member p ON p.id = c.memberId
        JOIN membership m ON m.communityId = \(facts.community?.id) AND m.memberId = c.memberId
        WHERE m.role <> 'guest' AND \(Visibility.standing(at: facts.now)) = 'active'
        ORDER BY p.nameFolded, p.id LIMIT \(most)
        """
    }
}
