import HTTPTypes
import PraxisDomain
import PraxisTesting
import Testing

@Suite("A hidden community")
struct CommunityExistenceTests {
    static let pages = [
        "", "/about", "/agreement", "/join", "/leave", "/members", "/settings", "/groups/new", "/g/everyone",
    ]
    static let forms = [
        "/join", "/leave", "/agreement", "/members/1", "/invitations", "/settings", "/groups/new", "/g/everyone/join",
    ]

    @Test("answers anyone who does not belong as a missing one does, byte for byte", arguments: Persona.without)
    func answersAsMissing(persona: Persona) async throws {
        let world = try await CommunityWorld(visibility: .hidden, joining: .open)
        let browser = try await world.browser(persona)
        for page in Self.pages {
            let hidden = try await browser.get("/c/nursing" + page)
            let missing = try await browser.get("/c/nothing" + page)
            #expect(hidden.status == missing.status && hidden.status != 200)
            #expect(hidden.text.replacing("nursing", with: "nothing") == missing.text, "\(page)")
        }
        let token = try await browser.token(on: persona == .visitor ? "/c/nothing" : "/communities")
        for form in Self.forms {
            let hidden = try await browser.post("/c/nursing" + form, [("note", "x")], token: token)
            let missing = try await browser.post("/c/nothing" + form, [("note", "x")], token: token)
            #expect(hidden.status == missing.status && hidden.status >= 400)
            #expect(hidden.text.replacing("nursing", with: "nothing") == missing.text, "\(form)")
        }
    }

    @Test("answers so through the API, too", arguments: Persona.without)
    func answersTheAPI(persona: Persona) async throws {
        let world = try await CommunityWorld(visibility: .hidden, joining: .open)
        let routes: [(HTTPRequest.Method, String)] = [
            (.get, ""), (.get, "/groups"), (.get, "/groups/everyone"), (.get, "/requests"), (.post, "/membership"),
            (.delete, "/membership"), (.post, "/groups"), (.post, "/groups/everyone/membership"),
        ]
        for (method, path) in routes {
            let hidden = try await world.api(method, "/communities/nursing" + path, as: persona)
            let missing = try await world.api(method, "/communities/nothing" + path, as: persona)
            #expect(hidden.status == missing.status && hidden.status >= 400, "\(method) \(path)")
        }
        let list = try await world.api(.get, "/communities", as: persona)
        #expect((list.json["items"] as? [[String: Any]])?.contains { $0["slug"] as? String == "nursing" } == false)
    }

    @Test("is joined by a link")
    func isJoinedByALink() async throws {
        let world = try await CommunityWorld(visibility: .hidden, joining: .invite)
        let token = try await world.invitation()
        #expect(try await world.browser(.stranger).get("/i/" + token).status == 200)
        #expect(try await world.post("/i/" + token, [], as: .stranger).location == "/c/nursing?done=joined")
        #expect(try await world.browser(.stranger).get("/c/nursing").status == 200)
    }
}
