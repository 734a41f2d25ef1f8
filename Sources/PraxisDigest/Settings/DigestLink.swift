import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisWeb

extension MailLink.Use {
    /// To stop the digest, or to leave a community out of it, and to undo that.
    package static let digest: MailLink.Use = "digest"
}

extension MailLink.Scope {
    package static let digest = Self(.digest)

    package static func community(_ id: CommunityID) -> Self { Self(.digest, of: id.subject) }
}

/// A link in a mail that is for the digest.
package struct DigestLink: Equatable, Sendable {
    /// What the link stops when its button is pressed.
    enum Scope: Equatable, Sendable {
        case digest
        case community(CommunityID)
    }

    package let member: MemberID
    let scope: Scope

    /// - Throws: `Denial.missing` if the link is about something else.
    init(_ link: MailLink) throws(Denial) {
        member = link.member
        guard let subject = link.scope.subject else {
            scope = .digest
            return
        }
        guard let community = subject.id(as: Noun.Community.self) else { throw .missing }
        scope = .community(community)
    }

    /// - Throws: `Denial.missing` if it is old, of another site, tampered with, for another use, or about something else.
    init(_ token: String, _ key: [UInt8], _ db: DB) throws {
        guard let link = try MailLink.opened(token, key, db), link.scope.use == .digest else { throw Denial.missing }
        try self.init(link)
    }
}

extension MailLinkUse {
    static let digest = MailLinkUse(
        .digest,
        page: { opened in try await opened.digestPage(DigestLink(opened.link), done: nil) },
        follow: { opened in
            guard let act = opened.digestAct else {
                return try await opened.digestPage(DigestLink(opened.link), done: nil)
            }
            // What was asked is done and told in the same answer: mail programs expect success, not a way on.
            let env = opened.call.env
            let link = try await env.site.follow(opened.token, act, key: env.store.siteKey)
            return try await opened.digestPage(link, done: act)
        }
    )
}

extension OpenedMailLink {
    /// What the form asks; a mail program's one click asks for what the link is for.
    fileprivate var digestAct: DigestLinkAct? {
        let fields = try? call.form()
        switch fields?.text("do") {
        case "stop": return .stop
        case "stop-all": return .stopAll
        case "undo": return .undo
        case "often": return fields?["rhythm"].flatMap(Cadence.Rhythm.init(rawValue:)).map(DigestLinkAct.often)
        default: return isOneClick ? .stop : nil
        }
    }

    fileprivate func digestPage(_ link: DigestLink, done: DigestLinkAct?) async throws -> DigestLinkPageView {
        let (state, name) = try await call.read { reading in
            let state = try DigestState.of(link.member, reading.db)
            guard case .community(let id) = link.scope else { return (state, nil as String?) }
            // Named only while its member still belongs there.
            let places = try MailPlace.all(reading.as(state.viewer))
            return (state, places.first { $0.id == id }?.name)
        }
        let content = DigestLinkContent(link: link, token: token, cadence: state.settings.cadence, community: name)
        return DigestLinkPageView(call: call, content: content, done: done)
    }
}
