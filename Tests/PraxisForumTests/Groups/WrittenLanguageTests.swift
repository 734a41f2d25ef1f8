import PraxisDomain
import PraxisForum
import PraxisTesting
import Testing

@Suite("The language of a place")
struct WrittenLanguageTests {
    @Test("of a group is set with its settings, and marks what is written there for readers of another")
    func ofAGroup() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member])
        let circle = try await world.site.group("circle", in: world.community)
        let thread = try await world.site.thread(
            "Bonjour",
            "Ça va.",
            in: circle,
            of: world.community,
            by: world.member(.member)
        )
        let member = try await world.browser(.member), manager = try await world.browser(.manager)
        #expect(try await member.get("/t/\(thread)").text.contains("lang=\"fr\"") == false)
        let fields = [
            ("name", "Cercle"), ("purpose", "En français."), ("kind", "topic"), ("access", "open"), ("editDays", "30"),
            ("listed", "yes"), ("version", "1"),
        ]
        let path = "/c/nursing/g/circle/settings"
        #expect(try await manager.get(path).text.contains("name=\"language\" value=\"en\" checked"))
        #expect(try await manager.post(path, fields + [("language", "de")], from: path).status == 422)
        #expect(try await manager.post(path, fields + [("language", "fr")], from: path).status == 303)
        #expect(try await manager.get(path).text.contains("name=\"language\" value=\"fr\" checked"))
        let page = try await member.get("/t/\(thread)").text
        #expect(page.contains("<h1 dir=\"auto\" lang=\"fr\">Bonjour</h1>"))
        #expect(page.contains("<div class=\"prose\" dir=\"auto\" lang=\"fr\">"))
        #expect(try await member.get("/c/nursing/g/circle").text.contains("<p lang=\"fr\">En français.</p>"))
        #expect(try await member.get("/c/nursing").text.contains("<p lang=\"fr\">En français.</p>"))
        let speaking = [("name", "Member Person"), ("language", "fr"), ("timeZone", "UTC")]
        #expect(try await member.post("/settings", speaking, from: "/settings").status == 303)
        let own = try await member.get("/t/\(thread)").text
        #expect(own.contains("<h1 dir=\"auto\">Bonjour</h1>") && own.contains("<div class=\"prose\" dir=\"auto\">"))
        let kept = [("name", "Cercle"), ("kind", "topic"), ("access", "open"), ("editDays", "30"), ("version", "2")]
        #expect(try await manager.post(path, kept + [("listed", "yes")], from: path).status == 303)
        #expect(
            try await manager.get(path).text.contains("name=\"language\" value=\"fr\" checked"),
            "not named, not changed"
        )
    }

    @Test("of a community marks its concern and its agreement, also for those who are asked to accept it")
    func ofACommunity() async throws {
        let world = try await CommunityWorld(agreement: "Soyez bons.", personas: [.manager, .stranger])
        let settings = [
            ("name", "Nursing"), ("domain", "Nos soins."), ("visibility", "members"), ("joining", "request"),
            ("language", "fr"),
            ("agreement", "Soyez bons."), ("version", "1"),
        ]
        #expect(try await world.post("/c/nursing/settings", settings, as: .manager).status == 303)
        let stranger = try await world.browser(.stranger)
        #expect(try await stranger.get("/c/nursing").text.contains("<span lang=\"fr\">Nos soins.</span>"))
        let token = try await world.invitation()
        for path in ["/c/nursing/about", "/c/nursing/join", "/c/nursing/agreement", "/i/" + token] {
            let text = try await stranger.get(path).text
            #expect(text.contains("<div class=\"prose\" dir=\"auto\" lang=\"fr\"><p>Soyez bons."), "\(path)")
        }
        #expect(try await stranger.get("/communities").text.contains("<p lang=\"fr\">Nos soins.</p>"))
        let english = try await stranger.get("/c/nursing", headers: [("Accept-Language", "fr")])
        #expect(english.text.contains("<html lang=\"en\">"), "a member reads in their own language")
        let visitor = try await world.browser(.visitor).get("/c/nursing", headers: [("Accept-Language", "fr")]).text
        #expect(visitor.contains("<span>Nos soins.</span>"))
    }
}
