import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

/// Where a page of dates ends.
struct GatheringCursor: CustomStringConvertible, Sendable {
    let startAt: Timestamp
    let thread: ThreadID

    init(_ last: Gathering) { (startAt, thread) = (last.startAt, last.thread) }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let at = Int64(parts[0]), at >= 0, let thread = ThreadID(parts[1]) else { return nil }
        (startAt, self.thread) = (Timestamp(rawValue: at), thread)
    }

    static let schema = Schema.spelt("[0-9]{1,15}\\.[1-9][0-9]{0,17}")

    var description: String { "\(startAt.rawValue).\(thread)" }
}

/// Dates after which there may be more.
struct GatheringPage: Sendable {
    let gatherings: [ListedGathering]
    let next: GatheringCursor?

    static func load(_ query: GatheringListQuery, limit: Int, _ reading: Reading) throws -> GatheringPage {
        let rows = try reading.all(query.statement(reading, limit: limit + 1))
        let shown = Array(rows.prefix(limit))
        return GatheringPage(
            gatherings: shown,
            next: rows.count > limit ? shown.last.map { GatheringCursor($0.gathering) } : nil
        )
    }
}

/// What a page of dates shows: those to come, soonest first, or those of a year that are over, the latest first.
///
/// Of a series, but on its own page, the next one is to come, and those that the reader comes to or might.
struct GatheringList: Sendable {
    let page: GatheringPage
    /// Nil for those to come.
    let year: Int?
    let filter: GatheringFilter
    /// The years in which a date may be over, the latest first.
    let years: [Int]

    private static let perPage = 30
}

/// What a page of dates is asked for.
struct GatheringChoice: Sendable {
    /// With the moments at which it begins and ends where the reader is; nil for what is to come.
    let year: Year?
    let after: GatheringCursor?
    /// Where the reader is.
    let thisYear: Int
    var filter = GatheringFilter()

    struct Year: Sendable {
        let number: Int
        let begin: Timestamp
        let end: Timestamp
    }

    static let years = 2000...2200
}

extension GatheringList {
    /// `community` is nil for all that the reader belongs to, `series` for dates of any and of none.
    static func load(
        _ choice: GatheringChoice,
        in community: CommunityID?,
        of series: SeriesID? = nil,
        _ reading: Reading
    ) throws -> GatheringList {
        var query = GatheringListQuery.coming(at: reading.now)
        if let year = choice.year {
            query = GatheringListQuery()
            query.ends.by = reading.now
            query.begins = (year.begin, year.end)
            query.isBackwards = true
        } else if series == nil {
            query.nextAt = reading.now
        }
        let community = try community ?? choice.filter.community(reading)
        (query.community, query.after) = (community, choice.after)
        (query.series, query.filter) = (series, choice.filter)
        var past = GatheringListQuery()
        (past.community, past.ends.by) = (community, reading.now)
        past.series = series
        let oldest = try reading.first(past.statement(reading, limit: 1))
        let years = oldest.map { oldest in
            let first = min(oldest.gathering.wall.year, choice.thisYear)
            return Array((first...choice.thisYear).reversed())
        }
        return GatheringList(
            page: try .load(query, limit: perPage, reading),
            year: choice.year?.number,
            filter: choice.filter,
            years: years ?? []
        )
    }
}
