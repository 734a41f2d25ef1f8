import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisMail
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

extension DigestWorld {
    /// A date at 12:30 in London that Sam plans, who is a facilitator of the group by then.
    @discardableResult
    fileprivate func date(
        _ title: String,
        on day: String,
        in group: GroupID? = nil,
        purpose: String? = nil
    ) async throws -> ThreadID {
        try await hold(group)
        let new = try site.gathering(title, joinLink: "https://meet.example/heron", purpose: purpose) { $0.date = day }
        return try await actor.planGathering(new, in: group ?? commons, as: Viewer(member: sam))
    }

    private var actor: Community { site.env.communities[community] }

    private func hold(_ group: GroupID?) async throws {
        if let group, group != commons {
            try await site.join(sam, group: group, of: community, as: .facilitator)
        } else {
            try await site.join(sam, community, as: .facilitator)
        }
    }

    fileprivate func series(_ name: String, from day: String) async throws {
        try await hold(nil)
        let new = try site.series(name) { $0.date.date = day }
        _ = try await actor.planSeries(new, in: commons, as: Viewer(member: sam))
    }

    fileprivate func change(_ date: ThreadID, _ body: (inout GatheringChange) -> Void) async throws {
        var change = GatheringChange()
        body(&change)
        let made = change
        try await actor.changeGathering(date, made, as: Viewer(member: sam))
    }

    fileprivate func move(_ date: ThreadID, _ title: String, to day: String) async throws {
        let new = try site.gathering(title, joinLink: "https://meet.example/heron") { $0.date = day }
        try await change(date) { $0.details = new.details }
    }

    /// Ann's answer.
    fileprivate func say(_ answer: GatheringAnswer, to date: ThreadID) async throws {
        try await actor.answer(answer, to: date, as: Viewer(member: ann))
    }

    /// Ann's first digest, so that later ones tell of what has changed since; on Monday 23 November.
    fileprivate func first() async throws {
        try await thread("Something to begin with")
        becomeMonday()
        try await round()
        #expect(try await queued().count == 1)
        site.pass(.hours(1))
    }

    /// Ann's mail of the next morning; nil without one.
    fileprivate func tomorrow(_ language: Language = .english) async throws -> MailContent? {
        let before = try await queued().count
        site.pass(.days(1))
        try await round()
        return try await queued().count > before ? try await mail(language) : nil
    }
}

