import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A list of holidays as a corpus file has it; its holidays follow.
struct HolidayListLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("holiday_list", fields: [.id, .communityId, .name, .version, .createdAt, .changedAt]) {
        try HolidayListLine($0)
    }

    private let source: Int64
    /// Nil for one that every community can use.
    private let community: Int64?
    private let name: String
    private let version: Int
    private let createdAt: CorpusTime?
    private let changedAt: CorpusTime?

    private init(_ fields: CorpusFields) throws {
        (source, community) = (try fields.required(.id), try fields.optional(.communityId))
        name = try fields.line(.name, Limits.holidayNameScalars)
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
        (createdAt, changedAt) = (try fields.time(.createdAt), try fields.time(.changedAt))
    }

    static let columns: SQL<Void> = "l.id, l.communityId, l.name, l.version, l.createdAt, l.changedAt"

    init(_ columns: inout Columns) throws {
        (source, community) = (try columns.integer(), columns.optionalInteger())
        (name, version) = (try columns.text(), try columns.int())
        (createdAt, changedAt) = (.moment(try columns.time()), .moment(try columns.time()))
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, source)
        if let community { record.append(.communityId, community) }
        record.append(.name, name)
        if version > 1 { record.append(.version, version) }
        record.append(.createdAt, createdAt)
        record.append(.changedAt, changedAt)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        guard try db.imported(source, as: Noun.HolidayList.self) == nil else { return false }
        let community: CommunityID? = try community.map { try db.needed($0, .communityId) }
        try db.keepNumber(of: source, as: Noun.HolidayList.self, in: "holidayList", batch)
        let id = try db.insertHolidayList(NewHolidayList(name: name, holidays: []), of: community)
        let created = createdAt?.resolved(batch.startedAt) ?? batch.startedAt
        try db.run(
            """
            UPDATE holidayList SET version = \(version), createdAt = \(created),
                changedAt = \(changedAt?.resolved(batch.startedAt) ?? created)
            WHERE id = \(id)
            """
        )
        try db.keep(source, as: id)
        return true
    }
}

/// A holiday of a list, as a corpus file has it.
struct HolidayLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("holiday", fields: [.listId, .first, .last, .name]) { try HolidayLine($0) }

    private let list: Int64
    private let days: HolidayDays
    private let name: String

    private init(_ fields: CorpusFields) throws {
        (list, days) = (try fields.required(.listId), try HolidayDays(fields))
        name = try fields.line(.name, Limits.holidayNameScalars)
    }

    static let columns: SQL<Void> = ListedHoliday.columns

    init(_ columns: inout Columns) throws {
        let row = try ListedHoliday(&columns)
        (list, days) = (row.list.rawValue, HolidayDays(row.holiday.days))
        name = row.holiday.name
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.listId, list)
        days.write(to: &record)
        record.append(.name, name)
    }

    /// One that the list has already keeps its name; a list that was deleted since its import gets none.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let key = try db.key(list, days, batch)
        guard try db.isThere(key.list) else { return false }
        let known = try db.all(ListedHoliday.of([key.list]))
        if known.contains(where: { $0.key == key }) { return false }
        if known.count >= Limits.holidays {
            throw BadLine.wrong(field: "list_id", expected: "a list with at most \(Limits.holidays) holidays")
        }
        return try db.setHoliday(Holiday(key.days, name), of: key.list)
    }
}

/// That a series follows a list of holidays, as a corpus file has it.
struct SeriesHolidaysLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("series_holidays", fields: [.seriesId, .listId]) { try SeriesHolidaysLine($0) }

    private let series: Int64
    private let list: Int64

    private init(_ fields: CorpusFields) throws {
        (series, list) = (try fields.required(.seriesId), try fields.required(.listId))
    }

    static let columns: SQL<Void> = "f.seriesId, f.listId"

    init(_ columns: inout Columns) throws { (series, list) = (try columns.integer(), try columns.integer()) }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.seriesId, series)
        record.append(.listId, list)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let id: SeriesID = try db.needed(series, .seriesId), list: HolidayListID = try db.needed(list, .listId)
        guard try db.isThere(list), let series = try db.first(Series.of(id)) else { return false }
        guard try db.all(HolidayList.usable(in: series.community)).contains(where: { $0.id == list }) else {
            throw BadLine.wrong(field: "list_id", expected: "a list of the community of the series, or of the site")
        }
        return try db.run(
            """
            INSERT INTO seriesHolidays (seriesId, listId) VALUES (\(id), \(list)) ON CONFLICT (seriesId, listId) DO NOTHING
            """
        ) > 0
    }
}

