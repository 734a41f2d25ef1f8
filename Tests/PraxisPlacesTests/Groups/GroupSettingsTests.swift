import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("The settings of a group")
struct GroupSettingsTests {
    static func fields(
        _ kind: String,
        _ access: String,
        version: Int = 1,
        listed: Bool = true,
        editDays: String = "30"
    ) -> [(String, String)] {
        [
            ("name", "Winter"), ("purpose", "Warm homes"), ("contact", "Ann, 020 7946 0000"), ("kind", kind),
            ("access", access),
            ("version", String(version)), ("editDays", editDays),
        ] + (listed ? [("listed", "yes")] : [])
    }

    @Test(
        "give a new group the way in that is usual for its kind, unless another is chosen",
        arguments: GroupKind.allCases
    )
    func usualWayIn(kind: GroupKind) async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let made = try await world.post("/c/nursing/groups/new", Self.fields(kind.rawValue, "usual"), as: .manager)
        #expect(made.location == "/c/nursing/g/winter")
        let settings = try await world.browser(.manager).get("/c/nursing/g/winter/settings").text
        let usual = GroupPlan.usualAccess(of: kind).rawValue
        #expect(
            settings.contains("name=\"access\" value=\"\(usual)\" checked") && !settings.contains("value=\"usual\"")
        )
        #expect(kind.isConfidential == (usual == "invite"))
    }

    @Test("make a group whose maker is its facilitator; a form sent twice makes one")
    func makesGroups() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .facilitator])
        let form = try await world.browser(.manager).get("/c/nursing/groups/new?kind=peer-support").text
        #expect(form.contains("value=\"peer-support\" checked") && form.contains("value=\"usual\" checked"))
        let fields = Self.fields("peer-supervision", "invite") + [("key", "k1")]
        for persona in [Persona.member, .facilitator] {
            #expect(try await world.post("/c/nursing/groups/new", fields, as: persona).status == 403)
        }
        for _ in 1...2 {
            #expect(
                try await world.post("/c/nursing/groups/new", fields, as: .manager).location == "/c/nursing/g/winter"
            )
        }
        #expect(try await world.browser(.manager).get("/c/nursing/g/winter/settings").status == 200)
        let door = try await world.browser(.member).get("/c/nursing/g/winter").text
        #expect(door.contains("Warm homes") && door.contains("Ann, 020 7946 0000") && door.contains("Peer supervision"))
        let other = Self.fields("topic", "open") + [("key", "k2")]
        #expect(try await world.post("/c/nursing/groups/new", other, as: .manager).location == "/c/nursing/g/winter-2")
    }

    @Test("name everything that is wrong at once, and keep what was typed")
    func namesProblems() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let fields = [("name", ""), ("purpose", "Typed & kept"), ("kind", "club")]
        let answer = try await world.post("/c/nursing/groups/new", fields, as: .manager)
        #expect(answer.status == 422 && answer.text.contains("Typed &amp; kept"))
        for field in ["name", "kind", "access", "editDays"] {
            #expect(answer.text.contains("href=\"#\(field)\"") && answer.text.contains("id=\"\(field)\""))
        }
    }

    @Test("say for how many days its posts can be edited", arguments: [("1", 1), ("365", 365)])
    func editDays(typed: String, days: Int64) async throws {
        let world = try await CommunityWorld(personas: [.manager, .member])
        let group = try await world.site.group("winter", in: world.community), author = try world.member(.member)
        let settings = Self.fields("topic", "open", editDays: typed)
        #expect(try await world.post("/c/nursing/g/winter/settings", settings, as: .manager).status == 303)
        #expect(
            try await world.browser(.manager).get("/c/nursing/g/winter/settings").text.contains("value=\"\(typed)\"")
        )
        let thread = try await world.site.thread("A thread", in: group, of: world.community, by: author)
        let post: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(thread)")
        let change = [("body", "Changed in time."), ("revision", "1")]
        world.site.pass(.seconds(days * 86_400 - 1))
        #expect(try await world.browser(.member).get("/t/\(thread)").text.contains("/p/\(post)/edit\""))
        #expect(try await world.post("/p/\(post)/edit", change, as: .member).status == 303)
        world.site.pass(.seconds(1))
        #expect(try await !world.browser(.member).get("/t/\(thread)").text.contains("/p/\(post)/edit\""))
        #expect(try await world.browser(.member).get("/p/\(post)/edit").status == 403)
        let late = try await world.post("/p/\(post)/edit", [("body", "Too late."), ("revision", "2")], as: .member)
        #expect(late.status == 403 && late.text.contains("Too late."))
    }

    @Test("take no other number of days", arguments: ["0", "366", "-1", "thirty", "", "1.5"])
    func otherDays(typed: String) async throws {
        let world = try await CommunityWorld(personas: [.manager])
        _ = try await world.site.group("winter", in: world.community)
        let settings = Self.fields("topic", "open", editDays: typed)
        let answer = try await world.post("/c/nursing/g/winter/settings", settings, as: .manager)
        #expect(answer.status == 422 && answer.text.contains("a whole number from 1 to 365"))
    }

    @Test("answer 409 with what is there now when somebody else saved meanwhile")
    func conflict() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        _ = try await world.site.group("winter", in: world.community)
        let path = "/c/nursing/g/winter/settings"
        #expect(try await world.post(path, Self.fields("working", "open"), as: .manager).status == 303)
        let late = try await world.post(path, Self.fields("topic", "request"), as: .manager)
        #expect(late.status == 409)
        #expect(late.text.contains("Working group") && late.text.contains("name=\"version\" value=\"2\""))
        #expect(late.text.contains("value=\"request\" checked"))
    }

    @Test("say beside the choice that it is about what can no longer be chosen once there are discussions")
    func stays() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        _ = try await world.site.group("winter", in: world.community)
        func field(_ name: String, _ path: String) async throws -> String {
            let page = try await world.browser(.manager).get(path).text
            return try String(#require(page.firstMatch(of: try Regex("<fieldset id=\"\(name)\".*?</fieldset>"))?.0))
        }
        let path = "/c/nursing/g/winter/settings", new = "/c/nursing/groups/new"
        let kind = "it stays one of these two.", access = "it cannot be opened to any member."
        let (ofKind, ofAccess) = (try await field("kind", path), try await field("access", path))
        #expect(ofKind.contains(kind) && !ofKind.contains(access))
        #expect(ofAccess.contains(access) && !ofAccess.contains(kind))
        #expect(try await !field("kind", new).contains(kind))
        #expect(try await !field("access", new).contains(access))
    }

    @Test("never show others what was written for those who had joined")
    func neverOpen() async throws {
        let world = try await CommunityWorld(personas: [.facilitator, .manager])
        let member = try world.member(.facilitator)
        for (slug, kind) in [("circle", GroupKind.peerSupport), ("closed", .topic)] {
            let group = try await world.site.group(slug, in: world.community, kind: kind, access: .request)
            try await world.site.join(member, group: group, of: world.community, as: .facilitator)
            let path = "/c/nursing/g/\(slug)/settings"
            _ = try await world.site.thread("Said in here", in: group, of: world.community, by: member)
            #expect(try await world.post(path, Self.fields("topic", "open"), as: .facilitator).status == 422)
            #expect(try await world.post(path, Self.fields(kind.rawValue, "invite"), as: .facilitator).status == 303)
        }
    }

    @Test("lead back to the community when they put a group out of the manager's sight")
    func outOfSight() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        _ = try await world.site.group("winter", in: world.community, access: .request)
        let fields = Self.fields("topic", "request", listed: false)
        let answer = try await world.post("/c/nursing/g/winter/settings", fields, as: .manager)
        #expect(answer.location == "/c/nursing?done=changed")
        #expect(try await world.browser(.manager).get("/c/nursing/g/winter").status == 404)
    }
}

@Suite("Opening a group")
struct GroupPlanTests {
    @Test("is refused exactly where more people would read it", arguments: GroupKind.allCases, GroupAccess.allCases)
    func opening(kind: GroupKind, access: GroupAccess) {
        for newKind in GroupKind.allCases {
            for newAccess in GroupAccess.allCases {
                let wasClosed = kind.isConfidential || access != .open
                let becomesOpen = !newKind.isConfidential && newAccess == .open
                let losesSeal = kind.isConfidential && !newKind.isConfidential
                let isRefused = (try? GroupPlan.checkOpening(from: (kind, access), to: (newKind, newAccess))) == nil
                #expect(isRefused == (wasClosed && becomesOpen || losesSeal), "\(newKind) \(newAccess)")
            }
        }
    }
}
