import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The groups of a member, on their home page")
struct HomeGroupTests {
    private func card(_ world: HomeWorld, _ member: MemberID? = nil) async throws -> String? {
        let text = try await world.site.browser(member ?? world.ann).get("/").text
        return text.firstMatch(of: /(?s)<section class="card" aria-labelledby="groups">.*?<\/section>/).map {
            String($0.0)
        }
    }

    /// A group that Ann and Sam have joined.
    private func group(
        _ slug: String,
        _ world: HomeWorld,
        kind: GroupKind = .topic,
        access: GroupAccess = .open
    ) async throws -> GroupID {
        let group = try await world.site.group(slug, in: world.community, kind: kind, access: access)
        for member in [world.ann, world.sam] { try await world.site.join(member, group: group, of: world.community) }
        return group
    }

    @Test(
        "are those that they have joined, the ones with something new first, each with how many posts that are"
    )
    func counted() async throws {
        let world = try await HomeWorld(), site = world.site
        #expect(try await card(world) == nil)
        _ = try await site.group("autumn", in: world.community)
        _ = try await group("spring", world)
        let winter = try await group("winter", world)
        let circle = try await group("circle", world, kind: .peerSupport, access: .invite)
        let quiet = try #require(try await card(world))
        #expect(quiet.contains("<summary>Your groups</summary>") && !quiet.contains("tag new"))
        #expect(!quiet.contains("Autumn") && !quiet.contains("Everyone"))
        for title in ["The first", "The second"] {
            let thread = try await site.thread(title, in: winter, of: world.community, by: world.sam)
            _ = try await site.reply("More.", to: thread, of: world.community, by: world.sam)
        }
        let heavy = try await site.thread("A heavy one", in: circle, of: world.community, by: world.sam)
        let page = try await site.browser(world.ann).get("/")
        #expect(Markup.faults(page.text) == [])
        let new = try #require(try await card(world))
        #expect(new.contains("<summary>Your groups, 2 with something new</summary>"))
        let winterLine = "/c/nursing/g/winter\" lang=\"en\">Winter</a> <span class=\"tag new\">4\u{A0}new</span>"
        #expect(new.replacing(" lang=\"en\"", with: "").contains(winterLine.replacing(" lang=\"en\"", with: "")))
        #expect(new.contains("1\u{A0}new") && new.contains(">Confidential <"))
        let names = new.matches(of: /g\/(\w+)"/).map { String($0.1) }
        #expect(names == ["winter", "circle", "spring"])
        try await site.read(heavy, upTo: 1, by: world.ann)
        #expect(try await card(world)?.contains("Your groups, 1 with something new") == true)
    }

    @Test(
        "are none that they have left, were shut out of or were a guest of until yesterday, and say which community they are of"
    )
    func left() async throws {
        let world = try await HomeWorld(), site = world.site
        let spring = try await group("spring", world), winter = try await group("winter", world)
        let other = try await site.community("school"), room = try await site.group("room", in: other)
        try await site.join(world.ann, group: room, of: other, as: .guest, until: site.now + .days(1))
        let shown = try #require(try await card(world))
        for text in ["Spring", "Winter", "Room", "<p class=\"meta\">Nursing</p>", "<p class=\"meta\">School</p>"] {
            #expect(shown.contains(text), "\(text)")
        }
        site.pass(.days(2))
        try await site.join(world.ann, group: spring, of: world.community, standing: .former)
        try await site.join(world.ann, group: winter, of: world.community, standing: .suspended)
        #expect(try await card(world) == nil)
    }

    @Test("are counted as their lists count them, of twenty groups, and hold nothing that is muted")
    func twenty() async throws {
        let world = try await HomeWorld(), site = world.site
        for number in 1...20 {
            let group = try await group("room-\(number)", world)
            for title in 1...(number % 3 + 1) {
                _ = try await site.thread("Title \(title)", in: group, of: world.community, by: world.sam)
            }
            if number == 20 {
                try await site.write { db in
                    try db.run(
                        "INSERT INTO groupFollow (memberId, groupId, level) VALUES (\(world.ann), \(group), 'muted')"
                    )
                }
            }
        }
        let shown = try #require(try await card(world)), browser = try await site.browser(world.ann)
        #expect(shown.contains("Your groups, 19 with something new"))
        let lines = shown.split(separator: "<li>").dropFirst()
        #expect(lines.count == 20)
        for line in lines {
            let slug = try #require(line.firstMatch(of: /\/g\/([\w-]+)"/)?.1)
            let listed = try await browser.get("/c/nursing/g/\(slug)?filter=new").text
            let count = listed.matches(of: /<span class="tag new">/).count
            #expect(line.contains("\(count)\u{A0}new") == (count > 0), "\(slug)")
            #expect(slug == "room-20" ? count == 0 : count > 0, "\(slug)")
        }
    }
}
