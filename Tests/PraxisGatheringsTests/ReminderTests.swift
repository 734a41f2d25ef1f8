import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("When those who come are reminded")
struct ReminderPlanTests {
    private func plan(_ wall: String, _ zone: String) throws -> ReminderPlan {
        let wall = try #require(WallTimePlan.wall(wall)), zone = try #require(TimeZone(identifier: zone))
        return ReminderPlan(wall: wall, zone: zone, startAt: WallTimePlan.momentOfSeries(wall, in: zone))
    }

    private func hours(
        _ plan: ReminderPlan,
        _ lead: ReminderLead,
        before start: String,
        _ zone: String
    ) throws -> Double {
        let wall = try #require(WallTimePlan.wall(start)), zone = try #require(TimeZone(identifier: zone))
        return Double(WallTimePlan.momentOfSeries(wall, in: zone).since(plan.moment(lead)).milliseconds) / 3_600_000
    }

    @Test(
        "is a week and a day before at the same time of the clock, over both nights in which clocks change, and an hour before by the hour",
        arguments: [
            ("2027-03-28T09:00", 23.0, 167.0), ("2027-03-29T09:00", 24, 167), ("2026-10-25T09:00", 25, 169),
            ("2027-03-28T01:30", 24, 168), ("2026-10-25T01:30", 24, 168), ("2026-12-15T12:30", 24, 168),
        ]
    )
    func clocks(start: String, day: Double, week: Double) throws {
        let plan = try plan(start, "Europe/London")
        #expect(try hours(plan, .day, before: start, "Europe/London") == day)
        #expect(try hours(plan, .week, before: start, "Europe/London") == week)
        #expect(try hours(plan, .hour, before: start, "Europe/London") == 1)
    }

    @Test("is the nearest that is due, once, and nothing before the first and after the beginning")
    func due() throws {
        let plan = try plan("2026-12-15T12:30", "Europe/London"), start = plan.moment(.hour) + .hours(1)
        #expect(plan.due(at: plan.moment(.week) - .minutes(1)) == nil)
        #expect(plan.due(at: plan.moment(.week)) == .week && plan.due(at: plan.moment(.day) - .minutes(1)) == .week)
        #expect(plan.due(at: plan.moment(.day)) == .day && plan.due(at: start - .minutes(1)) == .hour)
        #expect(plan.due(at: start) == nil && plan.next(after: start - .minutes(30)) == nil)
        #expect(plan.next(after: plan.moment(.week)) == plan.moment(.day))
    }
}

@Suite("Reminders of a date")
struct ReminderTests {
    private func tick(_ world: GatheringWorld, _ env: PraxisCommunity.Environment? = nil) async throws {
        for tick in Forum.capabilities.ticks where tick.name == "reminders of dates" {
            try await tick.run(env ?? world.site.env)
        }
    }

    private func wait(_ world: GatheringWorld, until span: Span, before start: Timestamp) {
        world.site.pass((start - span).since(world.site.now))
    }

    private func startAt(_ world: GatheringWorld) async throws -> Timestamp {
        try await world.site.value(
            "SELECT startAt FROM gathering WHERE threadId = \(world.gathering)" as SQL<Timestamp>
        )
    }

    private func choose(_ names: [String], _ world: GatheringWorld, _ persona: Persona = .member) async throws {
        let fields = (["confirmation"] + names).map { ($0, "on") }
        #expect(try await world.people.post("/settings/mail/gatherings", fields, as: persona).status == 303)
    }

