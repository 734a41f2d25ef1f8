import Foundation
import PraxisBookmarks
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("What stands out in a digest")
struct DigestLookTests {
    /// What a reader, or someone who looks over their shoulder, sees at a glance.
    private func regions(_ mail: MailContent) -> [String: String] {
        let all = { (pattern: Regex<(Substring, Substring)>) in
            mail.html.matches(of: pattern).map { String($0.1) }.joined(separator: "\n")
        }
        return [
            "subject": mail.subject,
            "preheader": all(/<div style="display:none[^>]*>(.*?)<\/div>/),
            "masthead": all(/(?s)class="bar"(.*?)<h1/),
            "bands": all(/<h2[^>]*>(.*?)<\/h2>/),
            "labels": all(/<td class="quiet pad"[^>]*><strong dir="auto">(.*?)<\/strong>/),
            "contents": all(/(?s)<h2[^>]*>In this email<\/h2>(.*?)<h2/),
            "buttons": all(/aria-label="([^"]*)"/),
        ]
    }

    /// A full digest of a community with a group that is not named, one that shows titles alone, and posts that are reported.
    private func discreet() async throws -> MailContent {
        let world = try await DigestWorld(), site = world.site, community = world.community
        let (mo, rae) = (try await site.member("Mo Manager"), try await site.member("Rae Reporter"))
        try await site.join(mo, community, as: .manager)
        try await site.join(rae, community)
        let actor = site.env.communities[community]
        let circle = try await site.group("dunlincircle", in: community, kind: .peerSupport, access: .invite)
        let board = try await site.group("sanderling", in: community),
            winter = try await site.group("winter", in: community)
        for member in [world.ann, world.sam] { try await site.join(member, group: circle, of: community) }
        try await actor.setMailRule(of: board, .title, neutralName: "", as: Viewer(member: mo))
        try await world.thread("Dunlintitle", "Dunlinbody for @Ann Okafor.", in: circle)
        try await world.thread("Boardtitle", "Boardbody for @Ann Okafor.", in: board, by: mo)
        let teaching = try await site.community("teaching"), commons = try await site.commons(of: teaching)
        for member in [world.ann, world.sam, rae] { try await site.join(member, teaching) }
        let rude = try await site.thread("Ruff title", "Ruffbody.", in: commons, of: teaching, by: world.sam)
        let worry = try await world.thread("Knot title", "Knotbody.")
        for (thread, place, reason) in [(rude, teaching, ReportReason.disrespect), (worry, community, .worried)] {
            let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
            let report = try NewReport(reason, note: "Whinchat.")
            _ = try await site.env.communities[place].report(post, report, as: Viewer(member: rae))
        }
        for number in 1...9 { try await world.thread("Matter \(number)", in: winter) }
        world.becomeMonday()
        try await world.round()
        return try #require(try await world.mail())
    }

    @Test(
        "is never what may not leave: no name, title or word of it in subject, preheader, masthead, band, label or contents"
    )
    func discretion() async throws {
        let mail = try await discreet(), regions = regions(mail)
        for (region, text) in regions {
            #expect(!text.isEmpty, "there is no \(region)")
            for word in ["unlin", "oardbody", "Mo Manager", "Ruff", "Knot", "Whinchat", "Rae"]
            where !(region == "buttons" && word == "Ruff") {
                #expect(!text.contains(word), "\(region) says \(word)")
            }
        }
        #expect(mail.subject == "For you: Boardtitle, and 11 more posts")
        #expect(mail.text.contains("\n- Teaching (11)\n") && mail.text.contains("11. Ruff title"))
        #expect(regions["bands"]?.contains(">Nursing</a>") == true && regions["labels"]?.contains("Winter") == true)
        #expect(
            regions["contents"]?.contains("Boardtitle") == true && regions["masthead"]?.contains("Riverside") == true
        )
        for word in ["unlin", "oardbody", "Mo Manager", "Knot", "Whinchat"] {
            #expect(!mail.everything.contains(word), "\(word)")
        }
    }

    @Test("is a button at each entry, to read and reply, or to read alone where it is closed")
    func buttons() async throws {
        let world = try await DigestWorld()
        try await world.thread("Open to all")
        let closed = try await world.thread("Closed again")
        try await world.site.write { try $0.run("UPDATE thread SET state = 'closed' WHERE id = \(closed)") }
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.html.contains("aria-label=\"Read and reply: Open to all\""))
        #expect(mail.html.contains("aria-label=\"Read the discussion: Closed again\""))
        #expect(mail.text.contains("Read the discussion:\n   http://127.0.0.1:8080/t/\(closed)#new"))
        // On top and below.
        #expect(mail.html.components(separatedBy: "Read everything in order").count == 3)
    }

    @Test("is a list of contents above more than eight entries", arguments: [8, 9])
    func contents(count: Int) async throws {
        let world = try await DigestWorld()
        for number in 1...count { try await world.thread("Matter \(number)") }
        world.becomeMonday()
        try await world.round()
        let text = try #require(try await world.mail()).text
        #expect(text.contains("In this email\n-------------\n") == (count > 8))
        #expect(text.contains("- Nursing (1–9): Matter 9 · Matter 8 · and 7 more\n") == (count > 8))
    }

    @Test("is a post to its reader: in full, its lists as lists, its links as links; another is cut")
    func whole() async throws {
        let world = try await DigestWorld()
        let long = String(repeating: "word ", count: 200) + "end."
        try await world.thread(
            "To her",
            "@Ann Okafor, see [this](https://example.org/a_(b)).\n\n- one\n- two\n\n3. three\n\n\(long)"
        )
        try await world.thread("To all", "First.\n\n\(long)")
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.html.contains("<li dir=\"auto\">one</li><li dir=\"auto\">two</li></ul>"))
        #expect(mail.html.contains("<li value=\"3\">three</li></ol>"))
        #expect(mail.html.contains(">https://example.org/a_(b)</a>)."))
        #expect(mail.text.contains("\n     • one\n     • two\n     3. three\n"))
        #expect(
            mail.text.components(separatedBy: "end.").count == 2 && mail.html.components(separatedBy: "end.").count == 2
        )
        #expect(!mail.everything.contains("Read the rest"))
    }

    @Test("is an answer to a post of its reader's in full, too, with its time")
    func answer() async throws {
        let world = try await DigestWorld(), own = try await world.thread("What Ann asked", by: world.ann)
        let asked: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(own)")
        let long = try PostText(String(repeating: "word ", count: 200) + "end.")
        _ = try await world.site.env.communities[world.community]
            .reply(to: own, long, replyTo: asked, as: Viewer(member: world.sam))
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.text.contains("end.") && mail.html.contains("word end."))
        #expect(mail.text.contains("Sam Ellis to you, Saturday 21 November at 9:00am:"))
        #expect(mail.html.contains(">Saturday 21 November at 9:00am</a>"))
    }
}

