import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("A certificate of attendance")
struct CertificateTests {
    private func made(_ world: GatheringWorld, _ persona: Persona = .member) async throws -> String {
        let sent = try await world.people.post("/t/\(world.gathering)/certificate", [], as: persona)
        let path = try #require(sent.location)
        #expect(path.contains(/^\/certificates\/[A-Za-z0-9_-]{22}$/))
        return path
    }

    private func over(_ visibility: CommunityVisibility = .members) async throws -> GatheringWorld {
        let world = try await GatheringWorld.begun(visibility: visibility, ago: .hours(2), ended: .hours(1))
        _ = try await world.people.post(world.attend, [("present", "yes")], as: .member)
        return world
    }

    @Test("is made by those who were there, once it is over, and read by everyone who has its address")
    func making() async throws {
        let world = try await over(), people = world.people, form = "/t/\(world.gathering)/certificate"
        for persona in Persona.allCases where persona != .member {
            let sent = try await people.post(form, [], as: persona)
            #expect(sent.location?.contains("certificates") != true && sent.status >= 303, "\(persona)")
        }
        let refused = try await people.post(form, [], as: .moderator)
        #expect(refused.status == 422 && refused.has("You are not marked as present"))
        #expect(try await world.page("/t/\(world.gathering)", .member).has("Get the certificate"))
        #expect(!(try await world.page("/t/\(world.gathering)", .moderator)).has("Get the certificate"))
        let path = try await made(world)
        #expect(try await made(world) == path, "another press leads to the same one")
        for browser in [Browser(world.site), try await people.browser(.stranger), try await people.browser(.member)] {
            let page = try await browser.get(path)
            #expect(page.status == 200 && Markup.faults(page.text) == [])
            for part in [
                "Member Person", "Winter round", "60 minutes", "Nursing", "The person said so themselves",
                "1, of 21 November 2026",
            ] {
                #expect(page.has(part), "\(part)")
            }
        }
        let wrong = try await Browser(world.site).get("/certificates/AAAAAAAAAAAAAAAAAAAAAA")
        #expect(wrong.status == 404 && wrong.has("There is no certificate here") && !wrong.has("Member Person"))
        let running = try await GatheringWorld.begun()
        _ = try await running.people.post(running.attend, [("present", "yes")], as: .member)
        let early = try await running.people.post("/t/\(running.gathering)/certificate", [], as: .member)
        #expect(early.status == 422 && early.has("once the gathering is over"))
    }

    @Test("is corrected with the attendance, says what it said before, and stays at its address")
    func versions() async throws {
        let world = try await over(), path = try await made(world), browser = Browser(world.site)
        world.site.pass(.days(1))
        _ = try await world.tick([.member: 45], shown: [.member: 60])
        let second = try await browser.get(path)
        #expect(
            second.has("45 minutes") && second.has("2, of 22 November 2026")
                && second.has("Confirmed by the facilitators")
        )
        #expect(second.has("This certificate was corrected.") && second.has("1, of 21 November 2026: 60 minutes"))
        // What the date and the member are called later does not change it.
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE thread SET title = 'Another round' WHERE id = \(world.gathering)")
            try db.run("UPDATE member SET name = 'Other Person' WHERE name = 'Member Person'")
        }
        let third = try await browser.get(path)
        #expect(third.has("Winter round") && third.has("Member Person") && !third.has("Another round"))
        _ = try await world.tick([:], shown: [.member: 45])
        let gone = try await browser.get(path)
        #expect(
            gone.has("This certificate has not been valid since 22 November 2026.")
                && gone.has("2, of 22 November 2026: 45 minutes")
        )
        #expect(Markup.faults(gone.text) == [])
        _ = try await world.tick([.member: 60], shown: [.member: nil])
        let again = try await browser.get(path)
        #expect(!again.has("has not been valid") && again.has("4, of 22 November 2026") && again.has("not present"))
    }

    @Test("of a confidential group has its neutral name alone")
    func confidential() async throws {
        let people = try await CommunityWorld(), circle = try await people.griefCircle(), site = people.site
        let host = try people.viewer(.facilitator), actor = site.env.communities[people.community]
        let date = try await actor.planGathering(site.gathering("Whose name is not said"), in: circle, as: host)
        try await site.begin(date, .hours(2), ended: .hours(1))
        try await actor.attend(.wasThere, on: date, as: host)
        let code = try await actor.makeCertificate(of: date, code: "AAAAAAAAAAAAAAAAAAAAAA", as: host)
        let page = try await Browser(site).get("/certificates/\(code)")
        #expect(page.status == 200 && page.has("Facilitator Person") && page.has("60 minutes"))
        for word in ["Whose name", "griefcircle", "Griefcircle", "Nursing", "nursing"] {
            #expect(!page.has(word), "\(word)")
        }
    }

    @Test("says what the dates of its series count for")
    func credit() async throws {
        let people = try await CommunityWorld(), site = people.site, host = try people.viewer(.facilitator)
        let actor = site.env.communities[people.community], commons = try await site.commons(of: people.community)
        let series = try await actor.planSeries(
            site.series("Rounds") { $0.credit = "1 hour of supervision" },
            in: commons,
            as: host
        )
        let date: ThreadID = try await site.value("SELECT min(threadId) FROM gathering WHERE seriesId = \(series)")
        try await site.begin(date, .hours(2), ended: .hours(1))
        try await actor.attend(.wasThere, on: date, as: host)
        let code = try await actor.makeCertificate(of: date, code: "AAAAAAAAAAAAAAAAAAAAAA", as: host)
        #expect(try await Browser(site).get("/certificates/\(code)").has("1 hour of supervision"))
    }
}
