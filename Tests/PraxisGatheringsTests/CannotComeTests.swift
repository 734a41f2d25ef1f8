import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("The link of a mail by which one says that one cannot come")
struct CannotComeTests {
    private static let form = [("Content-Type", "application/x-www-form-urlencoded")]

    private func press(_ world: GatheringWorld, _ path: String, _ body: String) async throws -> Browser.Answer {
        try await Browser(world.site).send(.post, path, body: body, headers: Self.form)
    }

    @Test(
        "changes nothing when it is followed, or clicked by a mail program; its button does, without signing in, and is undone"
    )
    func pressed() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }
        for persona in [Persona.member, .moderator] { _ = try await world.answer("yes", persona) }
        let mail = try #require(try await world.site.queuedMails(.confirmation).first?.content)
        let path = try #require(mail.linkToCancel)
        for _ in 1...2 {
            let page = try await Browser(world.site).get(path)
            #expect(page.status == 200 && Markup.faults(page.text) == [] && page.has("Winter round"))
            #expect(page.has("You are coming.") && page.has("I cannot come</button>"))
        }
        for body in ["List-Unsubscribe=One-Click", "", "do=stop", "do=come"] {
            #expect(try await press(world, path, body).status == 200, "\(body)")
        }
        #expect(try await world.answers() == ["yes", "yes"])
        let done = try await press(world, path, "do=cannot-come")
        #expect(
            done.status == 200 && Markup.faults(done.text) == [] && done.has("You are not coming. The facilitators")
        )
        #expect(done.has("I am coming after all</button>") && !done.has("Member Person"))
        #expect(try await world.answers() == ["yes", "no"])
        #expect(try await world.site.queued(.seat).map(\.member) == [world.people.member(.moderator)])
        let again = try await press(world, path, "do=come")
        #expect(
            again.has("You have said that you are coming after all.")
                && again.has("You are number 1 on the waiting list.")
        )
    }

    @Test(
        "does nothing for what is over or cancelled, for one who may not read it, or once its member has ended their links"
    )
    func closed() async throws {
        let world = try await GatheringWorld()
        for persona in [Persona.member, .moderator] { _ = try await world.answer("yes", persona) }
        let paths = try await world.site.queuedMails(.confirmation).map { try #require($0.content?.linkToCancel) }
        try await world.change { $0.state = .cancelled }
        let cancelled = try await press(world, paths[0], "do=cannot-come")
        #expect(
            cancelled.status == 200 && cancelled.has("It is over or cancelled")
                && !cancelled.has("I cannot come</button>")
        )
        try await world.change { $0.state = .planned }
        try await world.suspend(.moderator)
        try await world.site.env.site.endMailLinks(of: world.people.member(.member))
        for path in paths {
            let page = try await Browser(world.site).get(path), sent = try await press(world, path, "do=cannot-come")
            #expect(page.status == 404 && sent.status == 404 && sent.has("This link does not work"))
        }
        #expect(try await world.answers() == ["yes", "yes"])
    }

    @Test("is for the date that it names alone, and shows no title that mails do not name")
    func bounds() async throws {
        let world = try await GatheringWorld()
        try await world.hideName()
        _ = try await world.answer("yes", .member)
        let path = try #require(try await world.lastMail(.confirmation)?.linkToCancel)
        let page = try await Browser(world.site).get(path)
        #expect(page.status == 200 && !page.has("Winter round") && page.has("15 December"))
        let member = try world.people.member(.member), key = world.site.env.store.siteKey
        for subject in [world.people.community.subject, Subject("thread", 999), nil] {
            let link = MailLink(member: member, scope: .init(.cannotCome, of: subject)).token(key, version: 1)
            #expect(try await press(world, "/u/" + link, "do=cannot-come").status == 404)
        }
        #expect(try await world.answers() == ["yes"])
    }
}
