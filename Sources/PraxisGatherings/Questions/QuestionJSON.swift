import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A question of a date, as the API says it: how many want to hear the answer, and no names.
struct QuestionJSON: JSONObject {
    let asked: AskedQuestion
    /// By how many others than its author.
    let wanted: Int
    /// Whether the reader is one of them.
    let isMine: Bool

    static let shape = JSONShape<QuestionJSON>(
        "Question",
        [
            .field("post", .id, \.asked.post.description),
            .field("thread", .id, \.asked.thread.description),
            .field("author", AuthorJSON.schema) { AuthorJSON(name: $0.asked.name, id: $0.asked.author) },
            .field("body", .string(), \.asked.body),
            .field("createdAt", .time) { $0.asked.createdAt.rfc3339 },
            .field("revision", .integer(), \.asked.revision),
            .field("state", .word(PostState.self), \.asked.state),
            .field("wanted", .integer(), \.wanted),
            .field("mine", .truth, \.isMine),
        ]
    )
}
