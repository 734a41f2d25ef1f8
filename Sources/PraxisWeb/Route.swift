package import HTTPTypes
package import Hummingbird

/// One address and its handler.
///
/// The list of routes is the single source of the router, `openapi.json`, `routes.txt` and the side-door test.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Call) async throws -> Response

    /// How an unsafe request proves its sender's intent.
    package enum Proof: String, Sendable {
        /// The request changes nothing.
        case none
        /// A form token bound to the session or, for visitors, to the visitor cookie.
        case form
        /// A bearer token, which no browser sends by itself.
        case bearer
        /// A password, for the JSON routes that exchange one for a bearer token.
        case password
        /// A bearer token, or the session cookie sent from a page of ours: for requests that pages make by themselves, which other sites
        /// must not make.
        case origin
        /// The sealed token in the address: only for `/u/{token}`, which mail programs call (RFC 8058).
        case link
    }

    /// Who may cache the response.
    package enum Caching: String, Sendable {
        /// `private, no-cache`: the reader's own browser, revalidating each time.
        case personal
        /// `no-store`: sign-in pages, tokens, errors.
        case never
        /// A year, `immutable`: for names that contain a hash of the content.
        case forever
    }

    package let method: HTTPRequest.Method
    /// With parameters in braces: `/c/{community}/g/{group}`.
    package let path: String
    package let proof: Proof
    package let caching: Caching
    /// Whether a reader who is not signed in is asked to sign in first.
    package let needsMember: Bool
    /// The route's description in the API document; nil for pages.
    package let api: APIDescription?
    /// Whether its answers are pages in the site's frame.
    private(set) var hasFrame: Bool
    /// Whether it reads the cookies of a browser, and gives visitors one.
    private(set) var hasCookies = true
    package let handle: Handler

    package init(
        _ method: HTTPRequest.Method,
        _ path: some RoutePattern,
        proof: Proof,
        caching: Caching = .personal,
        needsMember: Bool,
        api: APIDescription? = nil,
        handle: @escaping Handler
    ) {
        self.method = method
        self.path = path.pattern
        self.proof = proof
        self.caching = caching
        self.needsMember = needsMember
        self.api = api
        self.handle = handle
        hasFrame = caching != .forever && !self.path.hasPrefix("/api/")
    }

    /// The same route, which answers without the database unless its handler asks it.
    package var withoutFrame: Route {
        var route = self
        route.hasFrame = false
        return route
    }

    /// The same route without a frame, for programs that send no cookie and keep none: whatever they send, their sender is a visitor.
    package var withoutCookies: Route {
        var route = withoutFrame
        route.hasCookies = false
        return route
    }

    package var isAPI: Bool { path.hasPrefix("/api/") }

    /// A page that anyone may request; the handler decides what they are shown.
    package static func page(
        _ path: some RoutePattern,
        caching: Caching = .personal,
        _ handle: @escaping Handler
    ) -> Route {
        Route(.get, path, proof: .none, caching: caching, needsMember: false, handle: handle)
    }

    /// A page for signed-in members.
    package static func memberPage(_ path: some RoutePattern, _ handle: @escaping Handler) -> Route {
        Route(.get, path, proof: .none, needsMember: true, handle: handle)
    }

    /// The target of a member's form.
    package static func form(_ path: some RoutePattern, _ handle: @escaping Handler) -> Route {
        Route(.post, path, proof: .form, needsMember: true, handle: handle)
    }

    /// The target of a form for people who are not signed in yet.
    package static func visitorForm(_ path: some RoutePattern, _ handle: @escaping Handler) -> Route {
        Route(.post, path, proof: .form, caching: .never, needsMember: false, handle: handle)
    }

    /// A JSON route below `APIPaths.root`.
    ///
    /// GET routes that are open to visitors set `needsMember: false`.
    package static func api(
        _ method: HTTPRequest.Method,
        _ path: some RoutePattern,
        needsMember: Bool = true,
        _ description: APIDescription,
        _ handle: @escaping Handler
    ) -> Route {
        let proof: Proof = method == .get ? .none : needsMember ? .bearer : .password
        return Route(
            method,
            APIPaths.root + path.pattern,
            proof: proof,
            caching: .never,
            needsMember: needsMember,
            api: description,
            handle: handle
        )
    }
}
