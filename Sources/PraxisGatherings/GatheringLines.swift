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
        fields: [.threadId, .start, .zone, .minutes, .mode, .place, .joinLink, .capacity, .state, .version, .changedAt]
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
    }

    private static let links: [(FieldError.Problem, String)] = [
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
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId)
        let isOne = try db.first(
            "SELECT kind = \(ThreadKind.gathering) AND hasFacet FROM thread WHERE id = \(thread)" as SQL<Bool>
        )
        guard isOne == true else {
            throw BadLine.wrong(field: "thread_id", expected: "a thread of the kind gathering, with facet")
        }
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
            changedAt: changedAt?.resolved(batch.startedAt) ?? batch.startedAt
        )
        return try db.insertGathering(row)
    }
}

/// When a date of a corpus file begins.
private enum GatheringStart: Sendable {
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
    fileprivate static let start: CorpusField = "start"
    fileprivate static let zone: CorpusField = "zone"
    fileprivate static let minutes: CorpusField = "minutes"
    fileprivate static let mode: CorpusField = "mode"
    fileprivate static let place: CorpusField = "place"
    fileprivate static let joinLink: CorpusField = "join_link"
    fileprivate static let capacity: CorpusField = "capacity"
    fileprivate static let version: CorpusField = "version"
    fileprivate static let changedAt: CorpusField = "changed_at"
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
