import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb

extension Route {
    /// What a member has learnt, as JSON and as a table: for themselves alone.
    static let learningAPI: [Route] = [
        .api(
            .get,
            APIPaths.learning,
            APIDescription(
                "What I attended and noted in a year, this one if none is said",
                query: [.init("year", .integer(GatheringChoice.years))],
                response: LearningJSON.schema
            )
        ) { try .json(LearningJSON(learning: try await $0.learning())) },
        .api(
            .post,
            APIPaths.learning,
            APIDescription(
                "Notes something that I have learnt",
                request: LearningBody.schema,
                response: LearningLineJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.addLearningByAPI() },
    ]
}

private enum LearningBody {
    static let date = BodyField<String>.text("date")
    static let minutes = BodyField<Int>.int("minutes", Limits.attendedMinutes)
    static let category = BodyField<String>.text("category", Limits.learningCategoryScalars)
    static let title = BodyField<String>.text("title", Limits.learningTitleScalars)
    static let reflection = BodyField<String?>.text("reflection", Limits.learningReflectionScalars)
    static let schema = Schema.body(date, minutes, category, title, reflection)
}

extension Call {
    fileprivate func addLearningByAPI() async throws -> Response {
        let json = try json()
        var typed = NewLearning.Typed()
        (typed.date, typed.minutes) = (try json[LearningBody.date], String(try json[LearningBody.minutes]))
        (typed.category, typed.title) = (try json[LearningBody.category], try json[LearningBody.title])
        typed.reflection = try json[LearningBody.reflection] ?? ""
        let new = try NewLearning(typed, today: LocalTime(now, in: zone))
        let id = try await env.site.addLearning(new, as: viewer, once: try headerOnceKey())
        let line = LearningLine(
            day: LocalTime(dayNumber: new.day),
            minutes: new.minutes,
            category: new.category,
            title: new.title,
            reflection: new.reflection,
            source: .entry(id)
        )
        return try .json(LearningLineJSON(line: line), status: .created)
    }
}
