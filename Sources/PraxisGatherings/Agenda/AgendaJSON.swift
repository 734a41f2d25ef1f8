import PraxisDomain
import PraxisWeb

/// An item of a date's agenda, as the API says it.
struct AgendaItemJSON: JSONObject {
    let item: AgendaItem
    /// Counted from 1.
    let position: Int

    static let shape = JSONShape<AgendaItemJSON>(
        "AgendaItem",
        [
            .field("id", .id, \.item.id.description),
            .field("position", .integer(), \.position),
            .field("title", .string(), \.item.title),
            .nullable("minutes", .integer(), \.item.minutes),
            .field("lead", .string(), \.item.lead),
            .nullable("thread", .id) { $0.item.about?.description },
            .nullable("outcome", .string()) { $0.item.outcome.isEmpty ? nil : $0.item.outcome },
            .nullable("outcomePost", .id) { $0.item.outcomePost?.description },
            .field("author", .id, \.item.author.description),
            .field("version", .integer(), \.item.version),
        ]
    )
}
