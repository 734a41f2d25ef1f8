import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the JSON of a thread says of its date.
struct GatheringFacetJSON: JSONObject {
    let gathering: Gathering

    static let shape = JSONShape<GatheringFacetJSON>(
        "GatheringFacet",
        [
            .field("state", .word(GatheringState.self), \.gathering.state),
            .field("start", .time) { $0.gathering.startAt.rfc3339 },
            .field("end", .time) { $0.gathering.endAt.rfc3339 },
            .field("localStart", .string()) { WallTimePlan.text($0.gathering.wall) },
            .field("zone", .string(), \.gathering.zone),
            .field("mode", .word(GatheringMode.self), \.gathering.mode),
            .field("place", .string(), \.gathering.place),
        ]
    )
}

/// A date, as the API says it.
struct GatheringJSON: JSONObject {
    let listed: ListedGathering
    /// Nil unless the reader may see it, and for the lines of a list.
    var joinLink: String?
    /// What is said of its recording; nil for nothing, and for the lines of a list.
    var recording: DateRecording?

    private var gathering: Gathering { listed.gathering }

    static let shape = JSONShape<GatheringJSON>(
        "Gathering",
        [
            .field("id", .id, \.gathering.thread.description),
            .field("community", .string(), \.listed.community.slug),
            .field("group", .string(), \.listed.group.slug),
            .optional("series", .id) { $0.gathering.series?.description },
            .field("title", .string(), \.listed.title),
        ] + GatheringFacetJSON.shape.fields { GatheringFacetJSON(gathering: $0.gathering) } + [
            .field("minutes", .integer(), \.gathering.minutes),
            .optional("joinLink", .string(), \.joinLink),
            .optional("recording", RecordingJSON.schema) { $0.recording.map { RecordingJSON(recording: $0) } },
            .nullable("capacity", .integer(), \.gathering.capacity),
            .field("yes", .integer(), \.listed.tally.seated),
            .field("maybe", .integer(), \.listed.tally.maybe),
            .field("waiting", .integer(), \.listed.tally.waiting),
            .nullable("mine", GivenAnswerJSON.schema) { $0.listed.tally.own.map { GivenAnswerJSON(given: $0) } },
            .field("version", .integer(), \.gathering.version),
            .field("thread", .id, \.gathering.thread.description),
        ]
    )
}
