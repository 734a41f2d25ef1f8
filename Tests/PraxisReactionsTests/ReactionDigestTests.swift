import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

extension DigestWorld {
    /// A post that begins a discussion.
    func post(_ title: String, in group: GroupID? = nil, by member: MemberID? = nil) async throws -> PostID {
        let thread = try await thread(title, in: group, by: member ?? ann)
        return try await site.value("SELECT id FROM post WHERE threadId = \(thread)" as SQL<PostID>)
    }

    func react(_ kind: ReactionKind = .thanks, to post: PostID, _ member: MemberID) async throws {
        try await site.env.communities[community].react(kind, to: post, as: Viewer(member: member))
    }

    /// Members who belong to the community.
    func others(_ count: Int) async throws -> [MemberID] {
        var members: [MemberID] = []
        for number in 1...count {
            let member = try await site.member("Other \(["One", "Two", "Three", "Four"][number - 1])")
            try await site.join(member, community)
            members.append(member)
        }
        return members
    }

    /// The mail of Monday.
    func monday(_ language: Language = .english) async throws -> MailContent? {
        becomeMonday()
        try await round()
        return try await mail(language)
    }
}

@Suite("What people found helpful, in the digest")
struct ReactionDigestTests {
    @Test("is told to the author in figures, people counted once, under its thread's title with a link to the post")
    func told() async throws {
        let world = try await DigestWorld()
        let post = try await world.post("How do you record this?")
        for member in try await world.others(3) { try await world.react(to: post, member) }
        try await world.react(.tried, to: post, world.sam)
        try await world.react(.agree, to: post, world.sam)
        let mail = try #require(try await world.monday())
        #expect(mail.subject == "Your posts helped 4 people")
        #expect(mail.text.contains("1. How do you record this?\n   Nursing · 4 people found this helpful\n"))
        #expect(mail.text.contains("http://127.0.0.1:8080/p/\(post)\n") && mail.html.contains("/p/\(post)\""))
        for name in ["Sam Ellis", "Other"] { #expect(!mail.everything.contains(name), "\(name)") }
        #expect(try await world.site.digest(to: world.sam)?.everything.contains("helpful") != true)
    }

    @Test("stands below what is new in discussions, which leads the mail")
    func below() async throws {
        let world = try await DigestWorld()
        try await world.react(to: try await world.post("Of Ann"), world.sam)
        try await world.thread("Of Sam")
        let mail = try #require(try await world.monday())
        #expect(mail.subject == "Of Sam")
        let discussion = try #require(mail.text.range(of: "1. Of Sam"))
        #expect(mail.text[discussion.upperBound...].contains("2. Of Ann\n   Nursing · 1 person found this helpful"))
    }

    @Test("is told once ever, and what comes later with the next")
    func once() async throws {
        let world = try await DigestWorld()
        let post = try await world.post("Of Ann"), other = try await world.others(1)[0]
        try await world.react(to: post, world.sam)
        #expect(try await world.monday()?.text.contains("1 person found this helpful") == true)
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.queued().count == 1)
        try await world.react(to: post, other)
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.queued().count == 2)
        #expect(try await world.mail()?.text.contains("1 person found this helpful") == true)
    }

    @Test("counts a person once for a post: another way of reacting in a later week is no news")
    func anotherWay() async throws {
        let world = try await DigestWorld()
        let post = try await world.post("Of Ann"), other = try await world.others(1)[0]
        try await world.react(to: post, world.sam)
        #expect(try await world.monday()?.text.contains("1 person found this helpful") == true)
        try await world.react(.tried, to: post, world.sam)
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.queued().count == 1)
        try await world.react(to: post, other)
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.mail()?.text.contains("1 person found this helpful") == true)
    }

    @Test("of what was taken back, or of a post that is no longer shown, is not told: not even queued, or not sent")
    func takenBack() async throws {
        let world = try await DigestWorld()
        let community = world.site.env.communities[world.community], sam = Viewer(member: world.sam)
        let back = try await world.post("Taken back")
        try await world.react(to: back, world.sam)
        try await community.unreact(.thanks, to: back, as: sam)
        #expect(try await world.monday() == nil)
        #expect(try await world.queued().isEmpty)
        let late = try await world.post("Taken back later")
        try await world.react(to: late, world.sam)
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.mail() != nil)
        try await community.unreact(.thanks, to: late, as: sam)
        #expect(try await world.mail() == nil)
    }

    @Test(
        "of a post that is withdrawn, held or hidden is not told",
        arguments: PostState.allCases.filter { $0 != .published }
    )
    func unshown(state: PostState) async throws {
        let world = try await DigestWorld()
        let thread = try await world.thread("A discussion", by: world.sam)
        let post = try await world.reply("A heron.", to: thread, by: world.ann)
        try await world.react(to: post, world.sam)
        let mail = try #require(try await world.monday())
        #expect(mail.text.contains("1 person found this helpful"))
        try await world.site.write { try $0.run("UPDATE post SET state = \(state) WHERE id = \(post)") }
        #expect(try await world.mail()?.everything.contains("helpful") != true)
    }

    @Test("of a place whose name may not leave is not told, and is no reason for a mail")
    func discreet() async throws {
        let world = try await DigestWorld()
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        for member in [world.ann, world.sam] { try await world.site.join(member, group: circle, of: world.community) }
        try await world.react(to: try await world.post("A heavy title", in: circle), world.sam)
        #expect(try await world.monday() == nil)
        #expect(try await world.queued().isEmpty)
        let manager = try await world.others(1)[0]
        try await world.site.join(manager, world.community, as: .manager)
        let named = try await world.post("A title that may leave")
        try await world.react(to: named, world.sam)
        world.site.pass(.days(1))
        try await world.round()
        #expect(try #require(try await world.mail()).text.contains("A title that may leave"))
        try await world.site.env.communities[world.community]
            .setMailRule(of: world.commons, .something, neutralName: "", as: Viewer(member: manager))
        #expect(try await world.mail() == nil)
    }

    @Test("of a place that its author has muted, does not want in the digest or has left is not told")
    func unwanted() async throws {
        for way in ["muted", "none", "left"] {
            let world = try await DigestWorld()
            let thread = try await world.thread("Of Ann", by: world.ann)
            let post: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(thread)")
            try await world.react(to: post, world.sam)
            let community = world.site.env.communities[world.community]
            switch way {
            case "muted": try await community.follow(thread, .muted, as: Viewer(member: world.ann))
            case "none": try await world.settings({ _ in }, levels: [world.community: .none])
            default: try await world.site.join(world.ann, world.community, standing: .former)
            }
            #expect(try await world.monday() == nil, "\(way)")
            #expect(try await world.queued().isEmpty, "\(way)")
        }
    }

    @Test("waits for the weekly digest of a place that is wanted weekly")
    func weekly() async throws {
        let world = try await DigestWorld()
        try await world.settings({ _ in }, levels: [world.community: .weekly])
        let post = try await world.post("Of Ann")
        #expect(try await world.monday() == nil)
        world.site.pass(.hours(1))
        try await world.react(to: post, world.sam)
        for _ in 1...6 {
            world.site.pass(.days(1))
            try await world.round()
        }
        #expect(try await world.queued().isEmpty)
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.mail()?.text.contains("1 person found this helpful") == true)
    }

    @Test("of a post that is reported is not told")
    func reported() async throws {
        let world = try await DigestWorld()
        let post = try await world.post("Of Ann")
        try await world.react(to: post, world.sam)
        _ = try await world.site.env.communities[world.community]
            .report(post, try NewReport(.spam, note: ""), as: Viewer(member: world.sam))
        #expect(try await world.monday() == nil)
    }

    @Test("lists ten posts and says how many more there are, also on the page that shows the next digest")
    func many() async throws {
        let world = try await DigestWorld()
        for number in 1...12 { try await world.react(to: try await world.post("Matter number \(number)"), world.sam) }
        let page = try await world.site.browser(world.ann).post("/settings/mail/preview", [])
        #expect(Markup.faults(page.text) == [] && page.text.contains("<h2>Your posts that helped people</h2>"))
        #expect(page.text.contains("Matter number 12</a></h3>") && !page.text.contains("Matter number 2</a></h3>"))
        let mail = try #require(try await world.monday())
        #expect(mail.text.contains("10. Matter number 3") && !mail.text.contains("Matter number 2"))
        #expect(mail.text.contains("and 2 more of your posts"))
    }
}

@Suite("Golden digests with reactions")
struct GoldenReactionDigestTests {
    private func world(alone: Bool) async throws -> DigestWorld {
        let world = try await DigestWorld()
        let winter = try await world.site.group("winter", in: world.community)
        let first = try await world.post("<script>alert('title')</script> & \u{202E}desrever")
        let second = try await world.post("How do you record this?", in: winter)
        try await world.react(to: first, world.sam)
        for member in try await world.others(3) {
            try await world.site.join(member, group: winter, of: world.community)
            try await world.react(.tried, to: second, member)
        }
        if !alone { try await world.thread("What Sam asked") }
        return world
    }

    @Test("are what the files in Tests/Golden/mail say", arguments: [true, false], Language.allCases)
    func golden(alone: Bool, language: Language) async throws {
        let mail = try #require(try await world(alone: alone).monday(language))
        let name = alone ? "digest-reactions-alone" : "digest-reactions"
        try GoldenMails.compare(mail, name, language) { $0.replacing(/\/u\/[A-Za-z0-9_-]+/, with: "/u/TOKEN") }
    }
}
