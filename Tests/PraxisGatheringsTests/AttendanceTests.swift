import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

/// A date of the world that has begun.
extension GatheringWorld {
    var attend: String { "/t/\(gathering)/attend" }
    var list: String { "/t/\(gathering)/attendance" }

    static func begun(
        visibility: CommunityVisibility = .members,
        ago: Span = .seconds(0),
        ended: Span? = nil
    ) async throws
        -> GatheringWorld
    {
        let world = try await GatheringWorld(visibility: visibility)
        try await world.site.begin(world.gathering, ago, ended: ended)
        return world
    }

    /// As `member 1 60 own 1`: whose, whether present, minutes, way, version.
    func attended() async throws -> [String] {
        try await site.all(
            """
            SELECT p.name || ' ' || a.isPresent || ' ' || a.minutes || ' ' || a.way || ' ' || a.version
            FROM attendance a JOIN member p ON p.id = a.memberId ORDER BY p.name
            """
        )
    }

    /// The code word that a host is shown.
    func codeWord() async throws -> String {
        let text = try await page("/t/\(gathering)", .facilitator).text
        let found = try #require(text.firstMatch(of: /<strong>([a-z]{4}-[a-z]{4})<\/strong>/))
        return String(found.1)
    }

    func tick(
        _ personas: [Persona: Int?],
        shown: [Persona: Int?],
        as host: Persona = .facilitator
    ) async throws
        -> Browser.Answer
    {
        var fields: [(String, String)] = [], text: [String] = []
        for (persona, minutes) in shown {
            text.append("\(try people.member(persona)):\(minutes.map(String.init) ?? "")")
        }
        for (persona, minutes) in personas {
            let member = try people.member(persona)
            if let minutes { fields += [("present", "\(member)"), ("m\(member)", "\(minutes)")] }
        }
        return try await people.post(list, [("shown", text.joined(separator: " "))] + fields, as: host)
    }
}

@Suite("Who was at a date: what members say")
struct AttendanceTests {
    @Test("is asked from its beginning on, of members and guests of the group, and not of a cancelled one")
    func asked() async throws {
        let coming = try await GatheringWorld()
        #expect(!(try await coming.page("/t/\(coming.gathering)", .member)).has("Who was there"))
        let early = try await coming.people.post(coming.attend, [("present", "yes")], as: .member)
        #expect(early.status == 422 && early.has("The gathering has not begun yet"))
        let world = try await GatheringWorld.begun(visibility: .public), path = "/t/\(world.gathering)"
        for persona in Persona.allCases {
            let page = try await world.page(path, persona)
            let may = Persona.within.contains(persona)
            if page.status == 200 {
                #expect(page.has("Who was there") && Markup.faults(page.text) == [], "\(persona)")
                #expect(page.has("action=\"\(world.attend)\"") == may, "\(persona)")
            }
            let form = try await world.page(world.attend, persona)
            #expect((form.status == 200) == may, "\(persona)")
            if may { #expect(Markup.faults(form.text) == [], "\(persona)") }
            let sent = try await world.people.post(world.attend, [("present", "yes")], as: persona)
            #expect((sent.location == path + "?done=attended") == may, "\(persona) \(sent.status)")
        }
        #expect(try await world.attended().count == Persona.within.count)
        #expect(try await world.page(path, .visitor).has("6 people were there."))
        try await world.change { $0.state = .cancelled }
        let gone = try await world.people.post(world.attend, [("present", "no")], as: .member)
        #expect(gone.status == 422 && gone.has("The gathering is cancelled"))
    }

    @Test("is taken back until 30 days after the end, and by the host’s word no more")
    func takenBack() async throws {
        let world = try await GatheringWorld.begun(ago: .hours(2), ended: .hours(1)), people = world.people
        let path = "/t/\(world.gathering)"
        _ = try await people.post(world.attend, [("present", "yes")], as: .member)
        let page = try await world.page(path + "?done=attended", .member)
        #expect(
            page.has("You were there for 60 minutes.") && page.has("I was not there")
                && page.has("You marked this yourself.")
        )
        #expect(try await people.post(world.attend, [("present", "no")], as: .member).status == 303)
        #expect(try await world.attended() == ["Member Person 0 60 own 2"])
        #expect(try await world.page(path + "?done=attended", .member).has("You are not marked as present."))
        _ = try await people.post(world.attend, [("present", "yes")], as: .member)
        #expect(try await world.tick([.member: 60], shown: [.member: 60]).status == 303)
        #expect(try await world.attended() == ["Member Person 1 60 host 4"])
        let refused = try await people.post(world.attend, [("present", "no")], as: .member)
        #expect(refused.status == 422 && refused.has("A facilitator has already said"))
        #expect(!(try await world.page(path, .member)).has("I was not there"))
        world.site.pass(.days(29))
        #expect(try await people.post(world.attend, [("present", "yes")], as: .moderator).status == 303)
        world.site.pass(.days(1))
        let late = try await people.post(world.attend, [("present", "yes")], as: .manager)
        #expect(late.status == 422 && late.has("until 30 days after the gathering"))
        #expect(!(try await world.page(path, .manager)).has("action=\"\(world.attend)\""))
    }

