import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

extension GatheringWorld {
    fileprivate var path: String { "/t/\(gathering)" }

    fileprivate func ask(_ text: String, _ persona: Persona = .member) async throws -> Browser.Answer {
        try await people.post(path + "/questions", [("body", text), ("revision", "0"), ("key", "")], as: persona)
    }

    /// The post of a question that somebody has asked.
    fileprivate func asked(_ text: String, _ persona: Persona = .member) async throws -> PostID {
        #expect(try await ask(text, persona).status == 303)
        return try await site.value("SELECT id FROM post WHERE role = 'question' ORDER BY number DESC LIMIT 1")
    }

    fileprivate func want(
        _ post: PostID,
        _ persona: Persona = .moderator,
        part: String = "wanted"
    ) async throws -> Browser.Answer {
        try await people.post("/p/\(post)/\(part)", [], as: persona)
    }

    fileprivate func votes() async throws -> Int {
        try await site.value("SELECT count(*) FROM questionVote" as SQL<Int>)
    }

    fileprivate func told(_ event: String) async throws -> Int {
        try await site.value("SELECT count(*) FROM journal WHERE event = \(event)" as SQL<Int>)
    }
}

@Suite("A question for a date")
struct QuestionTests {
    @Test("is asked beforehand by everyone who can post there, and read by everyone who reads the date")
    func asking() async throws {
        let world = try await GatheringWorld(visibility: .public)
        let may: [Persona] = [.member, .guest, .facilitator, .moderator, .manager]
        #expect(try await !world.page(world.path, .visitor).has("questions-h"))
        #expect(try await world.page(world.path, .guest).has("No one has asked a question yet."))
        for persona in Persona.allCases {
            let form = try await world.page(world.path + "/questions", persona)
            #expect((form.status == 200) == may.contains(persona), "\(persona)")
            if form.status == 200 {
                #expect(form.has("value=\"question:\(world.gathering)\"") && form.has("and no names."))
                #expect(Markup.faults(form.text) == [])
            }
            let sent = try await world.ask("How do \(persona) count **herons**?", persona)
            #expect(
                (sent.location?.hasPrefix(world.path + "?done=posted") == true) == may.contains(persona),
                "\(persona)"
            )
        }
        let roles: [String] = try await world.site.all("SELECT role FROM post ORDER BY number")
        #expect(roles == ["purpose"] + may.map { _ in "question" })
        for persona in Persona.allCases {
            let page = try await world.page(world.path, persona)
            if page.status != 200 { continue }
            #expect(page.has("How do guest count herons?</a>") && page.has("id=\"questions-h\""), "\(persona)")
            #expect(page.has("class=\"tag\">Question for the meeting<"), "\(persona)")
            #expect(page.has("href=\"\(world.path)/questions\"") == may.contains(persona), "\(persona)")
            // Each sees a button at the questions of others.
            let buttons = may.contains(persona) ? may.count - 1 : 0
            #expect(page.count("I want to know this too") == buttons, "\(persona)")
            #expect(Markup.faults(page.text) == [], "\(persona)")
        }
    }

    @Test("is wanted by one press of each member, which is taken back likewise: a hundred at once are one")
    func wanting() async throws {
        let world = try await GatheringWorld(), post = try await world.asked("Where do they nest?")
        for _ in 1...2 {
            let answer = try await world.want(post)
            #expect(answer.status == 303 && answer.location == world.path + "#questions-h")
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            let actor = world.site.env.communities[world.people.community], viewer = try world.people.viewer(.manager)
            for _ in 1...100 { group.addTask { try await actor.wantAnswer(to: post, as: viewer) } }
            try await group.waitForAll()
        }
        #expect(try await world.votes() == 2)
        #expect(try await world.told("question-wanted") == 2)
        let page = try await world.page(world.path, .moderator)
        #expect(page.has("2 other people want to know this") && page.has("action=\"/p/\(post)/unwanted\""))
        #expect(page.has("aria-pressed=\"true\">I want to know this too"))
        let card = page.text.split(separator: "questions-h").last?.split(separator: "</section>").first ?? ""
        for name in ["Moderator Person", "Manager Person"] { #expect(!card.contains(name), "the count alone is shown") }
        for _ in 1...2 { #expect(try await world.want(post, part: "unwanted").status == 303) }
        #expect(try await world.votes() == 1)
        #expect(try await world.told("question-unwanted") == 1)
        let after = try await world.page(world.path, .moderator)
        #expect(after.has("1 other person wants to know this") && after.has("action=\"/p/\(post)/wanted\""))
        #expect(try await world.page(world.path, .facilitator).has("1 other person wants to know this"))
    }

    @Test("is wanted by those who can post there, and not by the one who asked it")
    func roles() async throws {
        let world = try await GatheringWorld(visibility: .public), post = try await world.asked("Where do they nest?")
        let own = try await world.want(post, .member)
        #expect(own.status == 422 && own.has("This is your own post"))
        for persona in Persona.allCases where persona != .member {
            let answer = try await world.want(post, persona)
            #expect(
                (answer.status == 303 && answer.location?.hasPrefix(world.path) == true)
                    == [.guest, .facilitator, .moderator, .manager].contains(persona),
                "\(persona)"
            )
        }
        #expect(try await world.votes() == 4)
        let visitor = try await world.page(world.path, .visitor)
        #expect(visitor.has("4 other people want to know this") && !visitor.has("I want to know this too"))
        let purpose: PostID = try await world.site.value("SELECT id FROM post WHERE role = 'purpose'")
        #expect(try await world.want(purpose).status == 404, "what is no question")
        // Who may not write any more can take back what they said.
        try await world.site.join(world.people.member(.moderator), world.people.community, standing: .silenced)
        #expect(try await world.page(world.path, .moderator).has("/p/\(post)/unwanted"))
        #expect(try await world.want(post, .moderator, part: "unwanted").status == 303)
        #expect(try await world.want(post, .moderator).status == 403)
        #expect(try await world.votes() == 3)
    }

    @Test("stands before those that fewer want, and of those alike the oldest is first; many are folded")
    func order() async throws {
        let world = try await GatheringWorld()
        let first = try await world.asked("Alpha?"), second = try await world.asked("Beta?", .manager)
        let third = try await world.asked("Gamma?", .facilitator)
        let inOrder = { (texts: [String]) in
            try await world.page(world.path, .moderator).holds(inOrder: ["questions-h"] + texts.map { "\">\($0)</a>" })
        }
        #expect(try await inOrder(["Alpha?", "Beta?", "Gamma?"]))
        _ = try await world.want(third)
        _ = try await world.want(second)
        #expect(try await inOrder(["Beta?", "Gamma?", "Alpha?"]))
        _ = try await world.want(third, .guest)
        #expect(try await inOrder(["Gamma?", "Beta?", "Alpha?"]))
        #expect(first < second)
        for number in 1...6 { _ = try await world.asked("Number \(number)?") }
        let page = try await world.page(world.path, .member)
        #expect(page.holds(inOrder: ["Number 5?</a>", "<summary>1 more question</summary>", "Number 6?</a>"]))
        #expect(Markup.faults(page.text) == [])
    }

    @Test("is neither asked nor wanted once the date is over or does not take place, which is said")
    func over() async throws {
        let world = try await GatheringWorld(), post = try await world.asked("Where do they nest?")
        _ = try await world.want(post)
        try await world.change { $0.state = .cancelled }
        let cancelled = try await world.ask("And when?")
        #expect(
            cancelled.status == 422 && cancelled.has("The gathering is cancelled")
                && cancelled.has("And when?</textarea>")
        )
        #expect(try await world.want(post, .manager).status == 409)
        try await world.change { $0.state = .planned }
        world.site.pass(.days(60))
        let late = try await world.ask("And when?")
        #expect(late.status == 422 && late.has("The gathering is over") && late.has("And when?</textarea>"))
        let vote = try await world.want(post, .manager)
        #expect(
            vote.status == 409 && vote.has("You can say which questions you want answered until the gathering is over")
        )
        #expect(try await world.want(post, part: "unwanted").status == 409)
        let page = try await world.page(world.path, .moderator)
        #expect(page.has("1 other person wants to know this") && page.has("Where do they nest?</a>"))
        #expect(!page.has("I want to know this too") && !page.has(world.path + "/questions"))
        #expect(try await world.votes() == 1)
    }

    @Test(
        "that is hidden, held or withdrawn is no question to anyone else, and takes no votes",
        arguments: ["held", "hidden", "withdrawn"]
    )
    func gone(state: String) async throws {
        let world = try await GatheringWorld(), post = try await world.asked("Where do they nest?")
        _ = try await world.want(post)
        if state == "withdrawn" {
            #expect(try await world.people.post("/p/\(post)/withdraw", [], as: .member).status == 303)
        } else {
            let now: PostState = state == "held" ? .held : .hidden
            try await world.site.write { db in
                let place = Place(community: world.people.community)
                try db.moderate(post, to: now, by: Permit.system(in: place).mandate)
            }
        }
        for persona in [Persona.guest, .manager, .facilitator] {
            #expect(try await world.page(world.path, persona).has("No one has asked a question yet."), "\(persona)")
            #expect(try await world.want(post, persona).status == 404, "\(persona)")
        }
        let list = try await world.people.api(.get, "/gatherings/\(world.gathering)/questions", as: .guest)
        #expect((list.json["items"] as? [Any])?.isEmpty == true)
        let own = try await world.people.api(.get, "/gatherings/\(world.gathering)/questions", as: .member)
        #expect((own.json["items"] as? [Any])?.count == (state == "held" ? 1 : 0), "their own, while it is held")
        if state == "withdrawn" {
            world.site.pass(.minutes(11))
            for tick in Forum.capabilities.ticks where ["withdrawals", "purges"].contains(tick.name) {
                try await tick.run(world.site.env)
            }
            #expect(try await world.votes() == 0)
        }
    }

    @Test("of a newcomer is held, as each of their posts")
    func held() async throws {
        let world = try await GatheringWorld(), people = world.people
        try await world.site.env.communities[people.community].change(
            CareChange(heldPosts: 1, contact: nil, crisis: "", version: 0),
            as: people.viewer(.manager)
        )
        let nia = try await world.site.browser(try await world.site.newcomer("Nia New", people.community))
        #expect(try await nia.post(world.path + "/questions", [("body", "Held heron?"), ("key", "")]).status == 303)
        #expect(try await world.site.all("SELECT state FROM post WHERE role = 'question'") as [String] == ["held"])
        #expect(try await !world.page(world.path, .member).has("Held heron?"))
    }

    @Test("is kept as a draft and previewed, and held back once if it may identify someone")
    func writing() async throws {
        let world = try await GatheringWorld(), path = world.path + "/questions"
        let draft = [("place", "question:\(world.gathering)"), ("body", "Half a heron"), ("revision", "0")]
        #expect(try await world.people.post("/drafts", draft, as: .stranger).status == 404)
        #expect(try await world.people.post("/drafts", draft, as: .silenced).status == 403)
        #expect(try await world.people.post("/drafts", draft, as: .member).status == 303)
        #expect(try await world.page(path, .member).has("Half a heron</textarea>"))
        let list = try await world.page("/drafts", .member)
        #expect(list.has("Question for “Winter round”") && list.has("href=\"\(path)"))
        let preview = try await world.people.post("/preview", draft + [("body", "A **heron**?")], as: .guest)
        #expect(preview.status == 200 && preview.has("action=\"\(path)\""))
        let warned = try await world.ask("Who has 020 7946 0958?")
        #expect(warned.status == 200 && warned.has("name=\"told\""))
        let empty = try await world.ask(" ")
        #expect(empty.status == 422 && empty.has("id=\"body-error\""))
        let fields = [("body", "A whole heron?"), ("revision", "1"), ("key", "one")]
        for _ in 1...2 { #expect(try await world.people.post(path, fields, as: .member).status == 303) }
        #expect(try await world.site.value("SELECT count(*) FROM post WHERE role = 'question'") as Int == 1)
        #expect(try await world.site.value("SELECT count(*) FROM draft") as Int == 0)
    }

    @Test("is one of a hundred that a date takes")
    func full() async throws {
        let world = try await GatheringWorld(), post = try await world.asked("Where do they nest?")
        try await world.site.write { db in
            for number in 10...108 {
                try db.run(
                    """
                    INSERT INTO post (threadId, number, role, authorId, replyToId, state, createdAt, journal, renderer, hash, html, plain, body)
                    SELECT threadId, \(number), role, authorId, NULL, state, createdAt, journal, renderer, hash, html, plain, body
                    FROM post WHERE id = \(post)
                    """
                )
            }
        }
        let refused = try await world.ask("One more?")
        #expect(refused.status == 422 && refused.has("There is room for 100 questions"))
    }

    @Test("loses the votes of those who leave, unless the date is over")
    func leaving() async throws {
        let world = try await GatheringWorld(), post = try await world.asked("Where do they nest?")
        for persona in [Persona.moderator, .guest] { _ = try await world.want(post, persona) }
        let actor = world.site.env.communities[world.people.community]
        try await actor.leave(as: world.people.viewer(.guest))
        #expect(try await world.votes() == 1)
        #expect(try await world.page(world.path, .member).has("1 other person wants to know this"))
        world.site.pass(.days(60))
        try await actor.leave(as: world.people.viewer(.moderator))
        #expect(try await world.votes() == 1)
    }

    @Test("is asked, listed and wanted by programs")
    func api() async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/gatherings/\(world.gathering)/questions"
        let ask = { (body: String, persona: Persona) in
            try await world.people.api(.post, path, "{\"body\": \"\(body)\"}", as: persona)
        }
        let made = try await ask("Where do they nest?", .member)
        #expect(made.status == 201 && made.json["wanted"] as? Int == 0 && made.json["state"] as? String == "published")
        let post = try #require(made.json["post"] as? String)
        #expect(try await ask("And when?", .guest).status == 201)
        #expect(try await ask("And when?", .silenced).status == 403)
        #expect(try await world.people.api(.post, path, #"{"body": ""}"#, as: .member).status == 422)
        let want = { (method: HTTPRequest.Method, persona: Persona) in
            try await world.people.api(method, "/posts/\(post)/wanted", as: persona).status
        }
        for _ in 1...2 { #expect(try await want(.put, .manager) == 204) }
        #expect(try await want(.put, .member) == 422)
        #expect(try await want(.put, .silenced) == 403)
        #expect(try await world.people.api(.put, "/posts/999/wanted", as: .manager).status == 404)
        let items = { (persona: Persona) in
            try #require(try await world.people.api(.get, path, as: persona).json["items"] as? [[String: Any]])
        }
        #expect(try await items(.manager).map { $0["wanted"] as? Int } == [1, 0])
        #expect(try await items(.manager).map { $0["mine"] as? Bool } == [true, false])
        let seen = try await items(.visitor)
        #expect(seen.first?["post"] as? String == post && seen.first?["mine"] as? Bool == false)
        #expect(
            Set(seen.first?.keys.map { String($0) } ?? []) == [
                "post", "thread", "author", "body", "createdAt", "revision", "state", "wanted", "mine",
            ],
            "no one who wants it is named"
        )
        #expect(try await want(.delete, .manager) == 204)
        #expect(try await items(.manager).map { $0["mine"] as? Bool } == [false, false])
        #expect(try await world.people.api(.get, "/gatherings/999/questions", as: .member).status == 404)
        world.site.pass(.days(60))
        #expect(try await ask("Too late?", .member).status == 422)
        #expect(try await want(.put, .manager) == 409)
    }
}
