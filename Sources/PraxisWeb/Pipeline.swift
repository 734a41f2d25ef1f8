import HTML
import HTTPTypes
import Logging
import Hummingbird
import NIOCore
import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
import PraxisStore
package import PraxisWords

/// What happens around every handler: who asks, how often, with what proof; and how refusals and accidents are told.
package struct Pipeline: Sendable {
    /// Notes that a member looked at a page, or that their program asked; the slice that owns accounts provides it.
    package typealias Visit = @Sendable (Session, Environment, Timestamp, _ isPage: Bool) async throws -> Void

    /// What waits for a member with a role, for the head of their pages; the slice that owns the queue provides it.
    package typealias DutyCheck = @Sendable (Session, Environment, Timestamp) async throws -> Duty?

    let env: Environment
    let dictionaries: Dictionaries
    let visit: Visit
    let duty: DutyCheck

    package init(
        _ env: Environment,
        _ dictionaries: Dictionaries,
        visit: @escaping Visit,
        duty: @escaping DutyCheck = { _, _, _ in nil }
    ) {
        (self.env, self.dictionaries, self.visit, self.duty) = (env, dictionaries, visit, duty)
    }

    /// Answers one request for `route`, whatever happens.
    func respond(_ route: Route, _ request: Request, _ context: Context) async throws -> Response {
        let now = env.clock()
        let request = request
        let credentials = Credentials(request.head, env.settings, route, env.random)
        var call = try emptyCall(route, request, context, credentials, nil, now)
        var response: Response
        do {
            let session = try await session(credentials, now)
            call = try emptyCall(route, request, context, credentials, session, now)
            response = try await answer(route, request, &call, credentials)
        } catch let denial as Denial {
            response = try call.refusal(denial)
        } catch {
            env.log.error("a request failed", metadata: ["path": "\(route.path)", "error": "\(error)"])
            response = try call.accident(error)
        }
        Headers.add(to: &response, route.caching, isSecure: env.settings.isSecure)
        if let fresh = credentials.freshVisitor, call.session == nil, !route.isAPI, route.caching != .forever {
            let name = Cookies.visitor(env.settings)
            response.headers.append(HTTPField(name: .setCookie, value: Cookies.set(name, fresh, env.settings)))
        }
        return response
    }

    private func answer(
        _ route: Route,
        _ request: Request,
        _ call: inout Call,
        _ credentials: Credentials
    ) async throws -> Response {
        let body = try await body(of: request)
        call = Call(
            env: env,
            route: route,
            head: call.head,
            parameters: call.parameters,
            query: try Fields(urlEncoded: (request.uri.query ?? "").utf8),
            body: body,
            session: call.session,
            words: call.words,
            dictionaries: dictionaries,
            now: call.now,
            address: call.address,
            formSecret: call.formSecret,
            endedSecret: call.endedSecret,
            whenClosed: call.whenClosed
        )
        // After the body is read, so that a refusal keeps what was typed.
        if route.caching != .forever { try limit(call) }
        try prove(route, call)
        if route.needsMember, call.session == nil { throw Denial.signedOut }
        if let session = call.session, session.hasDuties, !route.isAPI, route.caching != .forever {
            call.duty = try await duty(session, env, call.now)
        }
        let response = try await route.handle(call)
        if let session = call.session { await note(session, request.head, call) }
        return response
    }

    /// Keeps the visit and the session.
    ///
    /// What was answered stays answered where that cannot be written: reading goes on with a full disk.
    private func note(_ session: Session, _ head: HTTPRequest, _ call: Call) async {
        // What a page asks for by itself is nobody's look, and keeps no session.
        if call.route.proof == .origin, head.headerFields[.authorization] == nil { return }
        let isPage = countsAsVisit(head, session)
        guard isPage || call.route.isAPI else { return }
        do {
            try await visit(session, env, call.now, isPage)
        } catch {
            env.log.warning("a visit was not noted", metadata: ["error": "\(error)"])
        }
    }

    /// A GET by cookie that a person asked for: not a prefetch, not a HEAD.
    private func countsAsVisit(_ head: HTTPRequest, _ session: Session) -> Bool {
        guard head.method == .get, head.headerFields[.authorization] == nil else { return false }
        return !(head.headerFields[.secPurpose] ?? head.headerFields[.purpose] ?? "").contains("prefetch")
    }

    private func limit(_ call: Call) throws(Denial) {
        if let session = call.session {
            try env.limiter.use(.init("requests", "session \(session.id)"), Rate.requestsSignedIn, at: call.now)
        } else {
            try env.limiter.use(.init("requests", call.address), Rate.requestsSignedOut, at: call.now)
        }
    }

    private func prove(_ route: Route, _ call: Call) throws(Denial) {
        switch route.proof {
        case .none, .password, .link: return
        case .bearer: if call.session == nil { throw .signedOut }
        case .origin:
            // A bearer token is sent by nobody's page but its owner's.
            guard call.head.headerFields[.authorization] == nil else { return }
            let site = call.head.headerFields[.secFetchSite]
            guard site == nil || site == "same-origin", call.head.headerFields[.origin] != "null",
                call.sender != .foreignPage
            else { throw .forged }
        case .form:
            if call.sender == .foreignPage { throw .forged }
            // Before the token: that of a session which has ended holds no more.
            if route.needsMember, call.session == nil { throw .signedOut }
            guard FormToken.holds(try call.form()["token"], env.store.siteKey, call.formSecret) else { throw .forged }
        }
    }

    private func session(_ credentials: Credentials, _ now: Timestamp) async throws -> Session? {
        guard let (hash, kind) = credentials.session else { return nil }
        return try await Session.remembered(hash, kind, env, at: now)
    }

    private func body(of request: Request) async throws -> [UInt8] {
        guard request.method != .get, request.method != .head else { return [] }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Limits.bodyBytes {
            throw Denial.tooLarge
        }
        var body: [UInt8] = []
        do {
            for try await chunk in request.body {
                body += chunk.readableBytesView
                if body.count > Limits.bodyBytes { throw Denial.tooLarge }
            }
        } catch let denial as Denial {
            throw denial
        } catch {
            // Chunks that are none, or a connection that ends in the middle: the sender's fault.
            throw Denial.unreadable
        }
        return body
    }

    private func emptyCall(
        _ route: Route,
        _ request: Request,
        _ context: Context,
        _ credentials: Credentials,
        _ session: Session?,
        _ now: Timestamp
    ) throws -> Call {
        let language = session?.language ?? preferredLanguage(request.head)
        guard let words = dictionaries[language] ?? dictionaries[.english] else { throw StoreError.closed }
        return Call(
            env: env,
            route: route,
            head: request.head,
            parameters: context.parameters,
            query: Fields(),
            body: [],
            session: session,
            words: words,
            dictionaries: dictionaries,
            now: now,
            address: clientAddress(context.peer, request.head),
            formSecret: session?.tokenHash ?? Array((credentials.visitor ?? credentials.freshVisitor ?? "").utf8),
            endedSecret: session == nil ? credentials.session?.hash ?? [] : [],
            whenClosed: context.whenClosed
        )
    }

    /// The first enabled language that the browser asks for, or the site's.
    private func preferredLanguage(_ head: HTTPRequest) -> Language {
        let asked = head.headerFields[.acceptLanguage] ?? ""
        for part in asked.split(separator: ",").prefix(10) {
            let code = String(part.drop { $0 == " " }.prefix(2)).lowercased()
            if let language = Language(rawValue: code), env.settings.languages.contains(language) { return language }
        }
        return env.settings.language
    }

    /// The peer, or whom a trusted proxy names last in `X-Forwarded-For`.
    private func clientAddress(_ peer: String, _ head: HTTPRequest) -> String {
        guard env.settings.trustedProxies.contains(peer) else { return peer }
        let named = (head.headerFields[.xForwardedFor] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        return named.last { !env.settings.trustedProxies.contains($0) } ?? peer
    }
}

/// What a request brings to say who sent it.
private struct Credentials {
    let session: (hash: [UInt8], kind: Session.Kind)?
    let visitor: String?
    /// A new visitor's cookie, to be set with the answer unless a session lives: a cookie of an ended one is as good as none.
    let freshVisitor: String?

    init(_ head: HTTPRequest, _ settings: SiteSettings, _ route: Route, _ random: Randomness) {
        if route.isAPI {
            let authorization = head.headerFields[.authorization]
            let takesCookie = route.proof == .origin && authorization == nil
            session = takesCookie ? Self.cookie(head, settings) : Self.bearer(authorization)
            visitor = nil
            freshVisitor = nil
        } else {
            session = Self.cookie(head, settings)
            visitor = Cookies.value(Cookies.visitor(settings), in: head.headerFields)
            freshVisitor = visitor == nil ? random.token() : nil
        }
    }

    private static func cookie(_ head: HTTPRequest, _ settings: SiteSettings) -> ([UInt8], Session.Kind)? {
        Cookies.value(Cookies.session(settings), in: head.headerFields).map { (SHA256.hash($0), .browser) }
    }

    private static func bearer(_ authorization: String?) -> ([UInt8], Session.Kind)? {
        guard let authorization, authorization.lowercased().hasPrefix("bearer ") else { return nil }
        return (SHA256.hash(String(authorization.dropFirst(7))), .api)
    }
}

extension HTTPField.Name {
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }

    static let secFetchSite = named("Sec-Fetch-Site")
    static let secPurpose = named("Sec-Purpose")
    static let purpose = named("Purpose")
    static let xForwardedFor = named("X-Forwarded-For")
}
