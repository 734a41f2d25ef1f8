import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Answers to dates, as JSON.
    static let answerAPI: [Route] = [
        .api(
            .put,
            APIPaths.answer,
            APIDescription(
                "Says whether I come; waiting is my place on the waiting list",
                request: AnswerBody.schema,
                response: GivenAnswerJSON.schema
            )
        ) { call in
            let thread: ThreadID = try call.id("thread"), json = try call.json()
            let needs = try json[AnswerBody.needs].map { text throws(Denial) in try AccessNeeds(text) }
            let answer = try json[AnswerBody.answer]
            try await call.community(of: thread).answer(answer, needs: needs, to: thread, as: call.viewer)
            let given = try await call.read { reading in
                _ = try Access.thread(thread, reading)
                return try reading.first(ListedGathering.of(thread, for: reading.viewer.member))?.tally.own
            }
            guard let given else { throw Denial.missing }
            return try .json(GivenAnswerJSON(given: given))
        },
        .api(
            .get,
            APIPaths.answers,
            needsMember: false,
            APIDescription(
                "Who comes: numbers, names for members, needs for those who can change the date",
                response: AnswersJSON.schema
            )
        ) { call in
            let thread: ThreadID = try call.id("thread")
            return try .json(AnswersJSON(read: try await call.read { try ReadAnswers.load(thread, $0) }))
        },
    ]
}

private enum AnswerBody {
    static let answer = BodyField<GatheringAnswer>.word("answer")
    static let needs = BodyField<String?>.text("needs", Limits.accessNeedsScalars)
    static let schema = Schema.body(answer, needs)
}
