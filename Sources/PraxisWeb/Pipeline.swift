import HTTPTypes
import Logging
import Hummingbird
import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWords

/// The steps around every handler: identity, limits, proof, and the answers to refusals and failures.
package struct Pipeline: Sendable {
    /// Records that a member viewed a page, or that their program made a request.
    package typealias Visit = @Sendable (Session, Environment, Timestamp, _ isPage: Bool) async throws -> Void

    /// What is waiting for a member with a role, shown in the header of their pages.
    package typealias DutyCheck = @Sendable (Session, Environment, Timestamp) async throws -> Duty?

    /// The page shown to a reader who is not signed in, in place of one that shows them nothing.
    package typealias Door = @Sendable (Call) -> Page

    /// What stands at the end of every page in a language.
    package typealias Footer = @Sendable (Environment, Words) async throws -> PageFooter

    let env: Environment
    let dictionaries: Dictionaries
    private let parts: PageParts

    package init(_ env: Environment, _ dictionaries: Dictionaries, _ parts: [PagePart]) {
        self.env = env
        self.dictionaries = dictionaries
        self.parts = PageParts(parts)
    }

    /// Answers one request for `route`, also if the handler fails.
    func respond(_ route: Route, _ request: Request, _ context: Context) async throws -> Response {
        let now = env.clock()
        let credentials = Credentials(request.head, env.settings, route, env.random)
        let done = DoneOnce(request, route, env.settings)
        var call = try emptyCall(route, request, context, credentials, nil, now)
        var response: Response
        do {
            let session = try await session(credentials, now)
            call = try emptyCall(route, request, context, credentials, session, now)
            if route.hasFrame { call.footer = try await parts.footer?(env, call.words) }
            response = try await answer(route, request, done, &call)
        } catch let denial as Denial {
            response = try call.refusal(denial, door: parts.door)
        } catch {
            env.log.error("a request failed", metadata: ["path": "\(route.path)", "error": "\(error)"])
            response = try call.accident(error)
        }
        Headers.add(to: &response, route.caching, isSecure: env.settings.isSecure)
        done.note(in: &response)
        call.rememberAppearance(in: &response)
        if let fresh = credentials.freshVisitor, call.session == nil, !route.isAPI, route.caching != .forever {
            let name = Cookies.visitor(env.settings)
            response.headers.append(HTTPField(name: .setCookie, value: Cookies.set(name, fresh, env.settings)))
        }
        return response
    }

    private func answer(
        _ route: Route,
        _ request: Request,
        _ done: DoneOnce,
        _ call: inout Call
    ) async throws -> Response {
        let body = try await request.wholeBody()
        call = Call(
            env: env,
            parts: parts,
            route: route,
            head: call.head,
            parameters: call.parameters,
            query: done.fields(try Fields(urlEncoded: Array((request.uri.query ?? "").utf8))),
            body: body,
            session: call.session,
            words: call.words,
            dictionaries: dictionaries,
            now: call.now,
            address: call.address,
            formSecret: call.formSecret,
            endedSecret: call.endedSecret,
            whenClosed: call.whenClosed,
            footer: call.footer
        )
        // After the body was read, so that a refusal keeps what was typed.
        if route.caching != .forever { try limit(call) }
        try call.prove()
        if route.needsMember, call.session == nil { throw Denial.signedOut }
        try call.checkDescription()
        if let session = call.session, session.hasDuties, !route.isAPI, route.caching != .forever {
            for duty in parts.duties {
                if let waiting = try await duty(session, env, call.now) { call.duties.append(waiting) }
            }
        }
        let response = try await route.handle(call)
        if let session = call.session { await note(session, call) }
        return response
    }

    /// Records the visit and extends the session.
    ///
    /// The answer is not affected if that cannot be written: reading works with a full disk.
    private func note(_ session: Session, _ call: Call) async {
        // A request that a page makes by itself is not a visit, and does not extend a session.
        if call.route.proof == .origin, call.head.headerFields[.authorization] == nil { return }
        let isPage = call.head.isLook
        guard isPage || call.route.isAPI else { return }
        do {
            for visit in parts.visits { try await visit(session, env, call.now, isPage) }
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
            parts: parts,
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
