import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The home page of a newcomer")
struct GuideTests {
    private static let box = "id=\"guide\""

    private func member(_ world: WelcomeWorld, _ browser: Browser) async throws {
        let id = world.nursing
        _ = try await browser.post("/welcome/communities", [("place", "c\(id)"), ("agree-c\(id)", "1")])
    }

    @Test("leads to what is pinned, to three good discussions, to a first hello and to the digest")
    func all() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        let pinned = try await world.thread("Welcome to all")
        for number in 1...4 { try await world.thread("Talk \(number)", replies: number + 1) }
        try await world.thread("Too short", replies: 1)
        let answered = try await world.thread("It helped", kind: .question, replies: 2)
        let nursing = world.site.env.communities[world.nursing], manager = Viewer(member: world.manager)
        let steward = try await world.site.member("Sam Steward")
        try await world.site.join(steward, world.nursing, as: .facilitator)
        var pin = ThreadChange()
        pin.isPinned = true
        try await nursing.change(pinned, pin, as: Viewer(member: steward))
        let post = try await world.site.env.store.read { db in
            try db.first("SELECT id FROM post WHERE threadId = \(answered) AND number = 2" as SQL<PostID>)
        }
        try await nursing.markHelped(try #require(post), as: manager)
        let empty = try await browser.get("/")
        #expect(
            empty.text.contains(Self.box) && empty.text.contains("href=\"/welcome/communities\"")
                && !empty.text.contains("Talk")
        )
        try await member(world, browser)
        let home = try await browser.get("/")
        #expect(
            home.holds(inOrder: [
                "Start here", "Welcome to all", "Good discussions to read", "It helped", "Talk 4", "Talk 3",
                "Next steps",
                "href=\"/welcome/hello\"", "Your next digest comes Monday 23 November at 7:00am",
            ])
        )
        #expect(!home.text.contains("Talk 2") && !home.text.contains("Too short"))
        let box = try #require(
            home.text.components(separatedBy: Self.box).last?.components(separatedBy: "</section>").first
        )
        #expect(!box.contains("<span class=\"meta\">"), "all of it is in one community, which needs no name")
    }

    @Test("ends by itself: after 14 days, after 60 without a post")
    func ends() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        try await member(world, browser)
        for (days, isShown) in [(13, true), (4, true), (20, true), (20, true), (4, false)] {
            world.site.pass(.days(Int64(days)))
            #expect(try await browser.get("/").text.contains(Self.box) == isShown, "\(days)")
        }
    }

    @Test("ends after 14 days for who has written")
    func endsForWriters() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        try await member(world, browser)
        let thread = try await world.thread("A talk")
        _ = try await browser.post("/t/\(thread)/posts", [("body", "Good morning.")], from: "/t/\(thread)")
        #expect(try await browser.get("/").text.contains(Self.box))
        world.site.pass(.days(15))
        #expect(!(try await browser.get("/").text.contains(Self.box)))
    }

    @Test("is not for those whom an administrator has added, nor for visitors")
    func others() async throws {
        let world = try await WelcomeWorld(), ann = try await world.site.member("Ann")
        try await world.site.join(ann, world.nursing)
        #expect(!(try await world.site.browser(ann).get("/").text.contains(Self.box)))
        // Nothing that the box is made from was asked for.
        #expect(
            try !world.site.env.store.plans().keys.contains { $0.contains("FROM profile") || $0.contains("t.isPinned") }
        )
        #expect(!(try await Browser(world.site).get("/").text.contains(Self.box)))
    }

    @Test("says that a hello is waiting for a moderator where it is")
    func held() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        try await member(world, browser)
        let thread = try await world.thread("A talk")
        _ = try await browser.post("/t/\(thread)/posts", [("body", "Good morning.")], from: "/t/\(thread)")
        browser.comeFromForm()
        #expect(try await browser.get("/?done=hello").text.contains("You have said hello."))
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE post SET state = 'held' WHERE body = 'Good morning.'")
        }
        browser.comeFromForm()
        #expect(try await browser.get("/?done=hello").text.contains("is waiting for a moderator or facilitator"))
    }

    @Test("shows nothing of places that its reader may not read")
    func access() async throws {
        let world = try await WelcomeWorld(), browser = try await world.newcomer()
        try await member(world, browser)
        let circle = try await world.site.group("circle", in: world.nursing, kind: .peerSupport, access: .invite)
        try await world.site.join(world.manager, group: circle, of: world.nursing)
        let thread = try await world.site.thread("Secret talk", in: circle, of: world.nursing, by: world.manager)
        for number in 0..<4 {
            _ = try await world.site.reply("Secret \(number).", to: thread, of: world.nursing, by: world.manager)
        }
        #expect(!(try await browser.get("/").text.contains("Secret")))
        let june = try #require(
            try await world.site.env.store.read {
                try $0.first("SELECT id FROM member WHERE name = 'June Arsenault'" as SQL<MemberID>)
            }
        )
        try await world.site.join(june, group: circle, of: world.nursing)
        #expect(try await browser.get("/").text.contains("Secret talk"))
    }
}

@Suite("The order in which communities are offered")
struct PlaceChoicePlanTests {
    @Test(
        "begins with what fits what somebody does",
        arguments: [
            ("School nurse", "Nursing in schools", true), ("infirmière", "Infirmières scolaires", true),
            ("ICU", "ICU staff", false),
            ("Social worker", "Nurses", false), ("", "Nurses", false), ("nurse", "School Nurses’ Network", true),
        ]
    )
    func fits(occupation: String, name: String, isSo: Bool) {
        #expect(PlaceChoicePlan.fits(occupation, name: name, concern: "") == isSo)
    }

    @Test(
        "goes on with a region that shares a word, whole, or a part of a list, however short",
        arguments: [
            ("Nord de l’Ontario", "ONTARIO · Québec", true), ("quebec", "Ontario · Québec", true),
            ("Wales", "North Wales", true), ("Halifax, NS", "nb / ns", true), ("Wale", "Wales", false),
            ("Isle of Man", "Kingdom of Fife", false), ("New York", "New Brunswick", false),
            ("Côte-de-Nacre", "Vallée-de-l’Eure", false), ("", "", false), (" · , ", "· ,", false),
            ("Wales", "", false),
        ]
    )
    func isNear(region: String, other: String, isSo: Bool) {
        #expect(PlaceChoicePlan.isNear(region, other) == isSo && PlaceChoicePlan.isNear(other, region) == isSo)
    }

    @Test("ends with the member’s language, then the name")
    func order() {
        // What they do, where they are, their language; in the order in which they are to stand.
        let known = [
            ("z", [true, true, false]), ("y", [true, false, true]), ("x", [true, false, false]),
            ("w", [false, true, true]), ("v", [false, true, false]), ("a", [false, false, true]),
            ("b", [false, false, true]), ("a", [false, false, false]),
        ]
        let keys = known.map { name, facts in
            PlaceChoicePlan.Key(fits: facts[0], isNear: facts[1], isInLanguage: facts[2], name: name)
        }
        let sorted = keys.indices.reversed().sorted { PlaceChoicePlan.isBefore(keys[$0], keys[$1]) }
        #expect(sorted == Array(keys.indices))
    }
}
