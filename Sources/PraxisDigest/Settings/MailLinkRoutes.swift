import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// The page behind the links in mails: looking changes nothing, one request without cookie or form token does (RFC 8058).
    package static let mailLinkRoutes: [Route] = [
        Route(.get, Paths.mailLink("{token}"), proof: .none, caching: .never, needsMember: false) { call in
            try await call.answerMailLink { use, opened in try await use.page(opened) }
        },
        Route(.post, Paths.mailLink("{token}"), proof: .link, caching: .never, needsMember: false) { call in
            try await call.answerMailLink { use, opened in try await use.follow(opened) }
        },
    ]
}

extension Call {
    /// Answers by the use that the link is for; one that does not hold, or is for nothing that this site knows, does nothing and says so.
    fileprivate func answerMailLink(
        _ answer: (MailLinkUse, OpenedMailLink) async throws -> any PageView
    ) async throws -> Response {
        let token = try parameter("token"), key = env.store.siteKey
        let link = try await env.store.read { db in try MailLink.opened(token, key, db) }
        let uses = env.capabilities.parts(of: MailLinkUse.self)
        guard let link, let use = uses.first(where: { $0.use == link.scope.use }) else {
            return BadMailLinkPageView(call: self).response(.notFound)
        }
        do {
            return try await answer(use, OpenedMailLink(call: self, link: link, token: token)).response()
        } catch Denial.missing {
            return BadMailLinkPageView(call: self).response(.notFound)
        }
    }
}
