import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
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
        #expect(try await member.get("/c/nursing").text.contains("/c/nursing/g/circle\" lang=\"fr\">"))
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

    @Test("marks titles and texts in lists, at home, among what is new, in a search and in a history")
    func inLists() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member]), site = world.site
        let circle = try await site.group("cercle", in: world.community)
        let author = try world.member(.manager)
        let thread = try await site.thread("Bonjour phare", "Ça va.", in: circle, of: world.community, by: author)
        let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
        site.pass(.hours(1))
        try await site.env.communities[world.community].edit(
            post,
            to: try PostText("Ça va très bien."),
            basedOn: 1,
            as: Viewer(member: author)
        )
        _ = try await site.env.site.command { db in
            try db.run("UPDATE \"group\" SET language = 'fr' WHERE id = \(circle)")
        }
        let member = try await world.browser(.member)
        for path in ["/", "/c/nursing", "/c/nursing/g/cercle", "/search?q=phare"] {
            #expect(try await member.get(path).text.contains("<h3 dir=\"auto\" lang=\"fr\">"), "\(path)")
        }
        #expect(try await member.get("/search?q=phare").text.contains("<p class=\"excerpt\" dir=\"auto\" lang=\"fr\">"))
        let new = try await member.get("/new").text
        #expect(new.contains("class=\"head-link\" dir=\"auto\" lang=\"fr\""))
        let history = try await member.get("/p/\(post)/history").text
        for text in [new, history] { #expect(text.contains("<div class=\"prose\" dir=\"auto\" lang=\"fr\">")) }
        #expect(history.contains("<ins><span class=\"vh\" lang=\"en\">"))
        let speaking = [("name", "Member Person"), ("language", "fr"), ("timeZone", "UTC")]
        #expect(try await member.post("/settings", speaking, from: "/settings").status == 303)
        for path in ["/", "/c/nursing", "/new", "/search?q=phare", "/p/\(post)/history"] {
            let text = try await member.get(path).text
            #expect(text.matches(of: /lang="fr"/).count == 1, "only the page's own: \(path)")
        }
    }
}