    @Test("is said by the code word, however it is typed, until 24 hours after the end")
    func codeWords() async throws {
        let world = try await GatheringWorld.begun(ago: .hours(2), ended: .hours(1)), people = world.people
        let code = try await world.codeWord()
        let form = try await world.page(world.attend + "?code=\(code)", .member)
        #expect(form.has("value=\"\(code)\"") && form.status == 200)
        #expect(try await world.attended() == [], "to open the address says nothing yet")
        let typed = code.uppercased().replacing("-", with: " ")
        #expect(try await people.post(world.attend, [("word", typed)], as: .member).status == 303)
        #expect(try await world.attended() == ["Member Person 1 60 code 1"])
        #expect(try await world.page("/t/\(world.gathering)", .member).has("You entered the code word."))
        let empty = try await people.post(world.attend, [("word", "")], as: .guest)
        #expect(empty.status == 422 && empty.has("Enter the code word"))
        #expect(try await people.post(world.attend, [("word", code)], as: .stranger).status == 404)
        world.site.pass(.hours(23))
        let over = try await people.post(world.attend, [("word", code)], as: .guest)
        #expect(over.status == 422 && over.has("until 24 hours after the gathering"))
        #expect(!(try await world.page("/t/\(world.gathering)", .facilitator)).has(code))
    }

    @Test("is said by a code word that is shown to hosts alone, is another for each date, and cannot be tried out")
    func guessing() async throws {
        let world = try await GatheringWorld.begun(visibility: .public), people = world.people
        let code = try await world.codeWord(), other = try await GatheringWorld.begun()
        let later = try await world.site.env.communities[people.community].planGathering(
            world.site.gathering("Another round"),
            in: world.commons,
            as: people.viewer(.facilitator)
        )
        try await world.site.begin(later)
        #expect(!(try await world.page("/t/\(later)", .facilitator)).has(code))
        #expect(try await other.codeWord() != code, "of another site")
        for persona in Persona.allCases where persona != .facilitator {
            for path in ["/t/\(world.gathering)", world.attend, "/gatherings", "/c/nursing/gatherings", world.list] {
                #expect(!(try await world.page(path, persona)).has(code), "\(persona) \(path)")
            }
        }
    }

    @Test("takes 5 wrong code words in 10 minutes from each member, and no more, until they have waited")
    func tooMany() async throws {
        let site = try TestSite(limits: true), nursing = try await site.community("nursing")
        let host = try await site.member("Hana Host"), member = try await site.member("Mo Member")
        let commons = try await site.commons(of: nursing)
        for person in [host, member] { try await site.join(person, nursing) }
        try await site.join(host, group: commons, of: nursing, as: .facilitator)
        let date = try await site.env.communities[nursing].planGathering(
            site.gathering("A round"),
            in: commons,
            as: Viewer(member: host)
        )
        try await site.begin(date)
        let shown = try await site.browser(host).get("/t/\(date)").text
        let code = String(try #require(shown.firstMatch(of: /<strong>([a-z]{4}-[a-z]{4})<\/strong>/)).1)
        let browser = try await site.browser(member), token = try await browser.token(on: "/settings")
        func send(_ word: String) async throws -> Browser.Answer {
            try await browser.post("/t/\(date)/attend", [("word", word)], token: token)
        }
        for _ in 1...5 {
            let wrong = try await send("bako-temi")
            #expect(wrong.status == 422 && wrong.has("This is not the code word") && wrong.has("value=\"bako-temi\""))
        }
        #expect(try await send(code).status == 429)
        site.pass(.minutes(21))
        #expect(try await send(code).status == 303)
    }

    @Test("is read and said by programs: the host all, members their own, everyone else the number")
    func api() async throws {
        let world = try await GatheringWorld.begun(visibility: .public), people = world.people
        let path = "/gatherings/\(world.gathering)/attendance", member = try people.member(.member)
        let said = try await people.api(.put, path, "{\"present\": true}", as: .member)
        #expect(said.status == 200 && said.json["present"] as? Int == 1 && said.json["people"] == nil)
        #expect((said.json["mine"] as? [String: Any])?["way"] as? String == "own")
        let wrong = try await people.api(.put, path, "{\"present\": true, \"code\": \"bako-temi\"}", as: .guest)
        #expect(wrong.status == 422)
        let code = "{\"present\": true, \"code\": \"\(try await world.codeWord())\"}"
        #expect(try await people.api(.put, path, code, as: .guest).json["present"] as? Int == 2)
        let one = path + "/\(member)"
        let marked = try await people.api(.put, one, "{\"present\": true, \"minutes\": 30}", as: .facilitator)
        #expect(marked.status == 200 && marked.json["minutes"] as? Int == 30 && marked.json["way"] as? String == "host")
        #expect(try await people.api(.put, one, "{\"present\": true}", as: .member).status == 403)
        #expect(try await people.api(.put, one, "{\"present\": true, \"minutes\": 0}", as: .facilitator).status == 422)
        let stranger = path + "/\(try people.member(.stranger))", nobody = path + "/99999"
        #expect(try await people.api(.put, stranger, "{\"present\": true}", as: .facilitator).status == 404)
        #expect(try await people.api(.put, nobody, "{\"present\": true}", as: .facilitator).status == 404)
        let all = try await people.api(.get, path, as: .facilitator).json["people"] as? [[String: Any]]
        #expect(all?.count == 2)
        let visitor = try await Browser(world.site).get("/api/v1" + path)
        #expect(visitor.has("\"present\":2") && visitor.has("\"mine\":null") && !visitor.has("people"))
        #expect(try await people.api(.get, "/gatherings/999/attendance", as: .member).status == 404)
    }
}
