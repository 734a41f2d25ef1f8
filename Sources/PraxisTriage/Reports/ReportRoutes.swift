import HTML
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
package import PraxisWeb

extension Route {
    /// Reporting a post.
    package static let reportRoutes: [Route] = [
        .memberPage(Paths.report) { call in
            ReportPageView(call: call, post: try await call.reportedPost()).response()
        },
        .form(Paths.report) { try await $0.report() },
        .memberPage(Paths.reported) { call in
            let id: ReportID = try call.id("report"), slug = try call.parameter("community")
            let report = try await call.read { try SentReport.load(id, in: slug, $0) }
            return ReportedPageView(call: call, sent: report).response()
        },
    ]
}

extension Call {
    fileprivate func reportedPost() async throws -> ReportedPost {
        let post: PostID = try id("post")
        return try await read { try ReportedPost.load(post, $0) }
    }

    fileprivate func report() async throws -> Response {
        let post = try await reportedPost(), form = try form()
        do {
            guard let reason = try form.word("reason", ReportReason.self) else {
                throw Denial.input([FieldError("reason", .missing)])
            }
            let report = try NewReport(reason, note: form.text("note"))
            let spot = try await PostSpot.of(post.id, env)
            let made = try await env.communities[spot.community].report(post.id, report, as: viewer)
            return .seeOther(Paths.reported(post.community.slug, made))
        } catch Denial.input(let errors) {
            let (reason, note) = (form.text("reason"), form.text("note"))
            let view = ReportPageView(call: self, post: post, reason: reason, note: note, errors: errors)
            return view.response(.unprocessableContent)
        }
    }
}
