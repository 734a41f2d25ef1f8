import PraxisDomain
import PraxisWeb

/// What the viewer said, as the API says it.
struct GivenAnswerJSON: JSONObject {
    let given: GivenAnswer

    static let shape = JSONShape<GivenAnswerJSON>(
        "GivenAnswer",
        [
            .field("answer", .word(GatheringAnswer.self), \.given.answer),
            .nullable("waiting", .integer(), \.given.waiting),
        ]
    )
}

/// The answers to a date: numbers for all, names for members, what people need for the host alone.
struct AnswersJSON: JSONObject {
    let read: ReadAnswers

    static let shape = JSONShape<AnswersJSON>(
        "Answers",
        [
            .field("yes", .integer()) { $0.read.seated.count },
            .field("waiting", .integer()) { $0.read.waiting.count },
            .field("maybe", .integer()) { $0.read.said(.maybe).count },
            .field("no", .integer()) { $0.read.said(.no).count },
            .nullable("capacity", .integer(), \.read.gathering.capacity),
            .optional("people", .list(AnsweredJSON.schema), \.people),
        ]
    )

    /// Nil for readers who are shown no names.
    private var people: [AnsweredJSON]? {
        guard read.namesPeople else { return nil }
        return read.shown.map { row in
            AnsweredJSON(
                row: row,
                waiting: read.seats.turn(of: row.member),
                needs: read.isHost && !row.needs.isEmpty ? row.needs : nil
            )
        }
    }
}

private struct AnsweredJSON: JSONObject {
    let row: AnswerRow
    let waiting: Int?
    let needs: String?

    static let shape = JSONShape<AnsweredJSON>(
        "Answered",
        [
            .field("id", .id, \.row.member.description), .field("name", .string(), \.row.name),
            .field("answer", .word(GatheringAnswer.self), \.row.answer),
            .nullable("waiting", .integer(), \.waiting), .optional("needs", .string(), \.needs),
        ]
    )
}
