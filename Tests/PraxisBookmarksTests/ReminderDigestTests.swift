import Foundation
import PraxisBookmarks
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

extension DigestWorld {
    /// A post that Ann is to be reminded of on a day of November.
    @discardableResult
    func reminder(
        _ title: String,
        on day: Int,
        in group: GroupID? = nil,
        by member: MemberID? = nil
    ) async throws -> PostID {
        let thread = try await thread(title, in: group, by: member ?? ann)
        let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread)" as SQL<PostID>)
        try await remind(of: post, on: day)
        return post
    }

    func remind(of post: PostID, on day: Int?) async throws {
        let zone = try #require(TimeZone(identifier: "Europe/London"))
        let reminder = try day.map { day in
            Reminder(try #require(LocalTime(date: "2026-11-\(day)")), in: zone, at: site.now)
        }
        try await site.env.site.bookmark(post, .to(reminder), as: Viewer(member: ann))
    }

    /// Ann's mail of Monday 23 November.
    func monday(_ language: Language = .english) async throws -> MailContent? {
        becomeMonday()
        try await round()
        return try await mail(language)
    }

    /// How many digests Ann has got after some more days.
    func queued(after days: Int) async throws -> Int {
        for _ in 0..<days {
            site.pass(.days(1))
            try await round()
        }
        return try await queued().count
    }
}

@Suite("Reminders of bookmarks, in the digest")
struct ReminderDigestTests {
    @Test("are told in the next digest from their day on, by title and place, to their owner alone")
    func told() async throws {
        let world = try await DigestWorld()
        let post = try await world.reminder("How do you record this?", on: 23)
        try await world.reminder("For later", on: 30)
        let mail = try #require(try await world.monday())
        #expect(mail.subject == "Reminder: How do you record this?" && !mail.everything.contains("For later"))
        #expect(mail.text.contains("1. How do you record this?\n   Nursing\n"))
        #expect(mail.text.contains("http://127.0.0.1:8080/p/\(post)\n") && mail.html.contains("/p/\(post)\""))
        #expect(!mail.everything.contains("What do you think?"))
        #expect(try await world.site.digest(to: world.sam)?.everything.contains("reminder") != true)
    }

    @Test("are told once, also one that was set for a day whose digest has left")
    func once() async throws {
        let world = try await DigestWorld()
        let post = try await world.reminder("Of Ann", on: 23)
        #expect(try await world.monday() != nil)
        #expect(try await world.queued(after: 2) == 1)
        try await world.remind(of: post, on: 25)
        #expect(try await world.queued(after: 1) == 2)
        try await world.remind(of: post, on: 25)
        #expect(try await world.queued(after: 2) == 2)
    }

    @Test("are not told that were removed, moved on or set for a day that was over")
    func unset() async throws {
        let world = try await DigestWorld()
        try await world.remind(of: world.reminder("Removed", on: 23), on: nil)
        try await world.remind(of: world.reminder("Moved on", on: 23), on: 30)
        try await world.reminder("Of last week", on: 20)
        #expect(try await world.monday() == nil)
        #expect(try await world.queued().isEmpty)
        let late = try await world.reminder("Removed later", on: 23)
        #expect(try await world.queued(after: 1) == 1)
        #expect(try await world.mail() != nil)
        try await world.site.env.site.removeBookmark(of: late, as: Viewer(member: world.ann))
        #expect(try await world.mail() == nil)
    }

    @Test(
        "are not told of a post that is withdrawn, held or hidden",
        arguments: PostState.allCases.filter { $0 != .published }
    )
    func unshown(state: PostState) async throws {
        let world = try await DigestWorld()
        let thread = try await world.thread("A discussion", by: world.ann)
        let post = try await world.reply("A heron.", to: thread)
        try await world.remind(of: post, on: 23)
        let mail = try #require(try await world.monday())
        #expect(mail.text.contains("Your reminders"))
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE post SET state = \(state) WHERE id = \(post)")
        }
        #expect(try await world.mail()?.text.contains("Your reminders") != true)
    }

    @Test("are not told of a place that was left")
    func left() async throws {
        let world = try await DigestWorld()
        try await world.reminder("Of Sam", on: 23, by: world.sam)
        try await world.site.join(world.ann, world.community, standing: .former)
        #expect(try await world.monday() == nil)
        #expect(try await world.queued().isEmpty)
    }

    @Test("come though the place is not wanted in the digest: its member asked for them by name")
    func unwanted() async throws {
        let world = try await DigestWorld()
        try await world.settings({ _ in }, levels: [world.community: .none])
        try await world.reminder("Of Ann", on: 23)
        #expect(try await world.monday()?.text.contains("1. Of Ann") == true)
    }

    @Test(
        "are only counted where the place's name may not leave, or the post is reported; without the name of anything"
    )
    func discreet() async throws {
        let world = try await DigestWorld()
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        let post = try await world.reminder("A heavy title", on: 23, in: circle)
        let mail = try #require(try await world.monday())
        #expect(mail.text.contains("1 reminder about a post that this email does not name."))
        #expect(mail.text.contains("http://127.0.0.1:8080/bookmarks\n"))
        for word in ["heavy", "griefcircle", "Griefcircle", "/p/\(post)"] {
            #expect(!mail.everything.contains(word), "\(word)")
        }
        let reported = try await world.reminder("A reported title", on: 24)
        _ = try await world.site.env.communities[world.community]
            .report(reported, try NewReport(.spam, note: ""), as: Viewer(member: world.sam))
        #expect(try await world.queued(after: 1) == 2)
        let next = try #require(try await world.mail())
        #expect(next.text.contains("1 reminder about a post") && !next.everything.contains("reported title"))
    }

    @Test("are listed up to ten with how many more there are, also on the page that shows the next digest")
    func many() async throws {
        let world = try await DigestWorld()
        for number in 1...12 { try await world.reminder("Matter number \(number)", on: 21) }
        world.site.pass(.minutes(1))
        let page = try await world.site.browser(world.ann).post("/settings/mail/preview", [])
        #expect(Markup.faults(page.text) == [] && page.text.contains("<h2>Your reminders</h2>"))
        #expect(page.text.contains("Matter number 10</a>") && !page.text.contains("Matter number 11</a>"))
        let mail = try #require(try await world.monday())
        #expect(mail.text.contains("10. Matter number 10") && mail.text.contains("and 2 more reminders"))
    }
}

@Suite("Golden digests with reminders")
struct GoldenReminderDigestTests {
    private func world() async throws -> DigestWorld {
        let world = try await DigestWorld()
        let winter = try await world.site.group("winter", in: world.community)
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        try await world.reminder("<script>alert('title')</script> & \u{202E}desrever", on: 22)
        try await world.reminder("How do you record this?", on: 23, in: winter)
        for number in 1...2 { try await world.reminder("A heavy title \(number)", on: 23, in: circle) }
        return world
    }

    @Test("are what the files in Tests/Golden/mail say", arguments: Language.allCases)
    func golden(language: Language) async throws {
        let mail = try #require(try await world().monday(language))
        try GoldenMails.compare(mail, "digest-reminders", language) {
            $0.replacing(/\/u\/[A-Za-z0-9_-]+/, with: "/u/TOKEN")
        }
    }
}
