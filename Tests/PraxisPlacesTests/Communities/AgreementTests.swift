import PraxisDomain
import PraxisTesting
import Testing

@Suite("The agreement")
struct AgreementTests {
    static let question = "We have updated our agreement."

    func settings(_ agreement: String, version: Int) -> [(String, String)] {
        [
            ("name", "Nursing"), ("domain", "How we practise."), ("visibility", "members"), ("joining", "open"),
            ("language", "en"), ("agreement", agreement), ("version", String(version)),
        ]
    }

    @Test("asks again for 30 days when it changes, and locks nobody out", arguments: ["Be kind.", ""])
    func asksAgain(first: String) async throws {
        let world = try await CommunityWorld(agreement: first, personas: [.member, .manager, .stranger])
        let commons = try await world.site.commons(of: world.community)
        #expect(try await world.browser(.member).get("/c/nursing").text.contains(Self.question) == false)
        #expect(
            try await world.post("/c/nursing/settings", settings("Be *very* kind.", version: 1), as: .manager).status
                == 303
        )
        let page = try await world.browser(.member).get("/c/nursing").text
        #expect(page.contains(Self.question) && page.contains("Start a discussion"))
        #expect(try await world.browser(.member).get("/c/nursing/g/everyone").text.contains(Self.question))
        _ = try await world.site.thread("Still writing", in: commons, of: world.community, by: world.member(.member))
        #expect(try await world.browser(.stranger).get("/c/nursing").text.contains(Self.question) == false)
        world.site.pass(.days(29))
        #expect(try await world.browser(.member).get("/c/nursing").text.contains(Self.question))
        world.site.pass(.days(2))
        #expect(try await world.browser(.member).get("/c/nursing").text.contains(Self.question) == false)
    }

    @Test("is accepted by a button, and only as it is now")
    func isAccepted() async throws {
        let world = try await CommunityWorld(agreement: "Be kind.", personas: [.member, .manager, .stranger])
        _ = try await world.post("/c/nursing/settings", settings("Be <b>kinder</b>.", version: 1), as: .manager)
        #expect(try await world.post("/c/nursing/agreement", [("agreement", "1")], as: .member).status == 422)
        #expect(try await world.post("/c/nursing/agreement", [("agreement", "2")], as: .stranger).status == 403)
        #expect(try await world.post("/c/nursing/agreement", [("agreement", "2")], as: .member).status == 303)
        #expect(try await world.browser(.member).get("/c/nursing").text.contains(Self.question) == false)
        let text = try await world.browser(.stranger).get("/c/nursing/agreement").text
        #expect(text.contains("Be kind.") && text.contains("Be &lt;b&gt;kinder") && text.contains("Version 2"))
    }

    @Test("is called so once on its own page, where each version has its date for a heading")
    func headings() async throws {
        let world = try await CommunityWorld(agreement: "Be kind.", personas: [.manager, .stranger])
        _ = try await world.post("/c/nursing/settings", settings("Be kinder.", version: 1), as: .manager)
        let own = try await world.browser(.stranger).get("/c/nursing/agreement").text
        #expect(own.contains("Our agreement</h1>") && !own.contains("<h2>Our agreement"))
        #expect(own.contains("<h2>Version 2, ") && own.contains("<h2>Version 1, "))
        #expect(try await world.browser(.stranger).get("/c/nursing/join").text.contains("<h2>Our agreement</h2>"))
    }

    @Test("is the one in force when they asked, for those whose request is accepted later")
    func isTheOneAskedWith() async throws {
        let world = try await CommunityWorld(agreement: "Be kind.", personas: [.manager, .stranger])
        _ = try await world.post("/c/nursing/join", [("agreement", "1")], as: .stranger)
        world.site.pass(.minutes(1))
        _ = try await world.post("/c/nursing/settings", settings("Be kinder.", version: 1), as: .manager)
        _ = try await world.post("/requests/1/accept", [], as: .manager)
        #expect(try await world.browser(.stranger).get("/c/nursing").text.contains(Self.question))
    }

    @Test("can be taken back and written anew")
    func isTakenBack() async throws {
        let world = try await CommunityWorld(agreement: "Be kind.", personas: [.manager, .stranger])
        _ = try await world.post("/c/nursing/settings", settings("", version: 1), as: .manager)
        #expect(try await world.browser(.stranger).get("/c/nursing/about").text.contains("has no agreement"))
        #expect(try await world.post("/c/nursing/settings", settings("Anew.", version: 2), as: .manager).status == 303)
        #expect(try await world.browser(.stranger).get("/c/nursing/about").text.contains("Version 2"))
    }
}

@Suite("The settings of a community")
struct CommunitySettingsTests {
    @Test("answer 409 with what is there now when somebody else saved meanwhile")
    func conflict() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let agreements = AgreementTests()
        _ = try await world.post("/c/nursing/settings", agreements.settings("First text", version: 1), as: .manager)
        let late = try await world.post(
            "/c/nursing/settings",
            agreements.settings("Second text", version: 1),
            as: .manager
        )
        #expect(late.status == 409)
        #expect(late.text.contains("First text") && late.text.contains("Second text"))
        #expect(late.text.contains("name=\"version\" value=\"2\""))
        #expect(try await world.browser(.manager).get("/c/nursing/settings").text.contains("Second text") == false)
    }

    @Test("publish nothing that was written before when they open a community")
    func openingPublishesNothing() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .visitor])
        let commons = try await world.site.commons(of: world.community)
        _ = try await world.site.thread("Said among us", in: commons, of: world.community, by: world.member(.member))
        var fields = AgreementTests().settings("", version: 1)
        fields[2] = ("visibility", "public")
        _ = try await world.post("/c/nursing/settings", fields, as: .manager)
        #expect(try await world.browser(.visitor).get("/c/nursing").text.contains("Said among us") == false)
        #expect(try await world.browser(.member).get("/c/nursing").text.contains("Said among us"))
    }

    @Test("are refused to everyone but managers", arguments: Persona.allCases.filter { $0 != .manager })
    func refused(persona: Persona) async throws {
        let world = try await CommunityWorld()
        let answer = try await world.post(
            "/c/nursing/settings",
            AgreementTests().settings("Mine", version: 1),
            as: persona
        )
        #expect(answer.status == (persona == .visitor ? 401 : 403))
        #expect(try await world.browser(.manager).get("/c/nursing/about").text.contains("Mine") == false)
    }
}
