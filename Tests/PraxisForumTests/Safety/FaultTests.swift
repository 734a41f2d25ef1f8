import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisWeb
import PraxisWords
import Testing

@Suite("What fails around a request")
struct FaultTests {
    private struct Broken: Error {}

    /// A request as it comes from outside, sent to a responder of its own.
    private func answer(
        _ site: TestSite,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ fields: HTTPFields = [:],
        body: RequestBody = RequestBody(buffer: ByteBuffer()),
        visit: Pipeline.Visit? = nil
    ) async throws -> Response {
        let responder = SiteResponder(
            Forum.routes,
            Pipeline(
                site.env,
                try Forum.capabilities.dictionaries(),
                Forum.capabilities.pages + (visit.map { [.visit($0)] } ?? [])
            )
        )
        let head = HTTPRequest(method: method, scheme: "http", authority: "a", path: path, headerFields: fields)
        let context = Context(peer: "192.0.2.1", logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        return try await responder.respond(to: Request(head: head, body: body), context: context)
    }

    @Test(
        "a body that breaks off, or whose chunks are none, is the sender's fault",
        arguments: ["/sign-in", "/api/v1/session"]
    )
    func brokenBody(path: String) async throws {
        let stream = AsyncThrowingStream<ByteBuffer, any Error> { body in
            body.yield(ByteBuffer(string: "email="))
            body.finish(throwing: Broken())
        }
        let answer = try await answer(try TestSite(), .post, path, body: RequestBody(asyncSequence: stream))
        #expect(answer.status == .badRequest)
    }

    @Test("a page is shown though the visit cannot be written, as with a full disk")
    func fullDisk() async throws {
        let site = try TestSite(), token = "a-session-token", member = try await site.member("Ann")
        _ = try await site.env.site.command { db in
            try db.startSession(for: member, .browser, token: token, device: "test")
        }
        let fields: HTTPFields = [.cookie: "praxis=" + token]
        let answer = try await answer(site, .get, "/settings", fields, visit: { _, _, _, _ in throw StoreError.full })
        #expect(answer.status == .ok)
    }

    @Test("C11: a session cookie that comes twice is somebody's planting, and counts as none")
    func doubledCookie() async throws {
        let site = try TestSite(), token = "a-session-token", member = try await site.member("Ann")
        _ = try await site.env.site.command { db in
            try db.startSession(for: member, .browser, token: token, device: "test")
        }
        let planted: HTTPFields = [.cookie: "praxis=\(token); praxis=other"]
        #expect(try await answer(site, .get, "/settings", planted).status == .seeOther)
        #expect(try await answer(site, .get, "/settings", [.cookie: "praxis=\(token)"]).status == .ok)
    }

    @Test(
        "a method that an address does not take is told which it takes",
        arguments: [HTTPRequest.Method.trace, .options, .put]
    )
    func methods(method: HTTPRequest.Method) async throws {
        let answer = try await answer(try TestSite(), method, "/sign-in")
        #expect(answer.status == .methodNotAllowed && answer.headers[.allow] == "GET, HEAD, POST")
    }
}
