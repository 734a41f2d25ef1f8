import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("A newcomer's first post")
struct HoldingTests {
    @Test("waits where the community says so: its author sees it marked, nobody else does")
    func held() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let post = try await world.post("The avocet word.", by: nora)
        #expect(try await world.state(post) == "held")
        #expect(try await world.places(showing: "avocet", to: world.bob) == [])
        let own = try await world.site.browser(nora)
        #expect(try await own.get("/t/\(world.thread)").text.contains("Other members cannot see this now."))
        #expect(try await own.get("/").text.contains("is waiting for a moderator"))
    }

    @Test("is new to everybody once it is approved, also to those who read on meanwhile")
    func approved() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let bob = try await world.site.browser(world.bob)
        let post = try await world.post("The avocet word for @Bob Baker.", by: nora)
        _ = try await world.post("A later one.", by: world.ann)
        _ = try await bob.get("/t/\(world.thread)")
        _ = try await bob.post("/caught-up", [], from: "/")
        #expect(try await !bob.get("/").text.contains("A day at work"))
        try await world.resolve(try await world.held(post), .approve, by: world.mo)
        let home = try await bob.get("/").text
        #expect(home.contains("A day at work</a></h3>") && home.contains(">1\u{A0}new</span>"))
        #expect(home.contains("Nora New mentioned you in “A day at work”"))
        #expect(try await world.places(showing: "avocet", to: world.bob).contains("/search?q=avocet"))
        let stored: [String] = try await world.site.all(
            "SELECT j.event FROM post p JOIN journal j ON j.id = p.journal WHERE p.id = \(post)"
        )
        #expect(stored == ["published"])
        #expect(try await world.state(try await world.post("The second.", by: nora)) == "published")
    }

    @Test("that begins a thread leaves the thread to its author alone until it is approved")
    func thread() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let post = try await world.post("phalarope", by: nora, in: world.commons)
        let thread: ThreadID = try await world.site.value("SELECT threadId FROM post WHERE id = \(post)")
        #expect(try await world.places(showing: "phalarope", to: world.bob) == [])
        #expect(try await world.site.browser(world.bob).get("/t/\(thread)").status == 404)
        #expect(try await world.site.browser(nora).get("/t/\(thread)").text.contains("phalarope"))
        try await world.resolve(try await world.held(post), .approve, by: world.mo)
        #expect(try await world.site.browser(world.bob).get("/t/\(thread)").status == 200)
        #expect(try await world.places(showing: "phalarope", to: world.bob).contains("/c/nursing"))
    }

    @Test(
        "is never held for those whom an administrator added, nor for anyone who looks after the place or did by a manager's choice"
    )
    func vouched() async throws {
        let world = try await TriageWorld(heldPosts: 3)
        #expect(try await world.state(try await world.post("By Bob.", by: world.bob)) == "published")
        let nora = try await world.site.newcomer("Nora New", world.community)
        #expect(try await world.state(try await world.post("By Nora, too soon.", by: nora)) == "held")
        for role in ["facilitator", "member"] {
            _ = try await world.site.browser(world.max).post(
                "/c/nursing/members/\(nora)",
                [("role", role), ("standing", "active")],
                from: "/communities"
            )
        }
        #expect(try await world.state(try await world.post("By Nora.", by: nora)) == "published")
        let fred = try await world.site.newcomer("Fred Facilitator", world.community)
        try await world.site.join(fred, world.community, as: .facilitator)
        #expect(try await world.state(try await world.post("By Fred.", by: fred)) == "published")
    }

    @Test("is held as often as the community says", arguments: 0...3)
    func several(count: Int) async throws {
        let world = try await TriageWorld(heldPosts: count)
        let nora = try await world.site.newcomer("Nora New", world.community)
        for number in 0..<4 {
            let post = try await world.post("Number \(number).", by: nora)
            #expect(try await world.state(post) == (number < count ? "held" : "published"))
            if number < count { try await world.resolve(try await world.held(post), .approve, by: world.mo) }
        }
    }

    @Test("comes back to the queue where its author changes it after it was approved")
    func editedAfterwards() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let post = try await world.post("A quiet word.", by: nora)
        let item = try await world.held(post)
        await #expect(throws: Denial.stale(current: 2, now: "A loud word.")) {
            try await world.actor.edit(post, to: PostText("A loud word."), basedOn: 1, as: world.viewer(nora))
            try await world.resolve(item, .approve, by: world.mo, version: 1)
        }
        try await world.resolve(item, .approve, by: world.mo, version: 2)
        try await world.actor.edit(post, to: PostText("Buy this."), basedOn: 2, as: world.viewer(nora))
        let again = try await world.held(post)
        #expect(again != item)
        try await world.resolve(again, .hide, by: world.mo)
        #expect(try await world.state(post) == "hidden")
    }

    @Test(
        "that is returned leaves everybody's sight, and its text waits in its author's draft with the reason at its place"
    )
    func returned() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let post = try await world.post("The knot word.", by: nora)
        let item = try await world.held(post)
        try await world.resolve(item, .return, by: world.mo, reason: "Please leave the name out.")
        let own = try await world.site.browser(nora).get("/t/\(world.thread)").text
        #expect(own.contains("Please leave the name out.") && own.contains("returned this post to you"))
        let draft: String = try await world.site.value("SELECT body FROM draft WHERE memberId = \(nora)")
        #expect(draft == "The knot word.")
        #expect(try await world.places(showing: "knot", to: world.bob) == [])
        try await world.actor.undo(item, as: world.viewer(world.pri))
        #expect(try await world.site.all("SELECT body FROM draft" as SQL<String>).isEmpty)
        #expect(try await world.state(post) == "held")
    }

    @Test("given back does not lose what its author was writing there")
    func keepsDraft() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let post = try await world.post("The first.", by: nora)
        let draft = try TypedDraft(place: ReplyTarget(world.thread), title: "", body: "The second.", revision: 0)
        _ = try await world.site.env.site.saveDraft(draft, as: world.viewer(nora))
        try await world.resolve(try await world.held(post), .return, by: world.mo)
        let body: String = try await world.site.value("SELECT body FROM draft WHERE memberId = \(nora)")
        #expect(body == "The second.\n\nThe first.")
    }

    @Test("that begins a thread has a page without counts and without a reply form, until it is approved")
    func threadAlone() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community),
            browser = try await world.site.browser(nora)
        let post = try await world.post("phalarope", by: nora, in: world.commons)
        let thread: ThreadID = try await world.site.value("SELECT threadId FROM post WHERE id = \(post)")
        let held = try await browser.get("/t/\(thread)").text
        #expect(held.contains("Other members cannot see this now.</strong> A moderator or facilitator is checking it."))
        #expect(!held.contains("0 posts") && !held.contains("0\u{A0}posts") && !held.contains(" people"))
        #expect(!held.contains("id=\"reply\"") && !held.contains("Write a reply"))
        try await world.resolve(try await world.held(post), .approve, by: world.mo)
        let shown = try await browser.get("/t/\(thread)").text
        #expect(shown.contains("1\u{A0}post, 1\u{A0}person") && shown.contains("id=\"reply\""))
    }

    @Test("names its author in the list, but not to the safeguarding contact, who has not looked")
    func named() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let item = try await world.held(try await world.post("The avocet word.", by: nora))
        #expect(
            try await world.site.browser(world.mo).get("/c/nursing/queue").text.contains(
                "First post: Nora New</button>"
            )
        )
        world.site.pass(.hours(25))
        let con = try await world.site.browser(world.con)
        for path in ["/c/nursing/queue", "/c/nursing/queue/\(item)"] {
            let page = try await con.get(path).text
            #expect(page.contains("First post") && !page.contains("Nora New"), "\(path)")
        }
    }
}
