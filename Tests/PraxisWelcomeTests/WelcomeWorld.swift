import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisTesting
import PraxisThreads

/// A site with a community that one joins at once, one that one asks to join, and a hidden one that needs an invitation.
struct WelcomeWorld {
    let site: TestSite
    let nursing: CommunityID
    let hidden: CommunityID
    let manager: MemberID

    init() async throws {
        site = try TestSite()
        nursing = try await site.community("nursing", joining: .open, agreement: "Be kind.")
        _ = try await site.community("workers", joining: .request)
        hidden = try await site.community("hidden", visibility: .hidden, joining: .invite, agreement: "Be silent.")
        manager = try await site.member("Mary Manager")
        for community in [nursing, hidden] { try await site.join(manager, community, as: .manager) }
    }

    /// Someone who has just signed up, in their browser.
    func newcomer(_ name: String = "June Arsenault", next: String = "/") async throws -> Browser {
        let browser = Browser(site)
        _ = try await browser.signUp(site, "june@example.org", name: name, next: next)
        return browser
    }

    func invitation() async throws -> String {
        _ = try await site.env.communities[hidden].invite(
            to: nil,
            token: "secretinvitation",
            uses: 1,
            as: Viewer(member: manager)
        )
        return "/i/secretinvitation"
    }

    @discardableResult
    func thread(_ title: String, kind: ThreadKind = .discussion, replies: Int = 0) async throws -> ThreadID {
        let commons = try await site.commons(of: nursing)
        let thread = try await site.thread(title, kind: kind, in: commons, of: nursing, by: manager)
        for number in 0..<replies {
            _ = try await site.reply("Reply \(number).", to: thread, of: nursing, by: manager)
        }
        return thread
    }
}
