package import HTTPTypes
package import Hummingbird

/// One address and what it does.
///
/// The list of these is the one source of the router, `openapi.json`, `routes.txt` and the side-door test.
package struct Route: Sendable {
    package typealias Handler = @Sendable (Call) async throws -> Response

    /// How an unsafe request proves that its sender meant it.
    package enum Proof: String, Sendable {
        /// Changes nothing.
        case none
        /// A form token bound to the session, or before there is one to the visitor's own cookie.
        case form
        /// A bearer token, which no browser sends by itself.
        case bearer
        /// The JSON routes that make a bearer token from a password.
        case password
        /// A bearer token, or the cookie of a page of ours: what a page asks for by itself, and no page of another site may.
        case origin
        /// The sealed token in the address itself: `/u/{token}` alone, which mail programs call (RFC 8058).
        case link
    }

    /// Who may keep the answer.
    package enum Caching: String, Sendable {
        /// `private, no-cache`: the reader's own browser, asking each time.
        case personal
        /// `no-store`: sign-in pages, tokens, errors.
        case never
        /// A year, `immutable`: names hold a hash of the content.
        case forever
    }

    package let method: HTTPRequest.Method
    /// With parameters in braces: `/c/{community}/g/{group}`.
    package let path: String
    package let proof: Proof
    package let caching: Caching
    /// Whether a reader who is not signed in is asked to sign in first.
    package let needsMember: Bool
    /// What the API document says of it; nothing for pages.
    package let api: APIDescription?
    package let handle: Handler

    package init(
        _ method: HTTPRequest.Method,
        _ path: String,
        proof: Proof,
        caching: Caching = .personal,
        needsMember: Bool,
        api: APIDescription? = nil,
        handle: @escaping Handler
    ) {
        (self.method, self.path, self.proof, self.caching) = (method, path, proof, caching)
        (self.needsMember, self.api, self.handle) = (needsMember, api, handle)
    }

    package var isAPI: Bool { path.hasPrefix("/api/") }

    /// A page that everybody may ask for; what they are shown is the handler's matter.
    package static func page(_ path: String, caching: Caching = .personal, _ handle: @escaping Handler) -> Route {
        Route(.get, path, proof: .none, caching: caching, needsMember: false, handle: handle)
    }

    /// A page for whoever is signed in.
    package static func memberPage(_ path: String, _ handle: @escaping Handler) -> Route {
        Route(.get, path, proof: .none, needsMember: true, handle: handle)
    }

    /// What a form of a member is sent to.
    package static func form(_ path: String, _ handle: @escaping Handler) -> Route {
        Route(.post, path, proof: .form, needsMember: true, handle: handle)
    }

    /// What a form is sent to by people who are not signed in yet.
    package static func visitorForm(_ path: String, _ handle: @escaping Handler) -> Route {
        Route(.post, path, proof: .form, caching: .never, needsMember: false, handle: handle)
    }

    /// A JSON route under `/api/v1`.
    ///
    /// GETs that visitors may use say so by `needsMember: false`.
    package static func api(
        _ method: HTTPRequest.Method,
        _ path: String,
        needsMember: Bool = true,
        _ description: APIDescription,
        _ handle: @escaping Handler
    ) -> Route {
        let proof: Proof = method == .get ? .none : needsMember ? .bearer : .password
        return Route(
            method,
            "/api/v1" + path,
            proof: proof,
            caching: .never,
            needsMember: needsMember,
            api: description,
            handle: handle
        )
    }
}
