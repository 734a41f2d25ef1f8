import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisMail
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

extension SeriesWorld {
    fileprivate var path: String { "/c/nursing/series/\(series)" }

    fileprivate func say(_ word: String, _ persona: Persona = .member) async throws -> Browser.Answer {
        try await people.post(path + "/answer", [("answer", word)], as: persona)
    }

    fileprivate func answers(of persona: Persona = .member) async throws -> [String] {
        let member = try people.member(persona)
        return try await site.all(
            """
            SELECT r.answer FROM gathering e JOIN gatheringAnswer r ON r.threadId = e.threadId
            WHERE e.seriesId = \(series) AND r.memberId = \(member) ORDER BY e.startAt
            """ as SQL<String>
        )
    }
}

@Suite("Coming to all dates of a series")
struct SeriesAnswerTests {
    @Test("is one press on its page, holds for all dates to come, and leaves alone what was answered by itself")
    func all() async throws {
        let world = try await SeriesWorld(), third = try await world.threads()[2]
        let asked = try await world.page(world.path, .member)
        #expect(asked.has("Are you coming to all of them?") && Markup.faults(asked.text) == [])
        #expect(
            try await world.page("/t/\(third)", .member).has(
                "href=\"\(world.path)#coming-h\">Answer for the whole series</a>"
            )
        )
        try await world.actor.answer(.no, to: third, as: world.people.viewer(.member))
        #expect(try await world.say("yes").location == world.path + "?done=answered")
        #expect(try await world.answers() == ["yes", "yes", "no", "yes"])
        let shown = try await world.page(world.path + "?done=answered", .member)
        #expect(
            shown.has("You said that you are coming to all of them.")
                && shown.has("value=\"yes\" aria-pressed=\"true\"")
        )
        _ = try await world.say("maybe")
        #expect(try await world.answers() == ["maybe", "maybe", "no", "maybe"])
        // What is over stays as it was.
        try await world.site.begin(world.threads()[0], .hours(3), ended: .hours(2))
        _ = try await world.say("no")
        #expect(try await world.answers() == ["maybe", "no", "no", "no"])
    }

    @Test("holds for dates that are made later, in the order in which people said so, and ends with the membership")
    func later() async throws {
        let world = try await SeriesWorld {
            ($0.repeats, $0.ends, $0.count) = ("monthly-weekday", "open", "")
            $0.date.capacity = "1"
        }
        let before = try await world.threads().count
        for persona in [Persona.moderator, .member] { _ = try await world.say("yes", persona) }
        world.site.pass(.days(70))
        try await world.tick()
        let made = try await world.threads().dropFirst(before)
        #expect(!made.isEmpty)
        let last = try #require(made.last)
        let api = try await world.people.api(.get, "/gatherings/\(last)", as: .member)
        let mine = try #require(api.json["mine"] as? [String: Any])
        #expect(mine["answer"] as? String == "yes" && mine["waiting"] as? Int == 1)
        try await world.site.join(world.people.member(.moderator), world.people.community, standing: .former)
        try await world.site.env.communities[world.people.community].leave(as: world.people.viewer(.member))
        #expect(try await world.site.value("SELECT count(*) FROM seriesAnswer" as SQL<Int>) == 1)
    }

    @Test("holds for a date that is planned again, too, and not for one while it is cancelled")
    func restored() async throws {
        let world = try await SeriesWorld(), second = try await world.threads()[1]
        var change = GatheringChange()
        change.state = .cancelled
        let cancelling = change
        try await world.actor.changeGathering(second, cancelling, as: world.people.viewer(.facilitator))
        _ = try await world.say("yes")
        #expect(try await world.answers().count == 3)
        change.state = .planned
        let restoring = change
        try await world.actor.changeGathering(second, restoring, as: world.people.viewer(.facilitator))
        #expect(try await world.answers() == ["yes", "yes", "yes", "yes"])
    }

    @Test("gives each date its own waiting list, and a seat that it frees goes down that list at once")
    func seats() async throws {
        let world = try await SeriesWorld { $0.date.capacity = "1" }
        for persona in [Persona.member, .moderator] { _ = try await world.say("yes", persona) }
        _ = try await world.say("no")
        #expect(try await world.site.queued(.seat).count == 4)
        let path = "/series/\(world.series)/answer"
        let own = try await world.people.api(.put, path, #"{"answer":"yes"}"#, as: .member)
        #expect(own.status == 200 && own.json["answer"] as? String == "yes")
        #expect(own.json["waiting"] as? Int == 1 && own.json["dates"] as? Int == 4)
    }

    @Test("is for full members of its group, of a series with a date to come; anything else is refused in a sentence")
    func refused() async throws {
        let world = try await SeriesWorld(visibility: .public), path = "/series/\(world.series)/answer"
        for (persona, status) in [(Persona.visitor, 401), (.stranger, 403), (.former, 403), (.suspended, 403)] {
            let answer = try await world.people.api(.put, path, #"{"answer":"yes"}"#, as: persona)
            #expect(answer.status == status, "\(persona): \(answer.status)")
            #expect(try await !world.page(world.path, persona).has("Are you coming to all"), "\(persona)")
        }
        let wrong = try await world.say("perhaps")
        #expect(wrong.status == 422 && wrong.has("class=\"errors\"") && Markup.faults(wrong.text) == [])
        let none = try await world.say("")
        #expect(none.status == 422 && none.has("Choose whether you are coming"))
        let other = try await world.people.post(
            "/c/other/series/\(world.series)/answer",
            [("answer", "yes")],
            as: .member
        )
        #expect(other.status == 404)
        try await world.setState(.cancelled)
        #expect(try await world.say("yes").status == 422)
        #expect(try await !world.page(world.path, .member).has("Are you coming to all"))
        #expect(try await world.site.value("SELECT count(*) FROM seriesAnswer" as SQL<Int>) == 0)
    }

    @Test("is confirmed by one mail with all dates for a calendar, not by one for each; the latest alone says anything")
    func mail() async throws {
        let world = try await SeriesWorld()
        _ = try await world.say("yes")
        #expect(try await world.site.queued(.confirmation).isEmpty)
        let mail = try #require(try await world.site.queuedMails(.seriesConfirmation).first?.content)
        #expect(
            mail.subject == "You are coming: Evening rounds"
                && mail.text.contains("http://127.0.0.1:8080\(world.path)\n")
        )
        let file = try #require(mail.attachments.first)
        let page = try await world.page(world.path + ".ics", .member)
        #expect(String(decoding: file.content, as: UTF8.self) == page.text && file.name == "series.ics")
        _ = try await world.say("no")
        #expect(try await world.site.queuedMails(.seriesConfirmation).allSatisfy { $0.content == nil })
    }

    @Test(
        "is what the files in Tests/Golden/mail say, also where mails may not name the group",
        arguments: Language.allCases
    )
    func golden(language: Language) async throws {
        let world = try await SeriesWorld()
        _ = try await world.say("yes")
        let queued = try #require(try await world.site.queued(.seriesConfirmation).first)
        let mail = try #require(try await world.site.content(of: queued, language))
        try GoldenMails.compare(mail, "series-confirmation", language)
        try await world.site.write { db in
            try db.run("UPDATE \"group\" SET kind = 'peer-supervision' WHERE id = \(world.commons)")
        }
        try await world.site.join(world.people.member(.member), group: world.commons, of: world.people.community)
        let discreet = try #require(try await world.site.content(of: queued, language))
        for word in ["Evening rounds", "heron", "/series/"] { #expect(!discreet.everything.contains(word), "\(word)") }
        try GoldenMails.compare(discreet, "series-confirmation-something", language)
    }
}
