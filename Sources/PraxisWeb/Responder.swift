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

    /// Methods that every path is registered for: those it takes, and a refusal of each of the others.
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]

    package init(_ routes: [Route], _ pipeline: Pipeline) {
        let router = Router(context: Context.self, options: [.autoGenerateHeadEndpoints])
        let byPath = Dictionary(grouping: routes, by: \.path)
        for (path, routes) in byPath {
            for route in routes {
                router.on(RouterPath(path), method: route.method) { request, context in
                    try await pipeline.respond(route, request, context)
                }
            }
            let taken = routes.map(\.method)
            let refused = Route.refusing(path, allowed: taken)
            for method in Self.methods
            where !taken.contains(method) && !(method == .head && taken.contains(.get)) {
                router.on(RouterPath(path), method: method) { request, context in
                    try await pipeline.respond(refused, request, context)
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
        // Only the router's own answer to an unknown path has not gone through the pipeline.
        guard response.status == .notFound, response.headers[.contentSecurityPolicy] == nil else { return response }
        if let refusal = try await refusalOfMethod(request, context) { return refusal }
        return try await pipeline.respond(request.uri.path.hasPrefix("/api/") ? unknownAPI : unknown, request, context)
    }

    /// Refuses a method that the router does not know, on a path that exists; returns nil if the path does not exist.
    private func refusalOfMethod(_ request: Request, _ context: Context) async throws -> Response? {
        guard !Self.methods.contains(request.method) else { return nil }
        var head = request.head
        head.method = .trace
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
