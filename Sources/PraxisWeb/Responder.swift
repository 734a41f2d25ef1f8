import HTTPTypes
package import Hummingbird
import PraxisDomain

/// The whole site as one responder, built from the list of routes.
package struct SiteResponder: HTTPResponder {
    private let inner: RouterResponder<Context>
    private let pipeline: Pipeline
    private let unknown: Route
    private let unknownAPI: Route
    /// Paths with responses that last.
    private let lasting: Set<String>

    /// A method that no path takes: what refuses the others is registered as the answer to it.
    private static let refused = HTTPRequest.Method.trace

    package init(_ routes: [Route], _ pipeline: Pipeline) {
        let router = Router(context: Context.self, options: [.autoGenerateHeadEndpoints])
        let byPath = Dictionary(grouping: routes, by: \.path)
        for (path, routes) in byPath {
            let refusal = Route.refusing(path, allowed: routes.map(\.method)), address = RouterPath(path)
            for (method, route) in routes.map({ ($0.method, $0) }) + [(Self.refused, refusal)] {
                router.on(address, method: method) { request, context in
                    try await pipeline.respond(route, request, context)
                }
            }
        }
        inner = router.buildResponder()
        lasting = Set(routes.filter { $0.api?.mediaType == "text/event-stream" }.map(\.path))
        self.pipeline = pipeline
        unknown = Route(.get, "/", proof: .none, caching: .never, needsMember: false) { _ in throw Denial.missing }
        unknownAPI = Route(.get, APIPaths.root, proof: .none, caching: .never, needsMember: false) { _ in
            throw Denial.missing
        }
    }

    package func respond(to request: Request, context: Context) async throws -> Response {
        guard lasting.contains(request.uri.path) else { return try await answer(request, context) }
        // In its own task: a task keeps the memory used by its deepest calls to its end, which here is as long as the stream lasts.
        return try await Task { try await answer(request, context) }.value
    }

    /// Not inlined into `respond`, whose frame stays with the connection.
    @inline(never)
    private func answer(_ request: Request, _ context: Context) async throws -> Response {
        let response = try await inner.respond(to: request, context: context)
        // Only the router's own answer, to a path or a method that it does not know, has not gone through the pipeline.
        guard response.status == .notFound, response.headers[.contentSecurityPolicy] == nil else { return response }
        if let refusal = try await refusalOfMethod(request, context) { return refusal }
        return try await pipeline.respond(request.uri.path.hasPrefix("/api/") ? unknownAPI : unknown, request, context)
    }

    /// Refuses a method that the path does not take; returns nil if the path does not exist.
    private func refusalOfMethod(_ request: Request, _ context: Context) async throws -> Response? {
        var head = request.head
        head.method = Self.refused
        let response = try await inner.respond(to: Request(head: head, body: request.body), context: context)
        return response.headers[.contentSecurityPolicy] == nil ? nil : response
    }
}

extension Route {
    /// Answers the methods that a path does not take.
    fileprivate static func refusing(_ path: String, allowed: [HTTPRequest.Method]) -> Route {
        let names = (allowed + (allowed.contains(.get) ? [.head] : [])).map(\.rawValue).sorted()
        return Route(.get, path, proof: .none, caching: .never, needsMember: false) { _ in
            throw Denial.methodNotAllowed(names)
        }
    }
}
