import Foundation
import HTTPTypes
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

@Suite("The notes of a date")
struct NotesTests {
    private func write(
        _ text: String,
        basis: Int = 0,
        _ world: GatheringWorld,
        _ persona: Persona = .member
    ) async throws -> Browser.Answer {
        let fields = [("body", text), ("basis", "\(basis)"), ("revision", "0"), ("key", "")]
        return try await world.people.post("/t/\(world.gathering)/notes", fields, as: persona)
    }

    private func posts(_ world: GatheringWorld) async throws -> [String] {
        try await world.site.all("SELECT body FROM post WHERE role = 'notes' ORDER BY number")
    }

    private func newest(_ world: GatheringWorld) async throws -> PostID {
        try await world.site.value("SELECT id FROM post WHERE role = 'notes' ORDER BY number DESC LIMIT 1")
    }

    @Test("are begun by full members alone, and read by everyone who reads the date", arguments: Persona.allCases)
    func beginning(persona: Persona) async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/t/\(world.gathering)"
        let may = [.member, .facilitator, .moderator, .manager].contains(persona)
        #expect(!(try await world.page(path, persona)).has("notes-h"), "long before")
        world.site.pass(.days(24))
        let before = try await world.page(path, persona)
        #expect(before.has("No one has begun the notes yet.") == may && before.has(path + "/notes") == may)
        let form = try await world.page(path + "/notes", persona)
        #expect((form.status == 200) == may)
        if may {
            #expect(form.has("data-draft=") && form.has("value=\"notes:\(world.gathering)\""))
            #expect(Markup.faults(form.text) == [])
        }
        let sent = try await write("We saw **two herons**.", world, persona)
        #expect((sent.location?.hasPrefix(path + "?done=posted") == true) == may)
        #expect(try await posts(world).count == (may ? 1 : 0))
        if !may { _ = try await write("We saw **two herons**.", world, .member) }
        let page = try await world.page(path, persona)
        if page.status != 200 { return }
        #expect(page.has("id=\"notes-h\"") && page.has("two herons</strong>") && page.has("class=\"tag\">Notes<"))
        #expect(page.has("Correct the notes") == may)
        #expect(Markup.faults(page.text) == [])
    }

    @Test("are corrected by others, never silently, and their history names each of them")
    func correcting() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        _ = try await write("Two herons.", world)
        let post = try await newest(world)
        #expect(try await world.page(path + "/notes", .moderator).location == "/p/\(post)/edit")
        let form = try await world.page("/p/\(post)/edit", .moderator)
        #expect(form.status == 200 && form.has("Edit: Notes") && form.has("Two herons.</textarea>"))
        #expect(Markup.faults(form.text) == [])
        let edit = { (text: String, revision: Int, persona: Persona) in
            try await world.people.post(
                "/p/\(post)/edit",
                [("body", text), ("revision", "\(revision)")],
                as: persona
            )
        }
        // Within the grace, and a little: the correction of another shows all the same, and so does what its author makes of it.
        #expect(try await edit("Two herons!", 1, .moderator).status == 303)
        #expect(try await edit("Two herons?", 2, .member).status == 303)
        for persona in [Persona.guest, .silenced] { #expect(try await edit("None.", 3, persona).status == 403) }
        #expect(try await edit("None.", 3, .stranger).status == 404)
        world.site.pass(.days(90))
        #expect(try await edit("Three herons.", 3, .manager).status == 303, "as long as the post stands")
        #expect(try await posts(world) == ["Three herons."])
        let history = try await world.page("/p/\(post)/history", .member)
        #expect(history.has("Manager Person, ") && history.has("Moderator Person, ") && history.has("Version 1<"))
        let names = history.text.matches(of: #/<p class="meta">(\w+) Person, /#).map { String($0.1) }
        #expect(names == ["Manager", "Member", "Moderator", "Member"])
        let panel = try await world.page(path, .member)
        #expect(panel.has("Kept by Member Person") && panel.has("last changed by Manager Person"))
        #expect(panel.has("/p/\(post)/history"))
    }

    @Test("show in the menu of their post who can correct them; other posts stay their authors’ own")
    func menu() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        _ = try await write("Two herons.", world)
        let notes = try await newest(world)
        let purpose: PostID = try await world.site.value("SELECT id FROM post WHERE role = 'purpose'")
        for persona in [Persona.member, .facilitator, .moderator, .guest] {
            let page = try await world.page(path, persona)
            #expect(page.has("href=\"/p/\(notes)/edit\"") == (persona != .guest), "\(persona)")
            #expect(page.has("href=\"/p/\(purpose)/edit\"") == (persona == .facilitator), "\(persona)")
        }
        #expect(try await world.page("/p/\(purpose)/edit", .moderator).status == 403)
        #expect(try await world.page(path, .member).has("<h2>What it is for</h2>"))
    }

    @Test("of two who write at once lose nothing, also when both begin from nothing")
    func atOnce() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)/notes"
        _ = try await write("Two herons.", world)
        let second = try await write("Three <storks>.", world, .moderator)
        #expect(
            second.status == 409 && second.has("<p>Two herons.</p>") && second.has("Three &lt;storks&gt;.</textarea>")
        )
        #expect(second.has("name=\"basis\" value=\"1\"") && Markup.faults(second.text) == [])
        #expect(try await posts(world) == ["Two herons."])
        let over = try await write("Two herons. Three storks.", basis: 1, world, .moderator)
        #expect(over.location?.contains("?done=edited") == true)
        #expect(try await posts(world) == ["Two herons. Three storks."])
        let stale = try await write("One wren.", basis: 1, world, .manager)
        #expect(stale.status == 409 && stale.has("Two herons. Three storks.") && stale.has("One wren.</textarea>"))
        let kept = [("place", "notes:\(world.gathering)"), ("body", "One wren."), ("revision", "0"), ("save", "1")]
        #expect(try await world.people.post("/drafts", kept, as: .manager).location == path + "?done=draft-saved#reply")
        let again = try await world.page(path, .manager)
        #expect(again.status == 200 && again.has("One wren.</textarea>") && again.has("Two herons. Three storks."))
    }

    @Test("are kept as a draft while they are typed, for those who may write them, until they are posted")
    func drafting() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)/notes"
        let draft = [("place", "notes:\(world.gathering)"), ("body", "Half a heron"), ("revision", "0")]
        #expect(try await world.people.post("/drafts", draft, as: .guest).status == 403)
        #expect(try await world.people.post("/drafts", draft, as: .stranger).status == 404)
        #expect(try await world.people.post("/drafts", draft, as: .member).status == 303)
        #expect(try await world.page(path, .member).has("Half a heron</textarea>"))
        let list = try await world.page("/drafts", .member)
        #expect(list.has("Notes of “Winter round”") && list.has("href=\"\(path)"))
        let fields = [("body", "A whole heron."), ("basis", "0"), ("revision", "1"), ("key", "")]
        #expect(try await world.people.post(path, fields, as: .member).status == 303)
        #expect(try await world.site.value("SELECT count(*) FROM draft") as Int == 0)
    }

    @Test("are previewed and held back once if they may identify someone")
    func checking() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)/notes"
        let text = "Call her on 020 7946 0958."
        let place = [("place", "notes:\(world.gathering)"), ("basis", "0"), ("revision", "0"), ("key", "")]
        let preview = try await world.people.post("/preview", place + [("body", "We saw **herons**.")], as: .member)
        #expect(preview.status == 200 && preview.has("<strong>herons</strong>") && preview.has("action=\"\(path)\""))
        let warned = try await world.people.post(path, place + [("body", text)], as: .member)
        #expect(warned.status == 200 && warned.has("name=\"told\"") && warned.has(text))
        #expect(try await posts(world) == [])
        let empty = try await write(" ", world)
        #expect(empty.status == 422 && empty.has("id=\"body-error\""))
    }

    @Test("of a date that does not take place are not begun; those that are there are corrected")
    func cancelled() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        try await world.change { $0.state = .cancelled }
        #expect(try await !world.page(path, .member).has(path + "/notes"))
        let refused = try await write("Herons.", world)
        #expect(refused.status == 422 && refused.has("The gathering is cancelled") && refused.has("Herons.</textarea>"))
        try await world.change { $0.state = .planned }
        world.site.pass(.days(60))
        #expect(try await world.page(path, .member).has("No one has written notes."))
        #expect(try await write("Herons.", world).status == 303, "also after it")
        try await world.change { $0.state = .skipped }
        #expect(try await write("Storks.", basis: 1, world, .moderator).status == 303)
        #expect(try await posts(world) == ["Storks."])
    }

    @Test("of a newcomer are held, and others write theirs in the meantime")
    func held() async throws {
        let world = try await GatheringWorld(), people = world.people, path = "/t/\(world.gathering)"
        try await world.site.env.communities[people.community].change(
            CareChange(heldPosts: 1, contact: nil, crisis: "", version: 0),
            as: people.viewer(.manager)
        )
        let new = try await world.site.newcomer("Nia New", people.community)
        let nia = try await world.site.browser(new)
        let fields = [("body", "Held heron."), ("basis", "0"), ("revision", "0"), ("key", "")]
        #expect(try await nia.post(path + "/notes", fields).status == 303)
        let states: [String] = try await world.site.all("SELECT state FROM post WHERE role = 'notes'")
        #expect(states == ["held"])
        #expect(try await !world.page(path, .member).has("Held heron."))
        let post = try await newest(world)
        let own = try await people.site.browser(new).get(path + "/notes")
        #expect(own.location == "/p/\(post)/edit", "they go on with their own")
        #expect(try await write("Published stork.", world).status == 303)
        #expect(try await world.page(path, .moderator).has("Kept by Member Person"))
    }

    @Test("that were hidden or withdrawn make room for new ones", arguments: ["hidden", "withdrawn"])
    func gone(state: String) async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        world.site.pass(.days(24))
        _ = try await write("Two herons.", world)
        let post = try await newest(world)
        if state == "withdrawn" {
            #expect(try await world.people.post("/p/\(post)/withdraw", [], as: .member).status == 303)
        } else {
            try await world.site.write { db in
                let place = Place(community: world.people.community)
                try db.moderate(post, to: .hidden, by: Permit.system(in: place).mandate)
            }
        }
        #expect(try await world.page(path, .moderator).has("No one has begun the notes yet."))
        let json = try await world.people.api(.get, "/gatherings/\(world.gathering)/notes", as: .moderator).json
        #expect(json["revision"] as? Int == 0 && json["body"] as? String == "" && json["post"] is NSNull)
        #expect(try await write("Three storks.", world, .moderator).status == 303)
        #expect(try await world.page(path, .member).has("Kept by Moderator Person"))
    }

    @Test("are read and written by programs")
    func api() async throws {
        let world = try await GatheringWorld(), path = "/gatherings/\(world.gathering)/notes"
        let put = { (body: String, revision: Int, persona: Persona) in
            try await world.people.api(.put, path, "{\"body\": \"\(body)\", \"revision\": \(revision)}", as: persona)
        }
        #expect(try await world.people.api(.get, path, as: .guest).json["revision"] as? Int == 0)
        let made = try await put("Two herons.", 0, .member)
        #expect(
            made.status == 200 && made.json["revision"] as? Int == 1 && made.json["body"] as? String == "Two herons."
        )
        let both = try await put("Storks.", 0, .moderator)
        #expect(both.status == 409 && both.json["current"] as? Int == 1 && both.json["now"] as? String == "Two herons.")
        let changed = try await put("Two herons, one stork.", 1, .moderator)
        #expect(changed.json["revision"] as? Int == 2)
        #expect((changed.json["editor"] as? [String: Any])?["name"] as? String == "Moderator Person")
        #expect((changed.json["author"] as? [String: Any])?["name"] as? String == "Member Person")
        #expect(try await put("None.", 2, .guest).status == 403)
        #expect(try await put("None.", 2, .stranger).status == 404)
        #expect(try await world.people.api(.get, "/gatherings/999/notes", as: .member).status == 404)
        let post = try await newest(world)
        let patch = "{\"body\": \"Three herons.\", \"revision\": 2}"
        #expect(try await world.people.api(.patch, "/posts/\(post)", patch, as: .manager).status == 200)
        #expect(try await world.people.api(.patch, "/posts/\(post)", patch, as: .guest).status == 403)
    }
}
