import PraxisDomain
import PraxisWeb

/// A series, as the API says it.
struct SeriesJSON: JSONObject {
    let listed: ListedSeries
    /// Nil unless the reader may see it, and for the lines of a list.
    var joinLink: String?

    private var details: SeriesDetails { listed.series.details }

    static let shape = JSONShape<SeriesJSON>(
        "Series",
        [
            .field("id", .id, \.listed.series.id.description),
            .field("community", .string(), \.listed.community.slug),
            .field("group", .string(), \.listed.group.slug),
            .field("name", .string(), \.details.name.text),
            .field("purpose", .string(), \.details.purpose),
            .field("rule", .string(), \.listed.rule),
            .field("start", .string(), \.listed.start),
            .field("zone", .string(), \.details.zone),
            .field("minutes", .integer(), \.details.minutes),
            .field("mode", .word(GatheringMode.self), \.details.mode),
            .field("place", .string(), \.details.place),
            .optional("joinLink", .string(), \.joinLink),
            .nullable("capacity", .integer(), \.details.capacity),
            .field("recording", .word(RecordingRule.self), \.details.recording),
            .field("credit", .string(), \.details.credit),
            .field("state", .word(GatheringState.self), \.listed.series.state),
            .field("version", .integer(), \.listed.series.version),
        ]
    )
}
