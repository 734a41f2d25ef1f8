import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

/// What the viewer said of a series, as the API says it.
struct SeriesAnswerJSON: JSONObject {
    let answer: GatheringAnswer
    /// Of the next date that it holds for: the place on its waiting list; nil for those who are not on it.
    let waiting: Int?
    /// How many dates to come it holds for.
    let dates: Int

    static let shape = JSONShape<SeriesAnswerJSON>(
        "SeriesAnswer",
        [
            .field("answer", .word(GatheringAnswer.self), \.answer), .nullable("waiting", .integer(), \.waiting),
            .field("dates", .integer(), \.dates),
        ]
    )

    /// - Throws: `Denial.missing` if the viewer has not answered, or cannot read it.
    init(_ series: SeriesID, _ reading: Reading) throws {
        _ = try Series.read(series, reading)
        let member = reading.viewer.member
        guard let own = try reading.first(SeriesAnswer.of(member, to: series)) else { throw Denial.missing }
        let held = try reading.all(SeriesAnswer.held(by: member, to: series, at: reading.now))
        let next = try held.first.flatMap { try reading.first(ListedGathering.of($0, for: member)) }
        (answer, dates) = (own.answer, held.count)
        waiting = next?.tally.own?.waiting
    }
}