/// That a date takes place although it falls on a holiday, as a corpus file has it.
struct HolidayKeptLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("holiday_kept", fields: [.threadId, .listId, .first, .last]) {
        try HolidayKeptLine($0)
    }

    private let thread: Int64
    private let list: Int64
    private let days: HolidayDays

    private init(_ fields: CorpusFields) throws {
        (thread, list) = (try fields.required(.threadId), try fields.required(.listId))
        days = try HolidayDays(fields)
    }

    static let columns: SQL<Void> = "h.threadId, h.listId, h.firstDay, h.lastDay, ''"

    init(_ columns: inout Columns) throws {
        thread = try columns.integer()
        let row = try ListedHoliday(&columns)
        (list, days) = (row.list.rawValue, HolidayDays(row.holiday.days))
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.listId, list)
        days.write(to: &record)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId)
        guard try db.first(Gathering.of([thread])) != nil else {
            throw BadLine.wrong(field: "thread_id", expected: "a thread with a date, which stands before it")
        }
        return try db.keepOnHoliday(thread, db.key(list, days, batch))
    }
}

/// The days of a holiday as a line says them.
private struct HolidayDays: Sendable {
    /// Days since 1970-01-01, or from the import on.
    private let days: ClosedRange<Int>
    private let isFromImport: Bool

    init(_ days: ClosedRange<Int>) { (self.days, isFromImport) = (days, false) }

    init(_ fields: CorpusFields) throws {
        let first: String = try fields.required(.first), last: String? = try fields.optional(.last)
        guard let begin = Self.day(first), let end = Self.day(last ?? first), begin.isFromImport == end.isFromImport,
            begin.day <= end.day, end.day - begin.day < Limits.holidayDays
        else {
            throw BadLine.wrong(
                field: "first",
                expected: "a day, as 2026-12-21 or P10D, and no later than the last one"
            )
        }
        (days, isFromImport) = (begin.day...end.day, begin.isFromImport)
    }

    private static func day(_ text: String) -> (day: Int, isFromImport: Bool)? {
        if let day = LocalTime(date: text) { return (day.dayNumber, false) }
        guard let match = text.wholeMatch(of: /(-?)P([0-9]{1,4})D/), let days = Int(match.2) else { return nil }
        return (match.1.isEmpty ? days : -days, true)
    }

    func write(to record: inout CorpusRecord) {
        record.append(.first, LocalTime(dayNumber: days.lowerBound).date)
        if days.count > 1 { record.append(.last, LocalTime(dayNumber: days.upperBound).date) }
    }

    func resolved(_ start: Timestamp) -> ClosedRange<Int> {
        if !isFromImport { return days }
        let today = LocalTime(start, in: Zones.stored("UTC", orElse: "UTC")).dayNumber
        return today + days.lowerBound...today + days.upperBound
    }
}

extension WriteDB {
    /// The holiday that a line names.
    fileprivate func key(_ list: Int64, _ days: HolidayDays, _ batch: ImportBatch) throws -> HolidayKey {
        HolidayKey(try needed(list, .listId), days.resolved(batch.startedAt))
    }

    /// Whether a list was not deleted since its import.
    fileprivate func isThere(_ list: HolidayListID) throws -> Bool {
        try first("SELECT 1 FROM holidayList WHERE id = \(list)" as SQL<Int>) != nil
    }
}

extension CorpusField {
    fileprivate static let listId: CorpusField = "list_id"
    fileprivate static let first: CorpusField = "first"
    fileprivate static let last: CorpusField = "last"
}