@Suite("The greatest digest")
struct GreatestDigestTests {
    /// What the longest titles and posts are made of: words, or characters that are six in HTML.
    enum Filling: CaseIterable {
        case words, marks

        var title: String { String(repeating: self == .words ? "words " : "\"", count: self == .words ? 32 : 195) }

        var body: String {
            self == .words ? String(repeating: "word ", count: 1_000) : String(repeating: "&\"'\n", count: 7_900)
        }
    }

    /// Questions that no one has answered, old enough to be asked again.
    private func questions(_ world: DigestWorld, _ filling: Filling) async throws {
        for number in 1...5 { try await world.thread("\(number) q \(filling.title)", kind: .question) }
        world.becomeMonday()
        try await world.round()
        try await world.site.write { db in
            try db.run("DELETE FROM outbox")
            // As if the questions' own digest had been before their two days were over.
            try db.run("UPDATE digestState SET questionsTo = \(db.now - .hours(30))")
        }
    }

    /// As many discussions to Ann as a digest lists, in ten communities.
    private func discussions(_ world: DigestWorld, _ filling: Filling) async throws {
        let site = world.site, post = "@Ann Okafor \(filling.body)"
        var places = [(world.community, world.commons)]
        for number in 1...9 {
            let community = try await site.community("place\(number)")
            for member in [world.ann, world.sam] { try await site.join(member, community) }
            places.append((community, try await site.commons(of: community)))
        }
        for number in 1...20 {
            let (community, group) = places[number % 10], title = "\(number) x \(filling.title)"
            let thread = try await site.thread(title, post, in: group, of: community, by: world.sam)
            for _ in 1...2 { _ = try await site.reply(post, to: thread, of: community, by: world.sam) }
        }
    }

    /// Posts of Ann's that helped, each with a reminder for the day.
    private func own(_ world: DigestWorld, _ filling: Filling) async throws {
        let site = world.site, zone = try #require(TimeZone(identifier: "Europe/London"))
        let reminder = Reminder(try #require(LocalTime(date: "2026-11-24")), in: zone, at: site.now)
        for number in 1...10 {
            let own = try await world.thread("\(number) y \(filling.title)", by: world.ann)
            let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(own)")
            try await site.env.communities[world.community].react(.thanks, to: post, as: Viewer(member: world.sam))
            try await site.env.site.bookmark(post, .to(reminder), as: Viewer(member: world.ann))
        }
    }

    @Test(
        "of 45 entries is not longer than mail programs show, however long each name and text, and names as many as there is room for",
        arguments: Filling.allCases
    )
    func size(filling: Filling) async throws {
        let world = try await DigestWorld()
        try await questions(world, filling)
        try await discussions(world, filling)
        try await own(world, filling)
        if filling == .marks {
            try await world.site.write { db in
                try db.run("UPDATE community SET name = substr(\(filling.title), 1, 70) || id")
                try db.run("UPDATE member SET name = substr(\(filling.title), 1, 75) || id")
            }
        }
        world.site.pass(.hours(24))
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.html.utf8.count <= 90_000)
        #expect(MailMarkup.faults(mail.html) == [])
        let listed = filling == .words ? 45 : 24
        #expect(mail.text.contains("\n\(listed). ") && !mail.text.contains("\n\(listed + 1). "))
        // Those that are not named are counted.
        let left = mail.text.matches(of: /\nand (\d+) more\n/).compactMap { Int($0.1) }.reduce(0, +)
        #expect(left == 45 - listed)
    }

    @Test("gives whole posts to its reader first up, then the names of others' words, and says where the rest is")
    func shorter() async throws {
        let world = try await DigestWorld()
        for number in 1...12 {
            try await world.thread("Matter \(number)", "@Ann Okafor " + String(repeating: "word ", count: 2_000))
        }
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.html.utf8.count <= 90_000 && mail.html.contains(">Read the rest</a>"))
        #expect(mail.text.contains("Read the rest\n     http://127.0.0.1:8080/p/"))
    }
}
