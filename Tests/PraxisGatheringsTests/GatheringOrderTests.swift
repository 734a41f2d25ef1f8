import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Lists of gatherings")
struct GatheringOrderTests {
    private static func titles(_ page: Browser.Answer) -> [String] {
        page.text.matches(of: /<h3 dir="auto"[^>]*><a href="([^"]*)"/).map { String($0.1) }
    }

    @Test(
        "hold the next date of a series, and others that their reader comes to or might; all of them stand on its page"
    )
    func next() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads().map { "/t/\($0)" }
        let member = try world.people.viewer(.member)
        for path in ["/gatherings", "/c/nursing/gatherings"] {
            #expect(try await Self.titles(world.page(path, .member)) == [threads[0]], "\(path)")
        }
        let series = "/c/nursing/series/\(world.series)"
        #expect(try await world.page("/gatherings", .member).has("href=\"\(series)\">All dates</a>"))
        #expect(try await Self.titles(world.page(series, .member)) == threads)
        let third = try #require(ThreadID(String(threads[2].dropFirst(3)))), last = try await world.threads()[3]
        try await world.actor.answer(.maybe, to: third, as: member)
        try await world.actor.answer(.no, to: last, as: member)
        #expect(try await Self.titles(world.page("/gatherings", .member)) == [threads[0], threads[2]])
        #expect(try await Self.titles(world.page("/gatherings", .facilitator)) == [threads[0]])
        // Once it is over, or skipped, the one after it is the next.
        _ = try await world.send(threads[0] + "/gathering/skip", [("scope", "this")])
        #expect(try await Self.titles(world.page("/gatherings", .facilitator)) == [threads[1]])
        world.site.pass(.days(40))
        #expect(try await Self.titles(world.page("/gatherings", .facilitator)) == [threads[2]])
    }

    @Test("part what is to come by months, and show a past year from its end, with what has notes marked")
    func order() async throws {
        let world = try await SeriesWorld { $0.repeats = "weekly" }, member = try world.people.viewer(.member)
        let threads = try await world.threads()
        for thread in threads { try await world.actor.answer(.yes, to: thread, as: member) }
        let page = try await world.page("/gatherings", .member)
        #expect(Markup.faults(page.text) == [])
        #expect(
            page.text.matches(of: /<h2>([A-Z][a-z]+ 20..)<\/h2>/).map { String($0.1) } == [
                "December 2026", "January 2027",
            ]
        )
        world.site.pass(.days(41))
        _ = try await world.actor.writeNotes(of: threads[0], PostText("We met."), basedOn: 0, as: member)
        let past = try await world.page("/gatherings?year=2026", .member)
        let shown = Self.titles(past)
        #expect(shown == threads.prefix(3).reversed().map { "/t/\($0)" } && Markup.faults(past.text) == [])
        #expect(past.text.components(separatedBy: "<span class=\"tag\">Notes</span>").count == 2)
    }

    @Test("say a time in the reader's zone; where people meet in person, and to visitors, the host's with its city")
    func clocks() async throws {
        func world(_ mode: String) async throws -> GatheringWorld {
            try await GatheringWorld(visibility: .public) {
                ($0.zone, $0.time, $0.mode) = ("America/Toronto", "9:30", mode)
                if mode == "in-person" { $0.joinLink = "" } else { $0.place = "" }
            }
        }
        let online = try await world("online"), hall = try await world("in-person")
        for (world, persona, said, unsaid) in [
            (online, Persona.member, "2:30pm to 3:30pm", "Toronto time"),
            (online, .member, "Host’s time: 9:30am to 10:30am (Toronto)", "Toronto time"),
            (hall, .member, "9:30am to 10:30am (Toronto time)", "2:30pm"),
        ] {
            for path in ["/t/\(world.gathering)", "/c/nursing/gatherings"] {
                let page = try await world.page(path, persona)
                #expect(page.has(said) && !page.has(unsaid), "\(persona) \(path): \(said)")
            }
        }
        // To visitors of a list it is said once.
        for world in [online, hall] {
            let page = try await world.page("/t/\(world.gathering)", .visitor)
            #expect(page.has("9:30am to 10:30am (Toronto time)") && !page.has("2:30pm"))
            let list = try await world.page("/c/nursing/gatherings", .visitor)
            #expect(
                list.has("All times are Toronto time.") && list.has("9:30am to 10:30am</time>") && !list.has("2:30pm")
            )
        }
        let month = try await hall.page("/gatherings?month=2026-12", .member)
        #expect(month.has("<strong>9:30am (Toronto time)</strong>"))
        #expect(try await online.page("/gatherings?month=2026-12", .member).has("<strong>2:30pm</strong>"))
    }

    @Test(
        "of discussions name the day of a gathering, and do not count what it is for; who wrote last, once someone has; it is not unanswered"
    )
    func discussions() async throws {
        let world = try await GatheringWorld(), path = "/c/nursing"
        let list = try await world.page(path, .member)
        #expect(list.text.contains(#/Gathering</span>\s+· on Tuesday 15 December · /#) && !list.has("1\u{a0}post"))
        #expect(!list.has("Latest from"))
        let unanswered = try await world.page(path + "?filter=unanswered", .facilitator)
        #expect(unanswered.has("Every question and discussion has a reply."))
        #expect(!(try await world.page("/search?status=unanswered", .facilitator)).has("Winter round"))
        let text = try PostText("Shall I bring soup?"), member = try world.people.viewer(.member)
        _ = try await world.site.env.communities[world.people.community].reply(to: world.gathering, text, as: member)
        let answered = try await world.page(path, .moderator)
        #expect(answered.has("1\u{a0}post") && answered.text.matches(of: /Latest from/).count == 1)
    }

    @Test("of dates for an agenda hold the next of each series, and all of them when asked for")
    func agenda() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        let author = try world.people.member(.member)
        let about = try await world.site.thread("On herons", in: world.commons, of: world.people.community, by: author)
        let path = "/t/\(about)/table", short = try await world.page(path, .member)
        #expect(short.text.matches(of: /type="radio" name="gathering"/).count == 1)
        #expect(short.has("href=\"\(path)?all=1\">Show later dates of series</a>"))
        let all = try await world.page(path + "?all=1", .member)
        #expect(all.text.matches(of: /type="radio" name="gathering"/).count == 4 && !all.has("Show later dates"))
        let last = [("gathering", "\(threads[3])"), ("minutes", "")]
        #expect(try await world.people.post(path, last, as: .member).status == 422)
        #expect(try await world.people.post(path + "?all=1", last, as: .member).status == 303)
    }
}

