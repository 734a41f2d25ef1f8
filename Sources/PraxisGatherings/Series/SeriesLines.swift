import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A series as a corpus file has it; when it meets is in the lines of its rhythms, which follow.
struct SeriesLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "series",
        fields: [
            .id, .groupId, .authorId, .name, .purpose, .zone, .minutes, .mode, .place, .joinLink, .capacity, .recording,
            .credit, .state, .isPublic, .version, .createdAt, .changedAt,
        ]
    ) { try SeriesLine($0) }

    private let source: Int64
    private let group: Int64
    private let author: Int64
    private let details: SeriesDetails
    private let state: GatheringState
    /// Whether it was planned while its group was open to everybody; nil if that is so now.
    private let isPublic: Bool?
    private let version: Int
    private let createdAt: CorpusTime
    private let changedAt: CorpusTime?

    private init(_ fields: CorpusFields) throws {
        (source, group) = (try fields.required(.id), try fields.required(.groupId))
        author = try fields.required(.authorId)
        let zone: String = try fields.required(.zone)
        if Zones.named(zone) == nil { throw BadLine.wrong(field: "zone", expected: "the name of a time zone") }
        guard let mode: GatheringMode = try fields.word(.mode) else { throw BadLine.missing(field: "mode") }
        let link: String? = try fields.optional(.joinLink)
        details = SeriesDetails(
            name: try fields.checked(.name) { raw throws(Denial) in try Title(raw) },
            purpose: try fields.text(.purpose, Limits.seriesPurposeScalars),
            zone: zone,
            minutes: try fields.number(.minutes, Limits.gatheringMinutes),
            mode: mode,
            place: try fields.optionalLine(.place, Limits.gatheringPlaceScalars) ?? "",
            joinLink: link == nil
                ? ""
                : try fields.checked(.joinLink, expecting: GatheringLine.links) { raw throws(Denial) in
                    try JoinLink.checked(raw, for: mode)
                },
            capacity: try fields.optionalNumber(.capacity, Limits.gatheringCapacity),
            recording: try fields.word(.recording) ?? .never,
            credit: try fields.optionalLine(.credit, Limits.seriesCreditScalars) ?? ""
        )
        state = try fields.word(.state) ?? .planned
        isPublic = try fields.optional(.isPublic)
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
        (createdAt, changedAt) = (try fields.requiredTime(.createdAt), try fields.time(.changedAt))
    }

    static let columns: SQL<Void> = Series.columns

    init(_ columns: inout Columns) throws {
        let row = try Series(&columns)
        (source, group) = (row.id.rawValue, row.group.rawValue)
        (author, details) = (row.author.rawValue, row.details)
        (state, isPublic) = (row.state, row.isPublic)
        version = row.version
        (createdAt, changedAt) = (.moment(row.createdAt), .moment(row.changedAt))
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, source)
        record.append(.groupId, group)
        record.append(.authorId, author)
        record.append(.name, details.name.text)
        if !details.purpose.isEmpty { record.append(.purpose, details.purpose) }
        record.append(.zone, details.zone)
        record.append(.minutes, details.minutes)
        record.append(.mode, details.mode)
        if !details.place.isEmpty { record.append(.place, details.place) }
        if !details.joinLink.isEmpty { record.append(.joinLink, details.joinLink) }
        if let capacity = details.capacity { record.append(.capacity, capacity) }
        record.append(.recording, details.recording)
        if !details.credit.isEmpty { record.append(.credit, details.credit) }
        if state != .planned { record.append(.state, state) }
        record.append(.isPublic, isPublic ?? false)
        if version > 1 { record.append(.version, version) }
        record.append(.createdAt, createdAt)
        record.append(.changedAt, changedAt)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        guard try db.imported(source, as: Noun.Series.self) == nil else { return false }
        let group: GroupID = try db.needed(group, .groupId), author: MemberID = try db.needed(author, .authorId)
        guard let community = try db.first("SELECT communityId FROM \"group\" WHERE id = \(group)" as SQL<CommunityID>)
        else { throw BadLine.unknown(field: "group_id", source: self.group) }
        try db.keepNumber(of: source, as: Noun.Series.self, in: "series", batch)
        let id = try db.insertSeries(details, in: group, of: community, by: author)
        let created = createdAt.resolved(batch.startedAt)
        try db.run(
            """
            UPDATE series SET state = \(state), isPublic = coalesce(\(isPublic), isPublic), version = \(version), createdAt = \(created),
                changedAt = \(changedAt?.resolved(batch.startedAt) ?? created), dueAt = NULL
            WHERE id = \(id)
            """
        )
        try db.keep(source, as: id)
        return true
    }
}

