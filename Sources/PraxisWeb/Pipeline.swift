import HTTPTypes
import Logging
import Hummingbird
import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWords

/// What happens around every handler: who asks, how often, with what proof; and how refusals and accidents are told.
package struct Pipeline: Sendable {
    /// Notes that a member looked at a page, or that their program asked; the slice that owns accounts provides it.
    package typealias Visit = @Sendable (Session, Environment, Timestamp, _ isPage: Bool) async throws -> Void

    /// What waits for a member with a role, for the head of their pages; the slice that owns the queue provides it.
    package typealias DutyCheck = @Sendable (Session, Environment, Timestamp) async throws -> Duty?

    /// The page that a reader who is not signed in meets in place of one that shows them nothing; the slice that owns accounts provides it.
    package typealias Door = @Sendable (Call) -> Page

    let env: Environment
    let dictionaries: Dictionaries
    let visit: Visit
    let duty: DutyCheck
    let door: Door

    package init(
        _ env: Environment,
        _ dictionaries: Dictionaries,
        visit: @escaping Visit,
        duty: @escaping DutyCheck,
        door: @escaping Door
    ) {
        (self.env, self.dictionaries, self.visit, self.duty, self.door) = (env, dictionaries, visit, duty, door)
    }

    /// Answers one request for `route`, whatever happens.
    func respond(_ route: Route, _ request: Request, _ context: Context) async throws -> Response {
        let now = env.clock()
        let credentials = Credentials(request.head, env.settings, route, env.random)
        var call = try emptyCall(route, request, context, credentials, nil, now)
        var response: Response
        do {
            let session = try await session(credentials, now)
            call = try emptyCall(route, request, context, credentials, session, now)
            response = try await answer(route, request, &call)
        } catch let denial as Denial {
            response = try call.refusal(denial, door: door)
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

    private func answer(_ route: Route, _ request: Request, _ call: inout Call) async throws -> Response {
        let body = try await request.wholeBody()
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
        try call.prove()
        if route.needsMember, call.session == nil { throw Denial.signedOut }
        try call.checkDescription()
        if let session = call.session, session.hasDuties, !route.isAPI, route.caching != .forever {
            call.duty = try await duty(session, env, call.now)
        }
        let response = try await route.handle(call)
        if let session = call.session { await note(session, call) }
        return response
    }

    /// Keeps the visit and the session.
    ///
    /// What was answered stays answered where that cannot be written: reading goes on with a full disk.
    private func note(_ session: Session, _ call: Call) async {
        // What a page asks for by itself is nobody's look, and keeps no session.
        if call.route.proof == .origin, call.head.headerFields[.authorization] == nil { return }
        let isPage = call.head.isLook
        guard isPage || call.route.isAPI else { return }
        do {
            try await visit(session, env, call.now, isPage)
        } catch {
            env.log.warning("a visit was not noted", metadata: ["error": "\(error)"])
        }
    }

    private func limit(_ call: Call) throws(Denial) {
        if let session = call.session {
            try env.limiter.use(.init("requests", "session \(session.id)"), Rate.requestsSignedIn)
        } else {
            try env.limiter.use(.init("requests", call.address), Rate.requestsSignedOut)
        }
    }

    private func session(_ credentials: Credentials, _ now: Timestamp) async throws -> Session? {
        guard let (hash, kind) = credentials.session else { return nil }
        return try await Session.remembered(hash, kind, env, at: now)
    }

    private func emptyCall(
        _ route: Route,
        _ request: Request,
        _ context: Context,
        _ credentials: Credentials,
        _ session: Session?,
        _ now: Timestamp
    ) throws -> Call {
        let language = session?.language ?? request.head.language(env.settings)
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
            address: request.head.address(behind: context.peer, env.settings),
            formSecret: session?.tokenHash ?? Array((credentials.visitor ?? credentials.freshVisitor ?? "").utf8),
            endedSecret: session == nil ? credentials.session?.hash ?? [] : [],
            whenClosed: context.whenClosed
        )
    }
}
