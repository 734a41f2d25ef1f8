import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A series as its row says it.
package struct Series: RowDecodable, Sendable {
    package let id: SeriesID
    let community: CommunityID
    let group: GroupID
    let author: MemberID
    package let details: SeriesDetails
    let state: GatheringState
    /// Whether it was planned while its group was open to everybody.
    let isPublic: Bool
    let dueAt: Timestamp?
    package let version: Int
    let createdAt: Timestamp
    let changedAt: Timestamp

    static let columns: SQL<Void> = """
        s.id, s.communityId, s.groupId, s.authorId, s.name, s.purpose, s.zone, s.minutes, s.mode, s.place, s.joinLink, s.capacity,
        s.recording, s.credit, s.state, s.isPublic, s.dueAt, s.version, s.createdAt, s.changedAt
        """

    package init(_ columns: inout Columns) throws {
        (id, community) = (try columns.id(), try columns.id())
        (group, author) = (try columns.id(), try columns.id())
        details = SeriesDetails(
            name: try Title(columns.text()),
            purpose: try columns.text(),
            zone: try columns.text(),
            minutes: try columns.int(),
            mode: try columns.word(),
            place: try columns.text(),
            joinLink: try columns.text(),
            capacity: columns.optionalInteger().map(Int.init),
            recording: try columns.word(),
            credit: try columns.text()
        )
        (state, isPublic) = (try columns.word(), try columns.bool())
        dueAt = columns.optionalTime()
        version = try columns.int()
        (createdAt, changedAt) = (try columns.time(), try columns.time())
    }

    /// Walks the primary key.
    ///
    /// Precondition: the caller checks that the reader may read its group.
    package static func of(_ id: SeriesID) -> SQL<Series> { "SELECT \(columns) FROM series s WHERE s.id = \(id)" }

    /// A series, for viewers who may read its group.
    /// - Throws: `Denial.missing`.
    static func read(_ id: SeriesID, _ reading: Reading) throws -> ReadSeries {
        guard let series = try reading.first(of(id)) else { throw Denial.missing }
        let facts = try Access.group(series.group, reading)
        guard series.isRead(by: facts) else { throw Denial.missing }
        let rhythms = try reading.all(SeriesRhythmRow.of(id))
        guard let rhythm = rhythms.last?.rhythm else { throw Denial.missing }
        return ReadSeries(series: series, rhythm: rhythm, facts: facts)
    }
}

extension Series {
    /// Whether those facts of its group allow to read it, as a discussion that began when it did.
    func isRead(by facts: Facts) -> Bool {
        let thread = ThreadFacts(
            id: ThreadID(rawValue: 0),
            state: .open,
            isPublic: isPublic,
            isOwn: false,
            postCount: 0,
            lastPostAt: .distantPast,
            version: 1
        )
        let read = Facts(
            viewer: facts.viewer,
            now: facts.now,
            community: facts.community,
            group: facts.group,
            thread: thread
        )
        return Policy.allows(ReadGroup.self, read)
    }
}

/// A series and what its reader may do there.
struct ReadSeries: Sendable {
    let series: Series
    /// The latest.
    let rhythm: SeriesRhythm
    /// Of its group.
    let facts: Facts
}

/// When a series meets, from a date on.
struct SeriesRhythmRow: RowDecodable, Sendable {
    /// Holds for dates that began then or later.
    let from: LocalTime
    let rhythm: SeriesRhythm

    static let columns: SQL<Void> = "r.fromStart, r.localStart, r.rule"

    init(_ columns: inout Columns) throws {
        let texts = [try columns.text(), try columns.text()], rule = try columns.text()
        guard let from = WallTimePlan.wall(texts[0]), let first = WallTimePlan.wall(texts[1]),
            let read = try? RecurrenceRule(rule, until: RecurrenceRule.storedDay)
        else { throw StoreError.statement("a rhythm that cannot be read") }
        (self.from, rhythm) = (from, SeriesRhythm(first: first, rule: read))
    }

