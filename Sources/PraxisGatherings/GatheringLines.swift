import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A date as a corpus file has it; its thread stands before it.
struct GatheringLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "gathering",
        fields: [
            .threadId, .start, .zone, .minutes, .mode, .place, .joinLink, .capacity, .state, .version, .changedAt,
            .seriesId, .occurrence, .own,
        ]
    ) { try GatheringLine($0) }

    private let thread: Int64
    private let start: GatheringStart
    private let zone: String
    private let minutes: Int
    private let mode: GatheringMode
    private let place: String
    private let joinLink: String
    private let capacity: Int?
    private let state: GatheringState
    private let version: Int
    private let changedAt: CorpusTime?
    private let series: Int64?
    /// As a wall time.
    private let occurrence: LocalTime?
    private let own: Set<GatheringField>

    private init(_ fields: CorpusFields) throws {
        thread = try fields.required(.threadId)
        let start: String = try fields.required(.start), zone: String = try fields.required(.zone)
        guard let known = GatheringStart(start) else {
            throw BadLine.wrong(field: "start", expected: "a local time, as 2026-12-15T12:00 or P5DT12H30M")
        }
        if Zones.named(zone) == nil { throw BadLine.wrong(field: "zone", expected: "the name of a time zone") }
        (self.start, self.zone) = (known, zone)
        minutes = try fields.number(.minutes, Limits.gatheringMinutes)
        guard let mode: GatheringMode = try fields.word(.mode) else { throw BadLine.missing(field: "mode") }
        self.mode = mode
        place = try fields.optionalLine(.place, Limits.gatheringPlaceScalars) ?? ""
        let link: String? = try fields.optional(.joinLink)
        joinLink =
            link == nil
            ? ""
            : try fields.checked(.joinLink, expecting: Self.links) { raw throws(Denial) in
                try JoinLink.checked(raw, for: mode)
            }
        capacity = try fields.optionalNumber(.capacity, Limits.gatheringCapacity)
        state = try fields.word(.state) ?? .planned
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
        changedAt = try fields.time(.changedAt)
        series = try fields.optional(.seriesId)
        let occurrence: String? = try fields.optional(.occurrence), own: String? = try fields.optional(.own)
        self.occurrence = occurrence.flatMap(WallTimePlan.wall)
        if occurrence != nil, self.occurrence == nil || series == nil {
            throw BadLine.wrong(
                field: "occurrence",
                expected: "a local time, as 2026-12-15T12:00, of a date of a series"
            )
        }
        self.own = GatheringField.read(own ?? "")
        if GatheringField.text(self.own) != own ?? "" {
            throw BadLine.wrong(field: "own", expected: GatheringField.text(Set(GatheringField.allCases)))
        }
    }

    static let links: [(FieldError.Problem, String)] = [
        (.notALink, "an address that begins with https://"), (.linkInPerson, "no link where people meet in person"),
    ]

    static let columns: SQL<Void> = Gathering.columns

    init(_ columns: inout Columns) throws {
        let row = try Gathering(&columns)
        (thread, start) = (row.thread.rawValue, .wall(row.wall))
        (zone, minutes) = (row.zone, row.minutes)
        (mode, place) = (row.mode, row.place)
        (joinLink, state) = (row.joinLink, row.state)
        capacity = row.capacity
        (version, changedAt) = (row.version, .moment(row.changedAt))
        (series, occurrence) = (row.series?.rawValue, row.occurrence)
        own = row.own
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        if case .wall(let wall) = start { record.append(.start, WallTimePlan.text(wall)) }
        record.append(.zone, zone)
        record.append(.minutes, minutes)
        record.append(.mode, mode)
        if !place.isEmpty { record.append(.place, place) }
        if !joinLink.isEmpty { record.append(.joinLink, joinLink) }
        if let capacity { record.append(.capacity, capacity) }
        if state != .planned { record.append(.state, state) }
        if version > 1 { record.append(.version, version) }
        record.append(.changedAt, changedAt)
        // A member's own export has not the series of others.
        if scope.isOfMember { return }
        if let series { record.append(.seriesId, series) }
        if let occurrence { record.append(.occurrence, WallTimePlan.text(occurrence)) }
        if !own.isEmpty { record.append(.own, GatheringField.text(own)) }
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId)
        let isOne = try db.first(
            "SELECT kind = \(ThreadKind.gathering) AND hasFacet FROM thread WHERE id = \(thread)" as SQL<Bool>
        )
        guard isOne == true else {
            throw BadLine.wrong(field: "thread_id", expected: "a thread of the kind gathering, with facet")
        }
        let series: SeriesID? = try self.series.map { source in try db.needed(source, .seriesId) }
        let zone = Zones.stored(zone, orElse: "UTC"), wall = start.wall(at: batch.startedAt, in: zone)
        guard let startAt = WallTimePlan.moment(wall, in: zone) else {
            throw BadLine.wrong(field: "start", expected: "a time that the clocks do not skip")
        }
        let row = Gathering(
            thread: thread,
            wall: wall,
            zone: self.zone,
            startAt: startAt,
            endAt: startAt + .minutes(Int64(minutes)),
            minutes: minutes,
            mode: mode,
            place: place,
            joinLink: joinLink,
            capacity: capacity,
            state: state,
            version: version,
            changedAt: changedAt?.resolved(batch.startedAt) ?? batch.startedAt,
            series: series,
            occurrence: occurrence,
            own: own
        )
        if let series, let occurrence, try db.holds(occurrence, of: series, notOf: thread) {
            throw BadLine.wrong(field: "occurrence", expected: "one that no other date of its series has")
        }
        return try db.insertGathering(row)
    }
}

/// When a date of a corpus file begins.
enum GatheringStart: Sendable {
    case wall(LocalTime)
    /// So many days after the import, or before it, at a time of day, so that an example never ages.
    case after(days: Int, minutes: Int)

    init?(_ text: String) {
        if let wall = WallTimePlan.wall(text) {
            self = .wall(wall)
        } else if let match = text.wholeMatch(of: /(-?)P([0-9]{1,4})DT([0-9]{1,2})H(?:([0-9]{1,2})M)?/),
            let days = Int(match.2), let hour = Int(match.3), hour < 24, let minute = Int(match.4 ?? "0"), minute < 60
        {
            self = .after(days: match.1.isEmpty ? days : -days, minutes: hour * 60 + minute)
        } else {
            return nil
        }
    }

    func wall(at now: Timestamp, in zone: TimeZone) -> LocalTime {
        switch self {
        case .wall(let wall): wall
        case .after(let days, let minutes):
            WallTimePlan.wall(LocalTime(dayNumber: LocalTime(now, in: zone).dayNumber + days), minutes)
        }
    }
}

extension CorpusField {
    static let start: CorpusField = "start"
    static let zone: CorpusField = "zone"
    static let minutes: CorpusField = "minutes"
    static let mode: CorpusField = "mode"
    static let place: CorpusField = "place"
    static let joinLink: CorpusField = "join_link"
    static let capacity: CorpusField = "capacity"
    static let version: CorpusField = "version"
    static let changedAt: CorpusField = "changed_at"
    static let seriesId: CorpusField = "series_id"
    fileprivate static let occurrence: CorpusField = "occurrence"
    fileprivate static let own: CorpusField = "own"
}

extension ExportKind {
    static let gatherings = ExportKind("gathering", .marks) { scope in
        """
        SELECT \(GatheringLine.columns)
        FROM gathering e JOIN thread t ON t.id = e.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "t.authorId")) ORDER BY e.threadId
        """ as SQL<GatheringLine>
    }
}
