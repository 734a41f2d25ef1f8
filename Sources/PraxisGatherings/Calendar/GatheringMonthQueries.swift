import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisWeb

/// The dates that begin in one month, by the clock that counts for each, or at most a day before or after it.
struct GatheringMonth: Sendable {
    let month: Month
    let gatherings: [ListedGathering]
    /// Whether there were more than a month shows.
    let isCut: Bool

    /// A month where the reader is.
    struct Month: Sendable {
        /// Its first day.
        let first: LocalTime
        let begin: Timestamp
        let end: Timestamp

        /// That of a day; nil where the calendar has no such month.
        init?(of day: LocalTime, _ call: Call) {
            let first = LocalTime(dayNumber: day.dayNumber - day.day + 1), next = Self.next(first)
            guard GatheringChoice.years.contains(first.year),
                let begin = Timestamp(startOf: first.date, in: call.zone),
                let end = Timestamp(startOf: next.date, in: call.zone)
            else { return nil }
            self.first = first
            (self.begin, self.end) = (begin, end)
        }

        /// Reads `2026-12`; returns nil if it is something else.
        init?(_ typed: String, _ call: Call) {
            guard typed.utf8.count == 7, let day = LocalTime(date: typed + "-01") else { return nil }
            self.init(of: day, call)
        }

        var days: Range<Int> { first.dayNumber..<Self.next(first).dayNumber }
        var next: LocalTime { Self.next(first) }
        var previous: LocalTime {
            let last = LocalTime(dayNumber: first.dayNumber - 1)
            return LocalTime(dayNumber: last.dayNumber - last.day + 1)
        }

        private static func next(_ first: LocalTime) -> LocalTime {
            let within = LocalTime(dayNumber: first.dayNumber + 31)
            return LocalTime(dayNumber: within.dayNumber - within.day + 1)
        }

        /// As an address has it.
        static func text(_ day: LocalTime) -> String { String(day.date.prefix(7)) }
    }

    private static let most = 300

    /// `community` is nil for all that the reader belongs to.
    static func load(
        _ month: Month,
        _ filter: GatheringFilter,
        in community: CommunityID?,
        _ reading: Reading
    ) throws -> GatheringMonth {
        var query = GatheringListQuery()
        query.begins = (month.begin - .days(1), month.end + .days(1))
        query.community = try community ?? filter.community(reading)
        query.filter = filter
        let rows = try reading.all(query.statement(reading, limit: most + 1))
        return GatheringMonth(month: month, gatherings: Array(rows.prefix(most)), isCut: rows.count > most)
    }
}

/// What a list of dates is narrowed to.
struct GatheringFilter: Sendable {
    /// The slug of a community; empty for all.
    var community = ""
    /// Where people can take part online, or in person; nil for any way.
    var mode: GatheringMode?
    var language: Language?

    static let modes: [GatheringMode] = [.online, .inPerson]

    init() {}

    /// - Throws: `Denial.missing` for what the form does not offer.
    init(_ call: Call) throws(Denial) {
        community = call.query.text("community")
        let mode = call.query.text("mode"), language = call.query.text("language")
        self.mode = Self.modes.first { $0.rawValue == mode }
        self.language = call.env.settings.languages.first { $0.rawValue == language }
        if self.mode == nil && !mode.isEmpty || self.language == nil && !language.isEmpty { throw .missing }
    }

    var isUsed: Bool { !query.isEmpty }

    /// As the query of an address says it.
    var query: [String] {
        [
            community.isEmpty ? nil : "community=" + Fields.encode(community), mode.map { "mode=" + $0.rawValue },
            language.map { "language=" + $0.rawValue },
        ]
        .compactMap { $0 }
    }

    /// - Throws: `Denial.missing` for one that the reader may not know of.
    func community(_ reading: Reading) throws -> CommunityID? {
        community.isEmpty ? nil : try Access.community(community, reading).community?.id
    }

    /// Which dates it leaves, of `e` in the group `g`.
    var condition: SQL<Void> {
        let byMode: SQL<Void> =
            switch mode {
            case .online: " AND e.mode <> 'in-person'"
            case .inPerson: " AND e.mode <> 'online'"
            case .hybrid, nil: ""
            }
        return "\(byMode)\(language.map { " AND g.language = \($0)" as SQL<Void> } ?? "")"
    }
}

/// A community whose dates a list can be narrowed to.
struct FilterCommunity: RowDecodable, Sendable {
    let slug: String
    let name: String

    static let columns: SQL<Void> = "c.slug, c.name"

    init(_ columns: inout Columns) throws { (slug, name) = (try columns.text(), try columns.text()) }

    /// Those that the reader belongs to.
    static func all(_ reading: Reading) -> SQL<FilterCommunity> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(columns) FROM community c
        WHERE c.id IN (SELECT place.communityId FROM place WHERE NOT place.publicOnly AND place.threadId IS NULL)
        ORDER BY c.name, c.id
        """
    }
}