    /// In their order: walks the primary key.
    static func of(_ series: SeriesID) -> SQL<SeriesRhythmRow> {
        "SELECT \(columns) FROM seriesRhythm r WHERE r.seriesId = \(series) ORDER BY r.fromStart"
    }
}

extension RecurrenceRule {
    /// The day of an `UNTIL` as it is stored: `20271231`.
    static func storedDay(_ text: String) -> Int? {
        let digits = Array(text)
        guard digits.count == 8 else { return nil }
        return LocalTime(date: String(digits[0..<4]) + "-" + String(digits[4..<6]) + "-" + String(digits[6..<8]))?
            .dayNumber
    }
}

/// A date of a series with what a change of the series needs to know.
struct DateOfSeries: RowDecodable, Sendable {
    let dated: TitledGathering
    /// Whether somebody has written or answered there, so that it is kept whatever the rhythm says.
    let isUsed: Bool

    var gathering: Gathering { dated.gathering }

    static let columns: SQL<Void> = """
        \(TitledGathering.columns), t.postCount > 0 OR EXISTS (SELECT 1 FROM gatheringAnswer a WHERE a.threadId = e.threadId)
        """

    init(_ columns: inout Columns) throws { (dated, isUsed) = (try TitledGathering(&columns), try columns.bool()) }

    /// Those that have a place in its rhythm, in the order of that: walks `gathering_by_occurrence`.
    static func of(_ series: SeriesID) -> SQL<DateOfSeries> {
        """
        SELECT \(columns) FROM gathering e JOIN thread t ON t.id = e.threadId
        WHERE e.seriesId = \(series) AND e.occurrence IS NOT NULL ORDER BY e.occurrence
        """
    }

    /// Those that the rhythm had too many, which nobody has written or answered to, and which can be dates again.
    static func spare(of series: SeriesID) -> SQL<DateOfSeries> {
        """
        SELECT \(columns) FROM gathering e JOIN thread t ON t.id = e.threadId
        WHERE e.seriesId = \(series) AND e.occurrence IS NULL AND e.state = 'skipped' AND e.own = '' AND t.postCount = 0
            AND NOT EXISTS (SELECT 1 FROM gatheringAnswer a WHERE a.threadId = e.threadId)
        ORDER BY e.threadId
        """
    }
}

extension ReadSeries {
    /// Whether the reader may see the joining link of its dates.
    var seesLink: Bool { Policy.allows(SeeJoinLink.self, facts) }

    /// Whether the reader may change it.
    var isHost: Bool { Policy.allows(ChangeSeries.self, facts) }
}

/// A series that is about to be changed.
struct ChangedSeries: Sendable {
    let read: ReadSeries
    /// From the next date on.
    let rhythm: SeriesRhythm
    /// When that is to begin.
    let startAt: Timestamp
    /// The lists of holidays that it follows.
    let holidays: [HolidayListID]

    /// What its form begins with.
    var typed: TypedSeries {
        var typed = TypedSeries(read.series.details, rhythm)
        typed.holidays = holidays.map(\.description)
        return typed
    }

    /// - Throws: `Denial.missing`; what the policy says.
    static func load(_ id: SeriesID, _ reading: Reading) throws -> ChangedSeries {
        let read = try Series.read(id, reading)
        if let denial = Policy.refusal(ChangeSeries.self, read.facts) { throw denial }
        let dates = try reading.all(DateOfSeries.of(id)).map(\.gathering)
        let next = dates.first { $0.startAt > reading.now && $0.occurrence != nil } ?? dates.last
        let rhythm = next?.occurrence.map { read.rhythm.continued(at: $0) } ?? read.rhythm
        let zone = Zones.stored(read.series.details.zone, orElse: "UTC")
        return ChangedSeries(
            read: read,
            rhythm: rhythm,
            startAt: WallTimePlan.momentOfSeries(rhythm.first, in: zone),
            holidays: try reading.all(HolidayList.followed(by: id)).map(\.id)
        )
    }
}
