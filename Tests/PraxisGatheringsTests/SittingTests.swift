import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisMail
import PraxisOutbox
import PraxisStore
import PraxisTesting
import Testing

@Suite("When those who come are told of changes")
struct SittingPlanTests {
    @Test("is ten minutes after the last, an hour after the first at most, and two minutes if a date is near")
    func leaves() {
        let began = TestSite.morning, far = began + .days(3)
        func minutes(_ passed: Int64, nearest: Timestamp) -> Int64 {
            let now = began + .minutes(passed)
            return SittingPlan.leavesAt(began: began, nearest: nearest, at: now).since(began).milliseconds / 60_000
        }
        #expect(minutes(0, nearest: far) == 10 && minutes(45, nearest: far) == 55 && minutes(55, nearest: far) == 60)
        #expect(minutes(70, nearest: far) == 70, "after the hour at once")
        #expect(minutes(0, nearest: began + .hours(3)) == 2 && minutes(0, nearest: began - .minutes(5)) == 2)
        #expect(minutes(5, nearest: began + .hours(4)) == 15)
    }
}

@Suite("The mail about changes of dates")
struct SittingTests {
    private func tick(_ site: TestSite, _ env: PraxisCommunity.Environment? = nil) async throws {
        for tick in Forum.capabilities.ticks where tick.name == "changes of dates" {
            try await tick.run(env ?? site.env)
        }
    }

