import PraxisDomain
import PraxisWeb

/// A follow-up of a date, as the API says it.
struct FollowUpJSON: JSONObject {
    let followUp: FollowUp
    /// Whether its reader is shown who does it.
    let showsOwner: Bool

    static let shape = JSONShape<FollowUpJSON>(
        "FollowUp",
        [
            .field("id", .id, \.followUp.id.description),
            .field("gathering", .id, \.followUp.thread.description),
            .field("kind", .word(FollowUpKind.self), \.followUp.kind.rawValue),
            .field("title", .string(), \.followUp.title),
            .nullable("owner", .id) { $0.showsOwner ? $0.followUp.owner?.description : nil },
            .nullable("due", .day) { $0.followUp.due.map { LocalTime(dayNumber: $0).date } },
            .field("state", .word(FollowUpState.self), \.followUp.state.rawValue),
            .field("version", .integer(), \.followUp.version),
        ]
    )
}
