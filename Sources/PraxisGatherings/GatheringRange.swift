import Foundation
import PraxisDomain
import PraxisWeb

/// The days or the year that a program asks for.
struct GatheringRange: Sendable {
    let query: GatheringListQuery

    static let parameters: [APIDescription.Parameter] = [.init("from", .day), .init("to", .day)]

    /// - Throws: `Denial.input` for what is no day.
    init(_ call: Call) throws(Denial) {
        var query = GatheringListQuery.coming(at: call.now)
        let from = try Self.day("from", call), to = try Self.day("to", call)
        if from != nil || to != nil { query = GatheringListQuery() }
        if let from, let begin = Timestamp(startOf: from.date, in: call.zone) { query.notOver(at: begin) }
        if let to {
            query.begins.before =
                Timestamp(startOf: LocalTime(dayNumber: to.dayNumber + 1).date, in: call.zone) ?? call.now
        }
        if let typed = call.query["year"] {
            guard let year = call.gatheringYear(typed) else { throw .input([FieldError("year", .notANumber)]) }
            query = GatheringListQuery()
            query.begins = (year.begin, year.end)
        }
        self.query = query
    }

    private static func day(_ name: String, _ call: Call) throws(Denial) -> LocalTime? {
        guard let typed = call.query[name] else { return nil }
        guard let day = LocalTime(date: typed) else { throw .input([FieldError(name, .notATime)]) }
        return day
    }
}