@Suite("The top of a gathering's page")
struct GatheringTopTests {
    @Test("says when it is, then what it is for in its first post, which stands there alone; not what was taken back")
    func purpose() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        for persona in [Persona.member, .facilitator] {
            let page = try await world.page(path, persona)
            #expect(page.text.components(separatedBy: "We talk of <strong>herons</strong>.").count == 2)
            let parts = [
                "<h2 id=\"gathering-h\">", "<dl class=\"facts\">", "Are you coming?", "<h2>What it is for</h2>",
                "herons",
                "id=\"agenda-h\"", "<h2 class=\"vh\">",
            ]
            let places = parts.map { page.text.range(of: $0)?.lowerBound }
            #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted() && !places.contains(nil), "\(places)")
            #expect(!page.has("1\u{a0}post"))
        }
        let hidden = try await GatheringWorld(), thread = hidden.gathering
        try await hidden.site.write { db in try db.run("UPDATE post SET state = 'hidden' WHERE threadId = \(thread)") }
        let page = try await hidden.page(path, .member)
        #expect(!page.has("herons") && !page.has("What it is for"))
    }

    @Test(
        "asks visitors to sign up to come; of one that is over offers no cancelling and says no minutes of its agenda"
    )
    func standing() async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/t/\(world.gathering)"
        #expect(try await world.page(path, .visitor).has("To come, sign up or sign in."))
        #expect(!(try await world.page(path, .member)).has("To come, sign up"))
        let entry = try AgendaEntry(title: "Soup", minutes: "20", lead: "")
        let host = try world.people.viewer(.facilitator)
        _ = try await world.site.env.communities[world.people.community].addToAgenda(
            NewAgendaItem(entry),
            of: world.gathering,
            as: host
        )
        let before = try await world.page(path, .facilitator)
        #expect(before.has("Cancel the gathering") && before.has("minutes are planned") && !before.has("notes-h"))
        world.site.pass(.days(40))
        let after = try await world.page(path, .facilitator)
        #expect(!after.has("Cancel the gathering") && !after.has("minutes are planned") && after.has("notes-h"))
        #expect(!(try await world.page(path, .visitor)).has("To come, sign up"))
    }
}
