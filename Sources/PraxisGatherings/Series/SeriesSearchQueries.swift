import PraxisCapability
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension SearchField {
    /// What was written about the dates of series in whose names these words stand.
    static let series = SearchField(
        "series",
        at: 25,
        .string(),
        { $0.gatherings.series.searchLabel() },
        .text,
        operation: Operation(tip: Tip(25) { $0.gatherings.series.searchTip() }) { name, _ in
            isSearchable(name) ? dates(of: name) : nil
        },
        read: { name, _ in isSearchable(name) ? .condition(dates(of: name)) : .nothing }
    )

    /// Of series that the reader reads: not by one date that is open to them alone, nor what was planned for fewer than read there now.
    ///
    /// Goes through the names of all series, which are few.
    private static func dates(of name: String) -> SearchCondition {
        let named = SQL.holds("s.nameFolded", TypedText.folded(TypedText.normalised(name)))
        return .thread(
            """
            place.threadId IS NULL AND EXISTS (SELECT 1 FROM gathering e JOIN series s ON s.id = e.seriesId
                WHERE e.threadId = t.id AND (NOT place.publicOnly OR s.isPublic) AND \(named))
            """,
            index: "threadId IN (SELECT e.threadId FROM series s JOIN gathering e ON e.seriesId = s.id WHERE \(named))"
        )
    }
}
