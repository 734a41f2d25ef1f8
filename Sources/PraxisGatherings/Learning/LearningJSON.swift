import PraxisDomain
import PraxisWeb

/// A year of a member's learning, as the API says it to them.
struct LearningJSON: JSONObject {
    let learning: LearningYear

    static let shape = JSONShape<LearningJSON>(
        "Learning",
        [
            .field("year", .integer(), \.learning.year), .field("minutes", .integer(), \.learning.minutes),
            .field("items", .list(LearningLineJSON.schema)) { $0.learning.lines.map { LearningLineJSON(line: $0) } },
        ]
    )
}

/// A date at which they were, or an entry of their own.
struct LearningLineJSON: JSONObject {
    let line: LearningLine

    static let shape = JSONShape<LearningLineJSON>(
        "LearningEntry",
        [
            .field("date", .day, \.line.day.date), .field("minutes", .integer(), \.line.minutes),
            .field("category", .string(), \.line.category), .field("title", .string(), \.line.title),
            .field("reflection", .string(), \.line.reflection),
            .nullable("id", .id) { if case .entry(let id) = $0.line.source { id.description } else { nil } },
            .nullable("gathering", .id) { if case .date(let id) = $0.line.source { id.description } else { nil } },
        ]
    )
}
