import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("The steps of a newcomer")
struct WelcomeStepTests {
    @Test("lead from an invitation over its community and the digest to a first hello, and home")
    func whole() async throws {
        let world = try await WelcomeWorld(), link = try await world.invitation()
        let browser = try await world.newcomer(next: link)
        let places = try await browser.get("/welcome/communities?next=\(link)")
        #expect(places.text.contains("<title>Step 2 of 4: Where do you want to take part? – Riverside</title>"))
        #expect(
            places.holds(inOrder: ["value=\"invitation\" checked", "Be silent.", "id=\"agree-invitation\"", "Nursing"])
        )
        #expect(places.text.contains("href=\"/welcome?next=\(link)\"") && places.text.contains("href=\"\(link)\""))
        let fields = [("place", "invitation"), ("agree-invitation", "1"), ("next", link)]
        let joined = try await browser.post("/welcome/communities", fields)
        #expect(joined.status == 303 && joined.location == "/welcome/digest")
        let digest = try await browser.get("/welcome/digest")
        #expect(digest.text.contains("value=\"daily\" checked") && digest.text.contains("value=\"7\" selected"))
        let chosen = [("rhythm", "weekly"), ("hour", "9"), ("timeZone", "America/Halifax")]
        #expect(try await browser.post("/welcome/digest", chosen).location == "/welcome/hello")
        #expect(try await browser.get("/settings/mail").text.contains("at 9:00am"))
        let hello = try #require(try await browser.get("/welcome/hello").location)
        #expect(hello == "/c/hidden/new-thread?group=everyone&occasion=hello&then=/%3Fdone%3Dhello")
        let form = try await browser.get(hello)
        #expect(
            form.text.contains("Step 4 of 4: Say hello") && form.text.contains("value=\"Hello from June Arsenault\"")
        )
        #expect(form.text.contains("Hello, I’m June Arsenault.") && form.text.contains(" can read this."))
        let post = [
            ("title", "Hello from June Arsenault"), ("body", "Good morning."), ("group", "everyone"),
            ("kind", "discussion"), ("occasion", "hello"), ("then", "/?done=hello"), ("key", "k"),
        ]
        let posted = try await browser.post("/c/hidden/new-thread", post, from: hello)
        #expect(posted.status == 303 && posted.location == "/?done=hello")
        let home = try await browser.get("/?done=hello")
        #expect(home.text.contains("You have said hello.") && !home.text.contains(">Introduce yourself<"))
        #expect(home.text.contains("Your next digest comes Monday 23 November at 9:00am"))
    }

    @Test("join nothing while an agreement is not accepted, and keep what was ticked")
    func agreement() async throws {
        let world = try await WelcomeWorld(), link = try await world.invitation()
        let browser = try await world.newcomer(next: link)
        let id = world.nursing, ticked = [("place", "invitation"), ("place", "c\(id)"), ("next", link)]
        let wrong = try await browser.post("/welcome/communities", ticked + [("agree-invitation", "1")])
        #expect(wrong.status == 422 && wrong.text.contains("<a href=\"#agree-c\(id)\">Nursing: Tick the box"))
        #expect(wrong.text.contains("value=\"c\(id)\" checked") && wrong.text.contains("value=\"1\" checked"))
        #expect(wrong.text.contains("name=\"next\" value=\"\(link)\""))
        #expect(
            try await browser.post("/welcome/communities", ticked + [("agree-invitation", "x"), ("agree-c\(id)", "1")])
                .status == 422
        )
        #expect(try await world.site.count("SELECT count(*) FROM newcomer") == 0, "nothing is joined yet")
        // One that has changed since the page was made stops at that place; what came before is joined.
        let old = ticked + [("agree-invitation", "1"), ("agree-c\(id)", "7")]
        #expect(try await browser.post("/welcome/communities", old).status == 422)
        let both = ticked + [("agree-invitation", "1"), ("agree-c\(id)", "1")]
        #expect(try await browser.post("/welcome/communities", both).location == "/welcome/digest")
        #expect(
            try await world.site.count(
                "SELECT count(*) FROM membership m JOIN member a ON a.id = m.memberId WHERE a.name = 'June Arsenault'"
            ) == 2
        )
    }

    @Test("ask where one asks, say so when one comes back, and pass over what is not offered")
    func asking() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        let page = try await browser.get("/welcome/communities")
        #expect(
            page.text.contains("You ask to join, and a community manager replies.") && !page.text.contains("Hidden")
        )
        let forged = [("place", "c2"), ("place", "c\(world.hidden)"), ("place", "invitation"), ("place", "g99")]
        #expect(try await browser.post("/welcome/communities", forged).status == 303)
        #expect(try await world.site.count("SELECT count(*) FROM request") == 1)
        #expect(try await world.site.count("SELECT count(*) FROM membership WHERE communityId = \(world.hidden)") == 1)
        #expect(try await browser.get("/welcome/communities").text.contains("You have asked to join."))
        #expect(
            try await browser.get("/welcome/hello?next=/communities").location == "/communities",
            "there is no place yet"
        )
    }

    @Test("offer first what fits what one does, then what is of one’s region, also without an occupation")
    func regions() async throws {
        let world = try await WelcomeWorld(), site = world.site, browser = try await world.newcomer()
        for (slug, region) in [("alpine", "Bavaria"), ("zonal", "North Wales"), ("hidden", "Wales and hidden")] {
            if slug != "hidden" { _ = try await site.community(slug) }
            _ = try await site.env.site.command { db in
                try db.run("UPDATE community SET region = \(region) WHERE slug = \(slug)")
            }
        }
        let path = "/welcome/communities", name = ("name", "June Arsenault")
        let before = try await browser.get(path)
        #expect(
            before.holds(inOrder: ["Alpine", "Region: Bavaria", "Nursing", "Workers", "Zonal", "Region: North Wales"])
        )
        #expect(
            !before.text.contains("In your region") && before.text.contains("What is in your language comes first.")
        )
        #expect(try await browser.post("/welcome", [name, ("region", " WALES ")]).status == 303)
        let near = try await browser.get(path)
        #expect(
            near.holds(inOrder: [
                "The best fit comes first.", "Zonal", "In your region", "Alpine", "Nursing", "Workers",
            ])
        )
        #expect(!near.text.contains("Fits what you do") && !near.text.contains("Wales and hidden"))
        #expect(
            try await browser.post("/welcome", [name, ("region", "Wales"), ("occupation", "Nurse, nursing")]).status
                == 303
        )
        #expect(
            try await browser.get(path).holds(inOrder: [
                "Nursing", "Fits what you do", "Zonal", "In your region", "Alpine",
            ])
        )
        let id = world.nursing
        _ = try await browser.post(path, [("place", "c\(id)"), ("agree-c\(id)", "1")])
        let hello = try #require(try await browser.get("/welcome/hello").location)
        #expect(try await browser.get(hello).text.contains("What I do: Nurse, nursing. My region: Wales."))
    }

    @Test("offer the groups that members ask to join to those who come back")
    func groups() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        let group = try await world.site.group("circle", in: world.nursing, access: .request)
        #expect(!(try await browser.get("/welcome/communities").text.contains("circle")))
        let id = world.nursing
        _ = try await browser.post("/welcome/communities", [("place", "c\(id)"), ("agree-c\(id)", "1")])
        let page = try await browser.get("/welcome/communities")
        #expect(page.text.contains("value=\"g\(group)\"") && page.text.contains("You are a member of: Nursing."))
        _ = try await browser.post("/welcome/communities", [("place", "g\(group)")])
        #expect(try await world.site.count("SELECT count(*) FROM request WHERE groupId = \(group)") == 1)
    }

    @Test("refuse what is wrong and keep the rest")
    func badInput() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        let good = [("rhythm", "daily"), ("hour", "8"), ("timeZone", "UTC")]
        for (field, value) in [
            ("rhythm", "hourly"), ("rhythm", ""), ("hour", "24"), ("hour", "x"), ("timeZone", "Mars"),
        ] {
            let fields = good.filter { $0.0 != field } + [(field, value), ("next", "/communities")]
            let answer = try await browser.post("/welcome/digest", fields)
            #expect(answer.status == 422 && answer.text.contains("href=\"#\(field)\""), "\(field)=\(value)")
            #expect(answer.text.contains("name=\"next\" value=\"/communities\""))
        }
        let name = [("name", "x@y"), ("occupation", "Nurse")]
        let wrong = try await browser.post("/welcome", name)
        #expect(wrong.status == 422 && wrong.text.contains("value=\"x@y\"") && wrong.text.contains("value=\"Nurse\""))
        for region in [String(repeating: "w", count: 81), "Wa\0les"] {
            let typed = [("name", "June A."), ("occupation", "Nurse"), ("organisation", "Harbour"), ("region", region)]
            let refused = try await browser.post("/welcome", typed + [("next", "/communities")])
            #expect(refused.status == 422 && refused.text.contains("id=\"region-error\""))
            for kept in ["Nurse", "Harbour", "June A.", "/communities"] {
                #expect(refused.text.contains("value=\"\(kept)\""), "\(kept)")
            }
        }
        #expect(try await world.site.count("SELECT count(*) FROM profile") == 0)
        let right = [("name", "June A."), ("occupation", "Nurse"), ("organisation", ""), ("next", "//evil.example")]
        #expect(try await browser.post("/welcome", right).location == "/welcome/communities")
        #expect(try await browser.get("/welcome").text.contains("value=\"June A.\""))
    }

    @Test(
        "are for members alone, and keep their address while one signs in",
        arguments: ["", "/communities", "/digest", "/hello"]
    )
    func visitors(step: String) async throws {
        let world = try await WelcomeWorld()
        let answer = try await Browser(world.site).get("/welcome\(step)?next=/t/1")
        #expect(answer.status == 303 && answer.location?.hasPrefix("/sign-in?next=/welcome\(step)") == true)
        if step != "/hello" {
            #expect(try await Browser(world.site).post("/welcome\(step)", [], from: "/sign-in").status >= 401)
        }
    }

    @Test("speak French, and write the first hello in it")
    func french() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        let settings = [
            ("name", "June Arsenault"), ("language", "fr"), ("timeZone", "UTC"), ("occupation", "infirmière"),
        ]
        _ = try await browser.post("/settings", settings)
        let page = try await browser.get("/welcome/communities")
        #expect(page.text.contains("Étape 2 sur 4\u{A0}: Où voulez-vous participer?"))
        _ = try await browser.post(
            "/welcome/communities",
            [("place", "c\(world.nursing)"), ("agree-c\(world.nursing)", "1")]
        )
        let hello = try #require(try await browser.get("/welcome/hello").location)
        #expect(
            try await browser.get(hello).text.contains(
                "Bonjour! Je m’appelle June Arsenault. Mon métier\u{A0}: infirmière."
            )
        )
    }

    @Test("keep a text that was refused, and where it leads afterwards")
    func refusedHello() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        _ = try await browser.post(
            "/welcome/communities",
            [("place", "c\(world.nursing)"), ("agree-c\(world.nursing)", "1")]
        )
        let hello = try #require(try await browser.get("/welcome/hello?next=/communities").location)
        let post = [
            ("title", "Hi"), ("body", "Good morning."), ("group", "everyone"), ("kind", "discussion"),
            ("occasion", "hello"), ("then", "/communities"), ("place", "group:nursing/everyone"),
        ]
        let wrong = try await browser.post("/c/nursing/new-thread", post, from: hello)
        #expect(wrong.status == 422 && wrong.text.contains("Step 4 of 4") && wrong.hidden("then") == "/communities")
        let preview = try await browser.post(
            "/preview",
            post.map { $0.0 == "title" ? ($0.0, "Hello there") : $0 },
            from: hello
        )
        #expect(
            preview.status == 200 && preview.hidden("occasion") == "hello" && preview.text.contains("Skip this step")
        )
        let evil = post.map { $0.0 == "title" ? ($0.0, "Hello there") : $0.0 == "then" ? ($0.0, "//evil.example") : $0 }
        #expect(try await browser.post("/c/nursing/new-thread", evil, from: hello).location == "/")
    }
}
