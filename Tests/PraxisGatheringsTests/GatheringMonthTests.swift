import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("The month of gatherings")
struct GatheringMonthTests {
    @Test("is a table with a caption and a column for each weekday, and leads to the months around it")
    func table() async throws {
        let world = try await SeriesWorld()
        for path in ["/gatherings", "/c/nursing/gatherings"] {
            let list = try await world.page(path, .member)
            #expect(list.has("href=\"\(path)?month=2026-11\">By month</a>") && Markup.faults(list.text) == [])
            let page = try await world.page(path + "?month=2026-12", .member)
            #expect(Markup.faults(page.text) == [] && page.has("<caption>December 2026</caption>"))
            #expect(page.text.matches(of: /<th scope="col">/).count == 7 && page.has("<th scope=\"col\">Monday</th>"))
            // 1 December 2026 is a Tuesday: five weeks, the day before and three after them empty.
            #expect(page.text.matches(of: /<tr><td/).count == 5)
            #expect(page.text.matches(of: /<td class="none"><\/td>/).count == 4)
            #expect(page.text.matches(of: /<bdi[^>]*>Evening rounds<\/bdi>/).count == 2)
            #expect(
                page.has(
                    "href=\"\(path)?month=2026-11\" rel=\"prev\">Previous month<span class=\"vh\">, November 2026</span>"
                )
            )
            #expect(
                page.has(
                    "href=\"\(path)?month=2027-01\" rel=\"next\">Next month<span class=\"vh\">, January 2027</span>"
                )
            )
            #expect(page.has("aria-current=\"true\">By month"))
            #expect(try await world.page(path + "?month=2026-06", .member).has("There is no gathering in this month."))
        }
        for path in ["/gatherings", "/c/nursing/gatherings"] {
            #expect(!(try await world.page(path + "?month=2026-12", .stranger)).has("Evening rounds"), "\(path)")
        }
        #expect(!(try await world.page("/c/nursing/series/1", .member)).has("By month"))
    }

    @Test("is that of the reader: what begins at its end elsewhere is on the day that it is for them")
    func zones() async throws {
        let world = try await GatheringWorld { ($0.date, $0.time) = ("2026-12-31", "23:30") }
        let member = try world.people.member(.member)
        #expect(try await world.page("/gatherings?month=2026-12", .member).has("Winter round"))
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE member SET timeZone = 'Europe/Paris' WHERE id = \(member)")
        }
        #expect(!(try await world.page("/gatherings?month=2026-12", .member)).has("Winter round"))
        let january = try await world.page("/gatherings?month=2027-01", .member)
        #expect(january.text.contains(/<span class="n">1<\/span>.{0,80}<ul><li><a [^>]*><strong>12:30am<\/strong>/))
    }

    @Test("says what is cancelled, and leaves out what is skipped")
    func states() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        _ = try await world.send("/t/\(threads[0])/gathering/cancel", [("scope", "this")])
        _ = try await world.send("/t/\(threads[1])/gathering/skip", [("scope", "this")])
        let page = try await world.page("/gatherings?month=2026-12", .member)
        #expect(page.has("/t/\(threads[0])\"") && page.has("Cancelled</span>") && !page.has("/t/\(threads[1])\""))
    }

    @Test("and the list are narrowed to a community, a way of taking part and a language, which links keep")
    func filters() async throws {
        let world = try await GatheringWorld()
        for (query, isShown) in [
            ("mode=online", true), ("mode=in-person", true), ("language=en", true), ("language=fr", false),
            ("community=nursing", true), ("community=nursing&mode=online&language=en", true), ("mode=&language=", true),
        ] {
            for path in ["/gatherings?", "/gatherings?month=2026-12&"] {
                #expect(try await world.page(path + query, .member).has("Winter round") == isShown, "\(path)\(query)")
            }
        }
        try await world.change { change in
            var typed = TypedGathering()
            (typed.title, typed.date, typed.time) = ("Winter round", "2026-12-15", "12:30")
            (typed.zone, typed.minutes, typed.mode) = ("Europe/London", "60", "online")
            change.details = try? typed.details(at: world.site.now)
        }
        let none = try await world.page("/gatherings?mode=in-person", .member)
        #expect(none.has("No gathering is like that.") && none.has("<details class=\"no-print\" open>"))
        #expect(none.has("href=\"/gatherings\">Show all</a>") && Markup.faults(none.text) == [])
        let month = try await world.page("/gatherings?month=2026-12&mode=online", .member)
        #expect(month.has("href=\"/gatherings?month=2027-01&amp;mode=online\""))
        #expect(month.has("href=\"/gatherings?mode=online\""))
        #expect(month.has("<input type=\"hidden\" name=\"month\" value=\"2026-12\">"))
        // A hidden community is as missing as none.
        _ = try await world.site.community("hiddenhall", visibility: .hidden)
        for query in [
            "month=2026-13", "month=2026-1", "month=x", "month=0001-01", "mode=hybrid", "mode=x", "language=de",
            "community=nosuch", "community=hiddenhall",
        ] { #expect(try await world.page("/gatherings?" + query, .member).status == 404, "\(query)") }
    }
}
