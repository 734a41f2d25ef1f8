import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisTesting
import Testing

@Suite("The calendar file of a gathering")
struct CalendarFileTests {
    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("says when, where and under which number, in lines of at most 75 octets")
    func whole() async throws {
        let world = try await GatheringWorld {
            $0.title = "Hérons, grèbes; et \\ le reste de tout ce qui vole au-dessus de l’eau en hiver 🪶🪶🪶🪶🪶"
        }
        let answer = try await world.page("/t/\(world.gathering).ics", .member)
        #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(answer.text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(answer.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(!answer.text.replacing("\r\n", with: "").contains("\n"))
        let lines = lines(answer.text)
        #expect(
            lines.contains("UID:gathering-\(world.gathering)@127.0.0.1:8080")
                || lines.contains { $0.hasPrefix("UID:gathering-\(world.gathering)@") }
        )
        for line in [
            "SEQUENCE:0", "DTSTART:20261215T123000Z", "DTEND:20261215T133000Z", "STATUS:CONFIRMED",
            "LOCATION:Hall 3\\; first door\\, left", "DTSTAMP:20261121T090000Z",
            "SUMMARY:Hérons\\, grèbes\\; et \\\\ le reste de tout ce qui vole au-dessus de l’eau en hiver 🪶🪶🪶🪶🪶",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    @Test("keeps its UID and counts up with every change, a new title from the discussion's own page included")
    func sequence() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let path = "/t/\(world.gathering)"
        func line(_ name: String) async throws -> String? {
            lines(try await browser.get(path + ".ics").text).first { $0.hasPrefix(name + ":") }
        }
        let uid = try await line("UID")
        _ = try await browser.post(path + "/title", [("title", "Winter circle"), ("version", "1")])
        #expect(try await line("SEQUENCE") == "SEQUENCE:1")
        #expect(try await line("SUMMARY") == "SUMMARY:Winter circle")
        _ = try await browser.post(path + "/gathering/cancel", [], from: path)
        #expect(try await line("SEQUENCE") == "SEQUENCE:2")
        #expect(try await line("STATUS") == "STATUS:CANCELLED")
        #expect(try await line("UID") == uid)
    }

    @Test("of a confidential group has the neutral name alone")
    func confidential() async throws {
        let world = try await GatheringWorld(), people = world.people
        let circle = try await people.griefCircle()
        let id = try await world.site.env.communities[people.community].planGathering(
            world.site.gathering(
                "Grief and after",
                joinLink: "https://meet.example/x",
                place: "Room 7",
                purpose: "Heavy."
            ),
            in: circle,
            as: people.viewer(.facilitator)
        )
        let text = try await world.page("/t/\(id).ics", .facilitator).text
        #expect(text.contains("SUMMARY:one of your groups\r\n") && text.contains("DTSTART:20261215T123000Z"))
        for word in ["Grief", "grief", "Room 7", "meet.example", "Heavy", "LOCATION", "URL"] {
            #expect(!text.contains(word))
        }
        #expect(try await world.page("/t/\(id).ics", .manager).status == 404)
        #expect(!(try await world.page("/gatherings", .manager)).has("Grief"))
        #expect(try await world.page("/gatherings", .facilitator).has("Grief"))
    }
}