    @Test("come a day before to those who said yes or maybe, once, also after a restart; to no one else")
    func day() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }, start = try await startAt(world)
        _ = try await world.answer("yes", .member)
        _ = try await world.answer("yes", .manager)
        _ = try await world.answer("maybe", .moderator)
        _ = try await world.answer("no", .facilitator)
        wait(world, until: .hours(24) + .minutes(1), before: start)
        try await tick(world)
        #expect(try await world.site.queued(.reminder).isEmpty)
        world.site.pass(.minutes(2))
        try await tick(world)
        try await tick(world, world.site.restarted())
        let mails = try await world.site.queuedMails(.reminder)
        #expect(mails.count == 3)
        // Who waits for a seat does not come yet.
        let told = mails.filter { $0.content != nil }.map(\.to)
        #expect(try Set(told) == [world.people.member(.member), world.people.member(.moderator)])
        await Outbox(world.site.env, atOnce: 1).handOverDue()
        let sent = world.site.mails.filter { $0.subject == "Reminder: Winter round" }
        #expect(sent.count == 2 && sent.allSatisfy { $0.text.contains("Tuesday 15 December") })
        wait(world, until: .minutes(30), before: start)
        try await tick(world)
        #expect(try await world.site.queued(.reminder).count == 3, "an hour before only for those who asked")
    }

    @Test("come as long before as each member has chosen; the page of settings says what is so unless they do")
    func chosen() async throws {
        let world = try await GatheringWorld(), start = try await startAt(world)
        let settings = try await world.page("/settings/mail", .member)
        #expect(Markup.faults(settings.text) == [] && settings.has("name=\"day\" value=\"on\" checked"))
        #expect(settings.has("name=\"week\" value=\"on\">") && settings.has("We always email you when you get a place"))
        for persona in [Persona.member, .moderator, .manager] { _ = try await world.answer("yes", persona) }
        try await choose(["week", "hour"], world)
        try await choose([], world, .moderator)
        var counts: [Int] = []
        for span in [Span.days(7), .hours(24), .hours(1)] {
            wait(world, until: span, before: start)
            try await tick(world)
            counts.append(try await world.site.queued(.reminder).count)
        }
        #expect(counts == [1, 2, 3])
        let saved = try await world.page("/settings/mail", .member)
        #expect(saved.has("name=\"week\" value=\"on\" checked") && saved.has("name=\"day\" value=\"on\">"))
        #expect(try await world.people.post("/settings/mail/stop", [], as: .member).status == 303)
        let stopped = try await world.page("/settings/mail", .member)
        #expect(
            !stopped.has("name=\"week\" value=\"on\" checked")
                && !stopped.has("name=\"confirmation\" value=\"on\" checked")
        )
    }

    @Test("do not leave for what changed since: turned off or paused, answered no, suspended, cancelled, moved, begun")
    func stale() async throws {
        for change in ["off", "pause", "no", "suspended", "cancelled", "skipped", "moved", "begun", ""] {
            let world = try await GatheringWorld(), start = try await startAt(world)
            _ = try await world.answer("yes", .member)
            wait(world, until: .hours(24), before: start)
            try await tick(world)
            #expect(try await world.site.queued(.reminder).count == 1)
            switch change {
            case "off": try await choose(["week"], world)
            case "pause":
                let fields = [
                    ("rhythm", "weekly"), ("weekday", "1"), ("monthDay", "1"), ("hour", "7"),
                    ("pausedUntil", "2027-01-01"),
                ]
                #expect(try await world.people.post("/settings/mail", fields, as: .member).status == 303)
            case "no": _ = try await world.answer("no", .member)
            case "suspended": try await world.suspend(.member)
            case "cancelled": try await world.change { $0.state = .cancelled }
            case "skipped": try await world.change { $0.state = .skipped }
            case "moved": try await world.move(to: "2026-12-17", "12:30")
            case "begun": world.site.pass(.hours(24))
            default: break
            }
            let before = world.site.mails.count
            await Outbox(world.site.env, atOnce: 1).handOverDue()
            let sent = world.site.mails.dropFirst(before).filter { $0.subject.hasPrefix("Reminder") }
            #expect(sent.count == (change.isEmpty ? 1 : 0), "\(change)")
        }
    }

    @Test("come again for a date that is moved, and not at once for one that is moved to what is near")
    func moved() async throws {
        let world = try await GatheringWorld(), start = try await startAt(world)
        _ = try await world.answer("yes", .member)
        wait(world, until: .hours(24), before: start)
        try await tick(world)
        try await world.move(to: "2026-12-17", "12:30")
        try await tick(world)
        #expect(try await world.site.queued(.reminder).count == 1)
        world.site.pass(.days(2))
        try await tick(world)
        #expect(try await world.site.queuedMails(.reminder).map { $0.content != nil } == [false, true])
        try await world.move(to: "2026-12-17", "10:30")
        try await tick(world)
        #expect(try await world.site.queued(.reminder).count == 2)
    }

    @Test("of a date that is planned a few hours ahead are for the hour alone")
    func near() async throws {
        let world = try await GatheringWorld { ($0.date, $0.time) = ("2026-11-21", "11:30") }
        try await choose(["week", "day", "hour"], world)
        _ = try await world.answer("yes", .member)
        try await tick(world)
        #expect(try await world.site.queued(.reminder).isEmpty)
        world.site.pass(.minutes(91))
        try await tick(world)
        #expect(try await world.lastMail(.reminder)?.subject == "Starting soon: Winter round")
    }

    @Test("of a site that was off for days come once, the nearest alone")
    func late() async throws {
        let world = try await GatheringWorld(), start = try await startAt(world)
        try await choose(["week", "day", "hour"], world)
        _ = try await world.answer("yes", .member)
        wait(world, until: .hours(20), before: start)
        for _ in 1...2 { try await tick(world) }
        #expect(try await world.site.queued(.reminder).count == 1)
    }

    @Test("to three thousand are queued in steps, and begun again after a crash in between no one gets two")
    func many() async throws {
        let world = try await GatheringWorld(), start = try await startAt(world), gathering = world.gathering
        try await world.site.write { db in
            for number in 1...3000 {
                let email = try #require(EmailAddress("many\(number)@example.org"))
                let member = try db.addMember(NewMember(email: email, name: "Many Number\(number)"), by: .system())
                try db.setAnswer(.yes, needs: nil, of: member, to: gathering)
            }
        }
        wait(world, until: .hours(24), before: start)
        let first = try await world.site.env.site.remind(of: gathering, after: 0)
        #expect(first.queued == 250 && first.last != nil)
        let env = world.site.restarted(), begin = ContinuousClock.now
        #expect(try await ReminderRound(env, at: world.site.now).run() == 2750)
        print("2,750 of 3,000 reminders queued in", ContinuousClock.now - begin)
        #expect(try await ReminderRound(env, at: world.site.now).run() == 0)
        #expect(try await world.site.queued(.reminder).count == 3000)
    }

    @Test(
        "say when it is and where, and ask who might come; of a group whose name may not leave the time alone",
        arguments: Language.allCases
    )
    func golden(language: Language) async throws {
        for name in ["reminder", "reminder-maybe", "reminder-something", "reminder-soon", "reminder-soon-something"] {
            let world = try await GatheringWorld(), start = try await startAt(world)
            let isDiscreet = name.hasSuffix("something"), isSoon = name.contains("soon")
            if isDiscreet { try await world.hideName() }
            try await choose(["day", "hour"], world)
            _ = try await world.answer(name.contains("maybe") ? "maybe" : "yes", .member)
            wait(world, until: isSoon ? .hours(1) : .hours(24), before: start)
            try await tick(world)
            let mail = try #require(try await world.lastMail(.reminder, language))
            for word in ["Winter round", "Hall 3", "meet.example"] {
                #expect(mail.everything.contains(word) != isDiscreet, "\(name): \(word)")
            }
            try GoldenMails.compare(mail.withoutTokens, name, language)
        }
    }
}