    @Test(
        "comes once for all that was changed in one sitting, to those who said yes or maybe alone, also after a restart"
    )
    func once() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }
        for persona in [Persona.member, .manager] { _ = try await world.answer("yes", persona) }
        _ = try await world.answer("maybe", .moderator)
        _ = try await world.answer("no", .guest)
        try await world.move(to: "2026-12-17", "12:30")
        world.site.pass(.minutes(9))
        try await tick(world.site)
        try await world.move(to: "2026-12-18", "14:00")
        world.site.pass(.minutes(9))
        try await tick(world.site)
        #expect(try await world.site.queued(.dateChanges).isEmpty)
        world.site.pass(.minutes(1))
        try await tick(world.site)
        try await tick(world.site, world.site.restarted())
        let mails = try await world.site.queuedMails(.dateChanges)
        let told: [Persona] = [.member, .manager, .moderator]
        #expect(try Set(mails.map(\.to)) == Set(told.map { try world.people.member($0) }) && mails.count == 3)
        let mail = try #require(mails.first?.content), text = mail.text.replacing("\n", with: " ")
        #expect(mail.subject == "New time: Winter round")
        #expect(
            text.contains("New time: Friday 18 December, 2:00pm to 3:00pm")
                && text.contains("Before: Tuesday 15 December, 12:30pm")
        )
        #expect(!text.contains("17 December"))
        try await world.change { $0.state = .cancelled }
        world.site.pass(.minutes(10))
        try await tick(world.site)
        #expect(try await world.site.queued(.dateChanges).count == 6, "the next sitting is told of as well")
    }

    @Test("says once who can read what it is about, and at each date where that differs")
    func readers() async throws {
        let world = try await GatheringWorld(), people = world.people, site = world.site
        let winter = try await site.group("winter", in: people.community, access: .request)
        try await site.join(people.member(.facilitator), group: winter, of: people.community, as: .facilitator)
        try await site.join(people.member(.member), group: winter, of: people.community)
        let actor = site.env.communities[people.community], host = try people.viewer(.facilitator)
        let closed = try await actor.planGathering(try site.gathering("Closed round"), in: winter, as: host)
        var cancelling = GatheringChange()
        cancelling.state = .cancelled
        for date in [world.gathering, closed] {
            _ = try await people.post("/t/\(date)/answer", [("answer", "yes")], as: .member)
            try await actor.changeGathering(date, cancelling, as: host)
        }
        site.pass(.minutes(10))
        try await tick(site)
        let mail = try #require(try await world.lastMail(.dateChanges)).text
        let open = "All members of Nursing can read this group.",
            joined = "Only people who have joined can read this group."
        #expect(mail.components(separatedBy: open).count == 2 && mail.components(separatedBy: joined).count == 2)
        for (title, readers) in [("Winter round", open), ("Closed round", joined)] {
            let part = try #require(
                mail.components(separatedBy: title + "\n---").last?.components(separatedBy: "\n---").first
            )
            #expect(part.contains(readers), "\(title)")
        }
    }

    @Test(
        "is announced to those who can change the date, with when it leaves; they can keep it from leaving, which the audit log says"
    )
    func withheld() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        _ = try await world.answer("yes", .member)
        try await world.move(to: "2026-12-17", "12:30")
        let page = try await world.page(path, .facilitator)
        #expect(Markup.faults(page.text) == [] && page.has("1 person gets an email about what has changed, at 9:10am."))
        #expect(page.has("Do not send it</button>"))
        for persona in [Persona.member, .moderator, .visitor] {
            #expect(!(try await world.page(path, persona)).has("gets an email"), "\(persona)")
        }
        for (persona, status) in [(Persona.member, 403), (.stranger, 404)] {
            let refused = try await world.people.post(path + "/gathering/note/withhold", [], as: persona)
            #expect(refused.status == status, "\(persona)")
        }
        let sent = try await world.people.post(path + "/gathering/note/withhold", [], as: .facilitator)
        #expect(sent.status == 303 && sent.location == path + "?done=withheld")
        let after = try await world.page(path + "?done=withheld", .facilitator)
        #expect(after.has("No one gets an email about what has changed.") && !after.has("Do not send it"))
        #expect(try await world.site.audited().last?.act == .noteWithheld)
        world.site.pass(.minutes(20))
        try await tick(world.site)
        #expect(try await world.site.queued(.dateChanges).isEmpty)
    }

    @Test(
        "does not leave if everything was changed back, and is not announced then; nor where no one comes, or of what is over"
    )
    func nothing() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        try await world.move(to: "2026-12-17", "12:30")
        #expect(!(try await world.page(path, .facilitator)).has("gets an email"))
        _ = try await world.answer("maybe", .member)
        try await world.change { $0.state = .cancelled }
        #expect(try await world.page(path, .facilitator).has("1 person gets an email"))
        try await world.change { $0.state = .planned }
        #expect(!(try await world.page(path, .facilitator)).has("gets an email"))
        world.site.pass(.minutes(20))
        try await tick(world.site)
        #expect(try await world.site.queued(.dateChanges).isEmpty)
        world.site.pass(.days(30))
        try await world.change { $0.state = .cancelled }
        world.site.pass(.minutes(20))
        try await tick(world.site)
        #expect(try await world.site.queued(.dateChanges).isEmpty)
    }

    @Test("is not about what its reader may not read by then, has said no to, or what is again as it was")
    func stale() async throws {
        for change in ["suspended", "no", "back", ""] {
            let world = try await GatheringWorld()
            _ = try await world.answer("yes", .member)
            try await world.change { $0.state = .cancelled }
            world.site.pass(.minutes(10))
            try await tick(world.site)
            switch change {
            case "suspended": try await world.suspend(.member)
            case "no":
                try await world.change { $0.state = .planned }
                _ = try await world.answer("no", .member)
                try await world.change { $0.state = .cancelled }
            case "back": try await world.change { $0.state = .planned }
            default: break
            }
            let before = world.site.mails.count
            await Outbox(world.site.env, atOnce: 1).handOverDue()
            let sent = world.site.mails.dropFirst(before).filter { $0.subject.hasPrefix("Cancelled") }
            #expect(sent.count == (change.isEmpty ? 1 : 0), "\(change)")
        }
    }

    @Test("of a series lists its dates in their order in one mail, whatever was moved, cancelled and retitled")
    func series() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads(),
            member = try world.people.viewer(.member)
        for thread in threads { try await world.actor.answer(.yes, to: thread, as: member) }
        try await world.change { $0.date.time = "14:00" }
        var change = GatheringChange()
        change.state = .cancelled
        let cancelled = change
        try await world.actor.changeGathering(threads[1], cancelled, as: world.people.viewer(.facilitator))
        world.site.pass(.minutes(10))
        try await tick(world.site)
        let mails = try await world.site.queuedMails(.dateChanges)
        let mail = try #require(mails.first?.content)
        #expect(mails.count == 1 && mail.subject == "4 gatherings have changed")
        let days = [
            "15 December, 2:00pm", "It does not take place", "12 January 2027, 2:00pm", "26 January 2027, 2:00pm",
        ]
        let text = mail.text.replacing("\n", with: " ")
        let places = days.compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == 4 && places == places.sorted(), "\(text)")
        let kept: Int = try await world.site.value("SELECT count(*) FROM gatheringChange")
        #expect(kept == 4)
        world.site.pass(.days(31) + .minutes(50))
        for tick in Forum.capabilities.ticks where tick.name == "purges" { try await tick.run(world.site.env) }
        let left: Int = try await world.site.value("SELECT count(*) FROM gatheringChange")
        #expect(left == 0)
    }

    @Test(
        "says what each date was and is; of a group whose name may not leave the times alone",
        arguments: Language.allCases
    )
    func golden(language: Language) async throws {
        for name in ["date-changes", "date-changes-cancelled", "date-changes-many", "date-changes-something"] {
            let isDiscreet = name.hasSuffix("something")
            let mail: MailContent?
            if name.hasSuffix("many") {
                let world = try await SeriesWorld(), member = try world.people.viewer(.member)
                for thread in try await world.threads() { try await world.actor.answer(.yes, to: thread, as: member) }
                try await world.change { ($0.date.title, $0.date.time) = ("Evening circles", "18:00") }
                world.site.pass(.minutes(10))
                try await tick(world.site)
                let queued = try #require(try await world.site.queued(.dateChanges).last)
                mail = try await world.site.content(of: queued, language)
            } else {
                let world = try await GatheringWorld()
                if isDiscreet { try await world.hideName() }
                _ = try await world.answer("yes", .member)
                if name.hasSuffix("cancelled") {
                    try await world.change { $0.state = .cancelled }
                } else {
                    let read = try await world.people.api(.get, "/gatherings/\(world.gathering)", as: .facilitator)
                    let version = try #require(read.json["version"] as? Int)
                    let body = """
                        {"title":"Spring round","start":"2026-12-17T09:30","zone":"America/Toronto","place":"Hall 4",
                        "joinLink":"https://meet.example/stork","version":\(version)}
                        """
                    let path = "/gatherings/\(world.gathering)"
                    #expect(try await world.people.api(.patch, path, body, as: .facilitator).status == 200)
                }
                world.site.pass(.minutes(10))
                try await tick(world.site)
                mail = try await world.lastMail(.dateChanges, language)
            }
            let made = try #require(mail)
            for word in ["Winter", "Spring", "Hall", "meet.example"] where isDiscreet {
                #expect(!made.everything.contains(word), "\(name): \(word)")
            }
            try GoldenMails.compare(made, name, language)
        }
    }
}
