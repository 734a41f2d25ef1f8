import PraxisCommunity
import PraxisDomain
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("A mention")
struct MentioningTests {
    private func told(_ world: WritingWorld, by post: PostID) async throws -> [MemberID] {
        try await world.site.all(
            "SELECT memberId FROM mention WHERE postId = \(post) ORDER BY memberId" as SQL<MemberID>
        )
    }

    @Test("tells those who read the place, by name or by role, and never its author or a stranger")
    func tells() async throws {
        let world = try await WritingWorld()
        let reply = try await world.reply(
            "@bob baker, @Eve Stranger and @Ann Okafor: ask @facilitators!",
            by: world.ann
        )
        #expect(try await told(world, by: reply) == [world.bob, world.fay])
    }

    @Test(
        "of a role is understood in every language, whatever the reader's own",
        arguments: ["@facilitators", "@animation", "@Animatrices :", "@facilitation,", "@moderators", "@Modération!"]
    )
    func roles(mention: String) async throws {
        let world = try await WritingWorld()
        try await world.site.join(world.eve, world.community, as: .moderator)
        let isModeration = TypedText.folded(mention).hasPrefix("@moder")
        let reply = try await world.reply("Une question pour \(mention) merci", by: world.ann)
        #expect(try await told(world, by: reply) == [isModeration ? world.eve : world.fay])
    }

    @Test("takes the longest name that is known")
    func isGreedy() async throws {
        let world = try await WritingWorld()
        let annMarie = try await world.site.member("Bob Baker Street")
        try await world.site.join(annMarie, world.community)
        let reply = try await world.reply("@Bob Baker Street has it", by: world.ann)
        #expect(try await told(world, by: reply) == [annMarie])
    }

    @Test(
        "reaches a name however its apostrophes, hyphens, blanks and letters are typed",
        arguments: [
            (
                "Mia O'Brien",
                ["@Mia O’Brien", "@Mia\u{A0}O'Brien", "@Mia  O'Brien", "@mia oʼbrien", "@Mia O\u{AD}'Brien’s view"]
            ),
            ("Pat O’Dowd", ["@Pat O'Dowd", "@Pat O`Dowd,"]), ("D’Arcy", ["@D'Arcy"]),
            ("Keʻala Kamaka", ["@Ke'ala Kamaka", "@Keʻala Kamaka"]),
            ("Mary-Anne", ["@Mary‑Anne", "@Mary–Anne"]), ("Søren Łuk", ["@Soren Luk", "@SØREN ŁUK"]),
            ("علی\u{200C}رضا", ["@علیرضا", "@علي\u{200C}رضا"]),
        ]
    )
    func reaches(name: String, mentions: [String]) async throws {
        let world = try await WritingWorld()
        let email = try #require(EmailAddress("somebody@example.org"))
        let member = try await world.site.env.site.command { db in
            try db.addMember(NewMember(email: email, name: name), by: .system())
        }
        try await world.site.join(member, world.community)
        for mention in mentions {
            let reply = try await world.reply("Ask \(mention), please", by: world.ann)
            #expect(try await told(world, by: reply) == [member], "\(mention)")
        }
    }

    @Test("names on the preview who will be told, and who is beyond the tenth")
    func tellsBefore() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        var body = "@Ann Okafor and @facilitators\n"
        for number in 1...9 { body += "@Nobody \(number)\n" }
        let fields = [("place", "thread:\(world.thread)"), ("body", body)]
        let page = try await bob.post("/preview", fields, from: "/drafts").text
        #expect(page.contains("We will notify Ann Okafor, Fay Gordon."))
        #expect(page.contains("We will not notify Nobody: one post can mention at most 10"))
    }

    @Test(
        "that reaches nobody is shown without the words behind it",
        arguments: [
            ("Nobody Here and", "Nobody Here"), ("Nobody Here And There, yes", "Nobody Here And There"),
            ("nobody here", "nobody"),
            ("Mary van der Berg said so", "Mary van der Berg"), ("Mary van the", "Mary"), ("Bob", "Bob"),
            ("李小龍 你好", "李小龍"),
        ]
    )
    func isShown(candidate: String, shown: String) { #expect(MentionPlan.shown(candidate) == shown) }

    @Test("is set anew by an edit")
    func isSetAnew() async throws {
        let world = try await WritingWorld()
        let path = "/posts/\(world.first)"
        _ = try await world.api(world.ann, "PATCH", path, ["body": "@Bob Baker?", "revision": 1])
        #expect(try await told(world, by: world.first) == [world.bob])
        _ = try await world.api(world.ann, "PATCH", path, ["body": "@Fay Gordon?", "revision": 2])
        #expect(try await told(world, by: world.first) == [world.fay])
    }

    @Test("of ten people tells ten, and no more")
    func isLimited() async throws {
        let world = try await WritingWorld()
        var body = ""
        for letter in "abcdefghijkl" {
            try await world.site.join(try await world.site.member("Person \(letter)"), world.community)
            body += "@Person \(letter)\n"
        }
        let reply = try await world.reply(body, by: world.ann)
        #expect(try await told(world, by: reply).count == 10)
    }

    @Test("that reaches nobody is named on the preview, whether or not such an account exists")
    func warns() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let fields = [("place", "thread:\(world.thread)"), ("body", "@Eve Stranger, @Nobody Atall, @Ann Okafor")]
        let page = try await bob.post("/preview", fields, from: "/drafts").text
        #expect(page.contains("We will not notify Eve Stranger, Nobody Atall:"))
    }

    @Test("of a confidential group tells those who joined it, whatever the others are")
    func staysInside() async throws {
        let world = try await WritingWorld()
        let group = try await world.site.group("sealed", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.ann, group: group, of: world.community)
        try await world.site.join(world.bob, group: group, of: world.community)
        let thread = try await world.site.thread(
            "Among us here",
            "@Bob Baker and @Fay Gordon and @facilitators",
            in: group,
            of: world.community,
            by: world.ann
        )
        let first: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(thread)")
        #expect(try await told(world, by: first) == [world.bob])
    }

    @Test("is read to where a word ends", arguments: [("Ann, hello", ["ann, hello", "ann,", "ann"]), ("Éa", ["ea"])])
    func endsWithWords(candidate: String, names: [String]) { #expect(MentionPlan.names(in: candidate) == names) }
}
