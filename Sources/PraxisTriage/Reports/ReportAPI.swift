import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
package import PraxisWeb
import PraxisWords

extension Route {
    /// Reporting, as JSON.
    package static let reportAPI: [Route] = [
        .api(
            .post,
            APIPaths.reports,
            APIDescription(
                "Reports a post to those who look after its place",
                request: ReportBody.schema,
                response: ReportJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.reportByAPI() }
    ]
}

private enum ReportBody {
    static let reason = BodyField<ReportReason>.word("reason")
    static let note = BodyField<String?>.text("note", Limits.reportNoteScalars)
    static let schema = Schema.body(reason, note)
}

extension Call {
    fileprivate func reportByAPI() async throws -> Response {
        let post: PostID = try id("post"), reporter = try member(), viewer = viewer
        _ = try await read { try Access.post(post, $0) }
        let json = try json()
        let report = try NewReport(try json[ReportBody.reason], note: try json[ReportBody.note] ?? "")
        let spot = try await PostSpot.of(post, env)
        let made = try await env.communities[spot.community].report(
            post,
            report,
            as: viewer,
            once: try headerOnceKey()
        )
        let answer = try await env.store.read { try ReportJSON.load(made, by: reporter, $0) }
        return try .json(answer, status: .created)
    }
}
