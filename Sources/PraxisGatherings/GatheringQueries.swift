import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A date as its row says it.
struct Gathering: Sendable {
    let thread: ThreadID
    /// What the clock on the host's wall shows.
    let wall: LocalTime
    let zone: String
    let startAt: Timestamp
    let endAt: Timestamp
    let minutes: Int
    let mode: GatheringMode
    /// Empty for none.
    let place: String
    /// Empty for none; only for those who may `SeeJoinLink`.
    let joinLink: String
    /// How many have a seat; nil for room for everybody.
    let capacity: Int?
    let state: GatheringState
    let version: Int
    let changedAt: Timestamp
    /// Nil for a date alone.
    var series: SeriesID?
    /// The wall time that the rhythm of its series gave it; nil if it gives it none, or none any more.
    var occurrence: LocalTime?
    /// What it has of its own, and not of its series.
    var own: Set<GatheringField> = []

    /// Walks the primary key.
    ///
    /// Precondition: the caller has checked that the reader may read the threads.
    static func of(_ threads: [ThreadID]) -> SQL<Gathering> {
        "SELECT \(columns) FROM gathering e WHERE e.threadId IN (\(list: threads))"
    }

    /// The date that a thread is about.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    /// - Throws: `Denial.missing` for a thread that is no date.
    static func load(_ thread: ThreadID, _ db: DB) throws -> Gathering {
        guard let date = try db.first(of([thread])) else { throw Denial.missing }
        return date
    }
}

extension Gathering: RowDecodable {
    static let columns: SQL<Void> = """
        e.threadId, e.localStart, e.zone, e.startAt, e.endAt, e.minutes, e.mode, e.place, e.joinLink, e.capacity, e.state, e.version,
        e.changedAt, e.seriesId, e.occurrence, e.own
        """

    init(_ columns: inout Columns) throws {
        thread = try columns.id()
        let wall = try columns.text()
        zone = try columns.text()
        startAt = try columns.time()
        endAt = try columns.time()
        minutes = try columns.int()
        mode = try columns.word()
        (place, joinLink) = (try columns.text(), try columns.text())
        capacity = columns.optionalInteger().map(Int.init)
        (state, version) = (try columns.word(), try columns.int())
        changedAt = try columns.time()
        series = columns.optionalID()
        occurrence = columns.optionalText().flatMap(WallTimePlan.wall)
        own = GatheringField.read(try columns.text())
        self.wall = WallTimePlan.wall(wall) ?? LocalTime(startAt, in: Zones.stored(zone, orElse: "UTC"))
    }
}

/// A date with the title of its thread.
struct TitledGathering: RowDecodable, Sendable {
    let title: String
    var gathering: Gathering

    init(_ title: String, _ gathering: Gathering) { (self.title, self.gathering) = (title, gathering) }

    static let columns: SQL<Void> = "t.title, \(Gathering.columns)"

    init(_ columns: inout Columns) throws { (title, gathering) = (try columns.text(), try Gathering(&columns)) }

    /// Walks primary keys.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID) -> SQL<TitledGathering> {
        "SELECT \(columns) FROM gathering e JOIN thread t ON t.id = e.threadId WHERE e.threadId = \(thread)"
    }

    /// As `Gathering.load`, with the title.
    static func load(_ thread: ThreadID, _ db: DB) throws -> TitledGathering {
        guard let date = try db.first(of(thread)) else { throw Denial.missing }
        return date
    }

    /// A date about which the viewer may do that, with what the policy knows of its thread.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    static func admitted(
        to act: any Act.Type,
        _ thread: ThreadID,
        _ reading: Reading
    ) throws -> (date: TitledGathering, facts: Facts) {
        let facts = try Access.thread(thread, reading), date = try load(thread, reading.db)
        if let denial = Policy.refusal(act, facts) { throw denial }
        return (date, facts)
    }
}
