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
        .memberPage("/p/{post}/report") { call in
            let post = try await call.reportedPost()
            return call.page(call.reportPage(post, reason: "", note: "", []))
        },
        .form("/p/{post}/report") { try await $0.report() },
        .memberPage("/c/{community}/reported/{report}") { call in
            let id: ReportID = try call.id("report"), slug = try call.parameter("community")
            let report = try await call.read { try SentReport.load(id, in: slug, $0) }
            return call.page(call.reportedPage(report))
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
            let spot = try await self.spot(of: post.id)
            let made = try await env.communities[spot.community].report(post.id, report, as: viewer)
            return .seeOther(Paths.reported(post.community.slug, made))
        } catch Denial.input(let errors) {
            let page = reportPage(post, reason: form.text("reason"), note: form.text("note"), errors)
            return self.page(page, status: .unprocessableContent)
        }
    }
}
