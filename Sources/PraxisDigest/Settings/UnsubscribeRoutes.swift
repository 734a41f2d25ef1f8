import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// The page behind the links in mails: looking changes nothing, one request without cookie or form token does (RFC 8058).
    package static let unsubscribeRoutes: [Route] = [
        Route(.get, Paths.mailLink("{token}"), proof: .none, caching: .never, needsMember: false) { call in
            try await call.mailLinkPage()
        },
        Route(.post, Paths.mailLink("{token}"), proof: .link, caching: .never, needsMember: false) { call in
            try await call.followMailLink()
        },
    ]
}

extension Call {
    fileprivate func mailLinkPage() async throws -> Response {
        let token = try parameter("token"), key = env.store.siteKey
        let link = try await env.store.read { db in try DigestLink.opened(token, key, db) }
        return try await mailLinkAnswer(link, token, done: nil)
    }

    /// What was asked is done and told in the same answer: mail programs expect success, not a way on.
    fileprivate func followMailLink() async throws -> Response {
        let token = try parameter("token")
        do {
            guard let act = mailLinkAct else { return try await mailLinkPage() }
            let link = try await env.site.follow(token, act, key: env.store.siteKey)
            return try await mailLinkAnswer(link, token, done: act)
        } catch Denial.missing {
            return BadMailLinkPageView(call: self).response(.notFound)
        }
    }

    /// What the form asks; a mail program's one click asks for what the link is for, in either encoding of forms.
    private var mailLinkAct: MailLinkAct? {
        let fields = try? form()
        switch fields?.text("do") {
        case "stop": return .stop
        case "stop-all": return .stopAll
        case "undo": return .undo
        case "often": return fields?["rhythm"].flatMap(Cadence.Rhythm.init(rawValue:)).map(MailLinkAct.often)
        default:
            let body = String(decoding: body, as: UTF8.self)
            return body.contains("List-Unsubscribe") && body.contains("One-Click") ? .stop : nil
        }
    }

    private func mailLinkAnswer(_ link: DigestLink?, _ token: String, done: MailLinkAct?) async throws -> Response {
        guard let link else { return BadMailLinkPageView(call: self).response(.notFound) }
        let (state, name) = try await read { reading in
            let state = try DigestState.of(link.member, reading.db)
            guard case .community(let id) = link.scope else { return (state, nil as String?) }
            // Named only while its member still belongs there.
            let places = try MailPlace.all(reading.as(state.viewer))
            return (state, places.first { $0.id == id }?.name)
        }
        let content = MailLinkContent(link: link, token: token, cadence: state.settings.cadence, community: name)
        return MailLinkPageView(call: self, content: content, done: done).response()
    }
}
