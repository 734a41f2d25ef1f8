import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

extension Route {
    /// Saying whether one comes to all dates of a series.
    static let seriesAnswerRoutes: [Route] = [
        .form(Paths.answerSeries) { try await $0.answerSeries() }
    ]
}

extension Call {
    fileprivate func answerSeries() async throws -> Response {
        let id: SeriesID = try id("series"), slug = try parameter("community"), form = try form()
        let community = try await read { reading in
            let series = try Series.read(id, reading).series
            guard try reading.first(ListedSeries.of(id))?.community.slug == slug else { throw Denial.missing }
            return series.community
        }
        do {
            guard let answer = try form.word("answer", GatheringAnswer.self) else {
                throw Denial.input([FieldError("answer", .missing)])
            }
            try await env.communities[community].answerSeries(answer, to: id, as: viewer)
            return .seeOther(Paths.series(slug, id) + "?done=answered")
        } catch Denial.input(let errors) {
            let choice = try gatheringChoice()
            let shown = try await read { try SeriesPage.load(id, in: slug, choice, $0) }
            var view = SeriesPageView(call: self, shown: shown)
            view.errors = errors
            return view.response(.unprocessableContent)
        }
    }
}
