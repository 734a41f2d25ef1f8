import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

extension Route {
    /// Answers to series, as JSON.
    static let seriesAnswerAPI: [Route] = [
        .api(
            .put,
            APIPaths.seriesAnswer,
            APIDescription(
                "Says whether I come to all dates of a series, also to those that are made later; a date that I answered by itself keeps that answer",
                request: SeriesAnswerBody.schema,
                response: SeriesAnswerJSON.schema
            )
        ) { call in
            let id: SeriesID = try call.id("series"), answer = try call.json()[SeriesAnswerBody.answer]
            let community = try await call.read { try Series.read(id, $0).series.community }
            try await call.env.communities[community].answerSeries(answer, to: id, as: call.viewer)
            return try .json(try await call.read { try SeriesAnswerJSON(id, $0) })
        }
    ]
}

private enum SeriesAnswerBody {
    static let answer = BodyField<GatheringAnswer>.word("answer")
    static let schema = Schema.body(answer)
}