extension MailContent {
    /// The text part without its line breaks.
    fileprivate var flowing: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

@Suite("Gatherings in the digest")
struct GatheringDigestTests {
    @Test("are told once when they are a week ahead, with when and how, and what their reader said")
    func ahead() async throws {
        let world = try await DigestWorld()
        let date = try await world.date("Winter round", on: "2026-12-01", purpose: "We talk of herons.")
        try await world.first()
        #expect(try await world.tomorrow() == nil)
        try await world.say(.yes, to: date)
        let mail = try #require(try await world.tomorrow())
        #expect(mail.subject == "Gathering: Winter round")
        #expect(mail.text.contains("1. Winter round\n"))
        #expect(mail.flowing.contains("Tuesday 1 December, 12:30pm to 1:30pm · Online · You are coming."))
        #expect(mail.text.contains("/t/\(date)\n") && !mail.everything.contains("meet.example"))
        for _ in 0..<3 { #expect(try await world.tomorrow() == nil) }
    }

    @Test("are told before they are near when they are planned: of a new series the first alone")
    func planned() async throws {
        let world = try await DigestWorld()
        try await world.first()
        let date = try await world.date("Spring round", on: "2027-03-09", purpose: "To hear of spring.")
        try await world.series("Evening rounds", from: "2026-12-15")
        let mail = try #require(try await world.tomorrow())
        let numbered = mail.text.matches(of: /(?m)^(\d+)\. (.*)$/).map { String($0.2) }
        #expect(numbered == ["Evening rounds", "Spring round"])
        #expect(mail.text.contains("Say if you are coming"))
        // Its purpose is no discussion of its own; what is said of it is.
        #expect(!mail.text.contains("To hear of spring."))
        #expect(try await world.tomorrow() == nil)
        try await world.reply("Shall I bring the map?", to: date)
        #expect(try await world.tomorrow()?.text.contains("Shall I bring the map?") == true)
    }

    @Test(
        "are told again when they are moved or cancelled in the week before, also to a day beyond it; not for a new title"
    )
    func changed() async throws {
        let world = try await DigestWorld()
        let date = try await world.date("Winter round", on: "2026-11-26")
        try await world.first()
        try await world.move(date, "Winter gathering", to: "2026-11-26")
        #expect(try await world.tomorrow() == nil)
        try await world.move(date, "Winter gathering", to: "2026-12-17")
        let moved = try #require(try await world.tomorrow())
        #expect(moved.flowing.contains("New time: Thursday 17 December, 12:30pm to 1:30pm"))
        #expect(moved.flowing.contains("Before: Thursday 26 November, 12:30pm to 1:30pm"))
        #expect(try await world.tomorrow() == nil)
        // Friday 11 December is the first morning on which it is less than a week ahead.
        world.site.pass(.days(15))
        try await world.round()
        let near = try #require(try await world.mail())
        #expect(near.flowing.contains("Thursday 17 December") && !near.text.contains("Before:"))
        world.site.pass(.days(3))
        try await world.change(date) { $0.state = .cancelled }
        let cancelled = try #require(try await world.tomorrow())
        #expect(cancelled.flowing.contains("It does not take place. It was planned for Thursday 17 December, 12:30pm"))
        #expect(try await world.tomorrow() == nil)
    }

    @Test("are not told to those who said no, muted the discussion, want no digest of the place or left it")
    func unwanted() async throws {
        for way in 0..<4 {
            let world = try await DigestWorld()
            let date = try await world.date("Winter round", on: "2026-11-25")
            switch way {
            case 0: try await world.say(.no, to: date)
            case 1:
                try await world.site.write { db in
                    try db.run(
                        "INSERT INTO follow (memberId, threadId, level) VALUES (\(world.ann), \(date), 'muted')"
                    )
                }
            case 2: try await world.settings({ _ in }, levels: [world.community: .none])
            default: try await world.site.join(world.ann, world.community, standing: .former)
            }
            world.becomeMonday()
            try await world.round()
            #expect(try await world.queued().isEmpty, "\(way)")
        }
    }

    @Test("that were planned weeks before a monthly digest are told in it")
    func monthly() async throws {
        let world = try await DigestWorld()
        try await world.settings { ($0.rhythm, $0.monthDay) = (.monthly, 1) }
        try await world.thread("Something to begin with")
        world.site.pass(.days(10))
        try await world.round()
        #expect(try await world.queued().count == 1)
        world.site.pass(.days(4))
        try await world.date("Spring round", on: "2027-03-09")
        world.site.pass(.days(27))
        try await world.round()
        #expect(try await world.queued().count == 2)
        #expect(try await world.mail()?.text.contains("1. Spring round") == true)
    }

    @Test("of a place that is wanted weekly come once a week, all of the next seven days")
    func weekly() async throws {
        let world = try await DigestWorld()
        try await world.settings({ _ in }, levels: [world.community: .weekly])
        try await world.date("This week", on: "2026-12-02")
        try await world.date("Next week", on: "2026-12-10")
        world.site.pass(.days(7))
        world.becomeMonday()
        try await world.round()
        let mail = try #require(try await world.mail())
        #expect(mail.text.contains("1. This week") && !mail.text.contains("2. "))
        for _ in 0..<6 { #expect(try await world.tomorrow() == nil) }
        #expect(try await world.tomorrow()?.text.contains("1. Next week") == true)
    }

    @Test(
        "stand after what is to the reader and before the discussions, and are not named where a group's name may not leave"
    )
    func order() async throws {
        let world = try await DigestWorld()
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        let own = try await world.thread("Asked by Ann", by: world.ann)
        try await world.thread("Of Sam")
        let post: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(own)" as SQL<PostID>)
        _ = try await world.site.env.communities[world.community]
            .reply(to: own, PostText("To Ann"), replyTo: post, as: Viewer(member: world.sam))
        try await world.date("Winter round", on: "2026-11-25")
        let secret = try await world.date("A heavy title", on: "2026-11-26", in: circle)
        world.becomeMonday()
        let page = try await world.site.browser(world.ann).post("/settings/mail/preview", [])
        #expect(Markup.faults(page.text) == [] && page.text.contains("<h2>Gatherings</h2>"))
        try await world.round()
        let mail = try #require(try await world.mail())
        let headings = ["For you", "Gatherings", "A gathering in one of your groups: Thursday 26 November", "Of Sam"]
        let text = mail.flowing, places = headings.map { text.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        for word in ["heavy", "riefcircle", "/t/\(secret)"] { #expect(!mail.everything.contains(word), "\(word)") }
    }

    @Test(
        "are what the files in Tests/Golden/mail say, with words that mean no good in them",
        arguments: Language.allCases
    )
    func golden(language: Language) async throws {
        let world = try await DigestWorld()
        let circle = try await world.site.group("griefcircle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        let moved = try await world.date("Moved", on: "2026-11-26")
        let cancelled = try await world.date("Cancelled", on: "2026-11-27")
        try await world.first()
        try await world.date("<script>alert('title')</script> & \u{202E}desrever", on: "2026-11-25")
        try await world.date("A heavy title", on: "2026-11-25", in: circle)
        let coming = try await world.date("Winter round", on: "2026-11-28")
        try await world.say(.maybe, to: coming)
        try await world.move(moved, "Moved", to: "2026-12-10")
        try await world.change(cancelled) { $0.state = .cancelled }
        let mail = try #require(try await world.tomorrow(language))
        try GoldenMails.compare(mail, "digest-gatherings", language) {
            $0.replacing(/\/u\/[A-Za-z0-9_-]+/, with: "/u/TOKEN")
        }
    }
}
