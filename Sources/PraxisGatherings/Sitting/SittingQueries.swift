import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A sitting as its row says it.
struct Sitting: RowDecodable, Sendable {
    let id: SittingID
    let community: CommunityID
    let beganAt: Timestamp
    /// The first beginning of a date that was changed, as it was or as it is.
    let nearestAt: Timestamp
    let leavesAt: Timestamp

    static let columns: SQL<Void> = "s.id, s.communityId, s.beganAt, s.nearestAt, s.leavesAt"

    /// Walks `gatheringChange_by_thread`.
    static func open(with thread: ThreadID) -> SQL<Sitting> {
        """
        SELECT \(columns) FROM gatheringChange c JOIN gatheringSitting s ON s.id = c.sittingId
        WHERE c.threadId = \(thread) AND s.state = 'open'
        """
    }

    /// Walks `gatheringSitting_waiting`, which holds few.
    static func open(of host: MemberID, in community: CommunityID) -> SQL<Sitting> {
        """
        SELECT \(columns) FROM gatheringSitting s
        WHERE s.state = 'open' AND s.state <> 'told' AND s.hostId = \(host) AND s.communityId = \(community)
        """
    }
}

extension Sitting {
    init(_ columns: inout Columns) throws {
        (id, community) = (try columns.id(), try columns.id())
        (beganAt, nearestAt) = (try columns.time(), try columns.time())
        leavesAt = try columns.time()
    }
}

/// A date as it was before a sitting, and as it is.
struct ChangedDate: RowDecodable, Sendable {
    let was: Was
    let title: String
    let gathering: Gathering
    let location: MailLocation

    struct Was: Sendable {
        let title: String
        let startAt: Timestamp
        let endAt: Timestamp
        let zone: String
        let mode: GatheringMode
        let place: String
        let joinLink: String
        let state: GatheringState
    }

    /// What is other than it was.
    enum Part: Sendable { case state, time, title, place, link }

    static let columns: SQL<Void> = """
        c.title, c.startAt, c.endAt, c.zone, c.mode, c.place, c.joinLink, c.state, t.title, \(Gathering.columns),
        \(MailLocation.columns(community: "t.communityId", group: "t.groupId"))
        """

    init(_ columns: inout Columns) throws {
        was = Was(
            title: try columns.text(),
            startAt: try columns.time(),
            endAt: try columns.time(),
            zone: try columns.text(),
            mode: try columns.word(),
            place: try columns.text(),
            joinLink: try columns.text(),
            state: try columns.word()
        )
        title = try columns.text()
        gathering = try Gathering(&columns)
        location = try MailLocation(&columns)
    }

    /// Empty if all of it was undone, or it took and takes no place either way.
    var parts: Set<Part> {
        let did = was.state == .planned, does = gathering.state == .planned
        if !did || !does { return did == does ? [] : [.state] }
        var parts: Set<Part> = []
        if was.startAt != gathering.startAt || was.endAt != gathering.endAt { parts.insert(.time) }
        if was.title != title { parts.insert(.title) }
        if was.mode != gathering.mode || was.place != gathering.place { parts.insert(.place) }
        if was.joinLink != gathering.joinLink { parts.insert(.link) }
        return parts
    }

    /// Those of a sitting, the first one to begin first: walks its key, then primary keys.
    static func of(_ sitting: SittingID) -> SQL<ChangedDate> {
        """
        SELECT \(columns) FROM gatheringChange c JOIN gathering e ON e.threadId = c.threadId JOIN thread t ON t.id = c.threadId
        WHERE c.sittingId = \(sitting) ORDER BY e.startAt, e.threadId
        """
    }

    /// The same of those dates that a reader said yes or maybe to, and may read.
    static func of(_ sitting: SittingID, _ reading: Reading) -> SQL<ChangedDate> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(columns)
        FROM gatheringChange c CROSS JOIN gathering e CROSS JOIN thread t JOIN place ON \(Visibility.readable)
        JOIN gatheringAnswer r ON r.threadId = c.threadId AND r.memberId = \(reading.viewer.member) AND r.answer <> 'no'
        WHERE c.sittingId = \(sitting) AND e.threadId = c.threadId AND t.id = c.threadId AND NOT place.publicOnly
        ORDER BY e.startAt, e.threadId
        """
    }
}

/// What those who can change a date are told of the mail about what was changed.
struct WaitingNote: Sendable {
    let leavesAt: Timestamp
    /// How many get it.
    let people: Int

    /// Nil if nobody will be told: nothing was changed lately, or all of it was undone.
    static func of(_ thread: ThreadID, _ db: DB) throws -> WaitingNote? {
        guard let sitting = try db.first(Sitting.open(with: thread)) else { return nil }
        let threads = try db.all(ChangedDate.of(sitting.id)).filter { !$0.parts.isEmpty }.map(\.gathering.thread)
        guard threads.contains(thread) else { return nil }
        let people = try db.first(
            "SELECT count(DISTINCT memberId) FROM gatheringAnswer WHERE answer <> 'no' AND threadId IN (\(list: threads))"
                as SQL<Int>
        )
        return people.flatMap { $0 > 0 ? WaitingNote(leavesAt: sitting.leavesAt, people: $0) : nil }
    }
}