/// When a series meets from a date on, as a corpus file has it.
struct SeriesRhythmLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("series_rhythm", fields: [.seriesId, .from, .start, .rule, .repeats, .due]) {
        try SeriesRhythmLine($0)
    }

    private let series: Int64
    private let from: LocalTime?
    private let start: GatheringStart
    private let rule: RecurrenceRule?
    private let repeats: Rhythm?
    /// When the next date is to be made; nil for at once.
    private let due: CorpusTime?
    private let hasDue: Bool

    private init(_ fields: CorpusFields) throws {
        series = try fields.required(.seriesId)
        let start: String = try fields.required(.start), rule: String? = try fields.optional(.rule)
        let from: String? = try fields.optional(.from)
        guard let known = GatheringStart(start) else {
            throw BadLine.wrong(field: "start", expected: "a local time, as 2026-12-15T12:00 or P5DT12H30M")
        }
        self.start = known
        repeats = try fields.word(.repeats)
        self.rule = try rule.map { text in
            guard let rule = try? RecurrenceRule(text, until: RecurrenceRule.storedDay) else {
                throw BadLine.wrong(field: "rule", expected: "a rule as FREQ=WEEKLY;BYDAY=TU")
            }
            return rule
        }
        if (self.rule == nil) == (repeats == nil) { throw BadLine.missing(field: "rule") }
        self.from = from.flatMap(WallTimePlan.wall)
        if from != nil, self.from == nil {
            throw BadLine.wrong(field: "from", expected: "a local time, as 2026-12-15T12:00")
        }
        due = try fields.time(.due)
        hasDue = from != nil
    }

    static let columns: SQL<Void> = "r.seriesId, \(SeriesRhythmRow.columns), s.dueAt"

    init(_ columns: inout Columns) throws {
        series = try columns.integer()
        let row = try SeriesRhythmRow(&columns)
        (from, start) = (row.from, .wall(row.rhythm.first))
        (rule, repeats) = (row.rhythm.rule, nil)
        (due, hasDue) = (columns.optionalTime().map { .moment($0) }, true)
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.seriesId, series)
        if let from { record.append(.from, WallTimePlan.text(from)) }
        if case .wall(let wall) = start { record.append(.start, WallTimePlan.text(wall)) }
        if let rule { record.append(.rule, rule.text) }
        // Its dates are in the export of its community.
        if let due, !scope.isOfMember { record.append(.due, due) }
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let series: SeriesID = try db.needed(series, .seriesId)
        guard let row = try db.first(Series.of(series)) else {
            throw BadLine.unknown(field: "series_id", source: self.series)
        }
        let typed = start.wall(at: batch.startedAt, in: Zones.stored(row.details.zone, orElse: "UTC"))
        let rule = rule ?? (repeats ?? .weekly).rule(on: typed)
        let days = SeriesRhythm(first: typed, rule: rule).dates(through: typed.dayNumber + 731)
        guard let first = days.first(where: { _ in true }), let known = Rhythm(rule, on: first) else {
            throw BadLine.wrong(
                field: "rule",
                expected: "weekly, every two weeks, monthly, quarterly or yearly, with dates"
            )
        }
        let rhythm = SeriesRhythm(first: first, rule: known.rule(on: first, end: rule.end))
        let isNew =
            try db.first(
                "SELECT 1 FROM seriesRhythm WHERE seriesId = \(series) AND fromStart >= \(WallTimePlan.text(from ?? first))"
                    as SQL<Int>
            ) == nil
        guard isNew else { return false }
        try db.setRhythm(of: series, rhythm, from: from ?? first)
        let due = hasDue ? due?.resolved(batch.startedAt) : batch.startedAt
        try db.run("UPDATE series SET dueAt = \(due) WHERE id = \(series)")
        return true
    }
}

extension CorpusField {
    fileprivate static let purpose: CorpusField = "purpose"
    fileprivate static let recording: CorpusField = "recording"
    fileprivate static let credit: CorpusField = "credit"
    fileprivate static let isPublic: CorpusField = "public"
    fileprivate static let from: CorpusField = "from"
    fileprivate static let rule: CorpusField = "rule"
    fileprivate static let repeats: CorpusField = "repeats"
    fileprivate static let due: CorpusField = "due"
}

extension ExportKind {
    static let series = ExportKind(
        "series",
        .threads,
        people: { "SELECT s.authorId FROM series s WHERE s.communityId = \($0)" }
    ) { scope in
        """
        SELECT \(SeriesLine.columns) FROM series s
        WHERE \(scope.picks(community: "s.communityId", member: "s.authorId")) ORDER BY s.id
        """ as SQL<SeriesLine>
    }

    static let seriesRhythms = ExportKind("series_rhythm", .threads) { scope in
        """
        SELECT \(SeriesRhythmLine.columns) FROM seriesRhythm r JOIN series s ON s.id = r.seriesId
        WHERE \(scope.picks(community: "s.communityId", member: "s.authorId")) ORDER BY r.seriesId, r.fromStart
        """ as SQL<SeriesRhythmLine>
    }
}
