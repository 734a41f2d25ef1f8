import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("What a host writes to people by what they answered")
struct HostMessageTests {
    /// A date with one seat: the member has it, the moderator waits, the manager said maybe, the guest no.
    static func world(_ change: (inout TypedGathering) -> Void = { _ in }) async throws -> GatheringWorld {
        let world = try await GatheringWorld {
            $0.capacity = "1"
            change(&$0)
        }
        for persona in [Persona.member, .moderator] { _ = try await world.answer("yes", persona) }
        _ = try await world.answer("maybe", .manager)
        _ = try await world.answer("no", .guest)
        return world
    }

    @Test(
        "has a form for its hosts alone, which says how many gave each answer; beside the answers a button leads to it"
    )
    func form() async throws {
        let world = try await Self.world(), path = "/t/\(world.gathering)"
        let page = try await world.page(path + "/message", .facilitator)
        #expect(page.status == 200 && Markup.faults(page.text) == [])
        #expect(page.has("Coming (1)") && page.has("Waiting list (1)") && page.has("Maybe (1)"))
        #expect(page.has("The email contains your name and the whole message."))
        let answers = try await world.page(path + "/answers", .facilitator)
        #expect(answers.has("href=\"\(path)/message\">Write to them</a>"))
        for persona in [Persona.member, .moderator, .guest] {
            #expect(!(try await world.page(path + "/answers", persona)).has("Write to them"), "\(persona)")
            #expect(try await world.page(path + "/message", persona).status == 403, "\(persona)")
            #expect(try await world.write(to: ["seated"], persona).status == 403, "\(persona)")
            #expect(try await world.withdraw("1", persona).status == 403, "\(persona)")
        }
        #expect(try await world.page(path + "/message", .stranger).status == 404)
        #expect(try await world.write(to: ["seated"], .stranger).status == 404)
        #expect(try await world.withdraw("1", .facilitator).status == 404, "no such message")
        #expect(try await world.page(path + "/message", .visitor).status != 200)
        let thread = try await world.site.thread(
            "No date",
            "Herons.",
            in: world.commons,
            of: world.people.community,
            by: world.people.member(.member)
        )
        #expect(try await world.page("/t/\(thread)/message", .facilitator).status == 404, "no date")
    }

    @Test("leaves after two minutes, by mail and on the page to those whose answer was ticked, and to no one else")
    func leaves() async throws {
        let world = try await Self.world(), path = "/t/\(world.gathering)"
        let sent = try await world.write(to: ["seated", "maybe"])
        #expect(sent.status == 303 && sent.location == path + "/answers?done=message")
        let held = try await world.page(path + "/answers?done=message", .facilitator)
        #expect(
            Markup.faults(held.text) == [] && held.has("This message leaves at 9:02am.") && held.has("Do not send it<")
        )
        #expect(held.has("<strong>boots</strong>") && held.has("To: Coming, Maybe."))
        #expect(!(try await world.page(path + "/answers", .member)).has("boots"), "not before it leaves")
        #expect(!(try await world.page(path, .member)).has("message from the facilitators"))
        world.site.pass(.minutes(1))
        try await world.tick()
        #expect(try await world.site.queued(.hostMessage).isEmpty)
        world.site.pass(.minutes(1))
        try await world.tick()
        try await world.tick(world.site.restarted())
        let told = try await world.site.queued(.hostMessage).map(\.member)
        #expect(
            try Set(told) == Set([Persona.member, .manager].map { try world.people.member($0) }) && told.count == 2
        )
        for (persona, isShown) in [
            (Persona.member, true), (.manager, true), (.moderator, false), (.guest, false), (.visitor, false),
        ] {
            let answers = try await world.page(path + "/answers", persona), date = try await world.page(path, persona)
            #expect(answers.has("boots") == isShown, "\(persona)")
            #expect(
                date.has("\(path)/answers#messages-h\">1 message from the facilitators</a>") == isShown,
                "\(persona)"
            )
            #expect(!answers.has("Remove it from this page"), "\(persona)")
        }
        #expect(!(try await world.page(path + "/answers?done=message", .facilitator)).has("leaves at"), "it has left")
        // A message is to an answer: who gives it later reads it, and who gives another does not any more.
        _ = try await world.answer("maybe", .guest)
        #expect(try await world.page(path + "/answers", .guest).has("boots"))
        _ = try await world.answer("no", .member)
        #expect(!(try await world.page(path + "/answers", .member)).has("boots"))
        let acts = try await world.site.audited().map(\.act)
        #expect(acts.last == .hostMessageSent)
    }

    @Test("can be taken back until it leaves: no one gets it, and the form has the text, for a week")
    func undone() async throws {
        let world = try await Self.world(), path = "/t/\(world.gathering)"
        _ = try await world.write(to: ["waiting"])
        world.site.pass(.seconds(119))
        let undone = try await world.withdraw("1")
        #expect(undone.status == 303 && undone.location == path + "/message?done=undone")
        let form = try await world.page(path + "/message?done=undone", .facilitator)
        #expect(
            form.has("Bring **boots**.") && form.has("value=\"waiting\" checked")
                && form.has("The message was not sent.")
        )
        #expect(try await world.withdraw("1").status == 404, "it is taken back already")
        world.site.pass(.minutes(5))
        try await world.tick()
        #expect(try await world.site.queued(.hostMessage).isEmpty)
        #expect(!(try await world.page(path + "/answers", .moderator)).has("boots"))
        #expect(try await world.site.audited().last?.act == .hostMessageWithdrawn)
        // At ten o'clock: purges look in the first minute of an hour.
        world.site.pass(.days(7) + .seconds(53 * 60 + 1))
        try await world.tick("purges")
        #expect(!(try await world.page(path + "/message", .facilitator)).has("boots"))
        _ = try await world.write(to: ["waiting"])
        _ = try await world.withdraw("2")
        _ = try await world.write(to: ["maybe"], "Another text.")
        #expect(try await world.messages() == 1, "what is sent next takes its place")
    }

    @Test("is taken off the page by any host once it has left, with the mails of it that have not")
    func removed() async throws {
        let world = try await Self.world(), path = "/t/\(world.gathering)"
        _ = try await world.write(to: ["seated"])
        world.site.pass(.minutes(2))
        try await world.tick()
        #expect(try await world.page(path + "/answers", .facilitator).has("Remove it from this page"))
        let removed = try await world.withdraw("1")
        #expect(removed.status == 303 && removed.location == path + "/answers?done=message-removed")
        #expect(
            try await world.page(path + "/answers?done=message-removed", .facilitator).has("no longer on this page")
        )
        #expect(!(try await world.page(path + "/answers", .member)).has("boots"))
        #expect(try await world.site.queuedMails(.hostMessage).map { $0.content == nil } == [true])
    }

    @Test("is shown before it is sent, rendered as a post is, with how many get it")
    func preview() async throws {
        let world = try await Self.world()
        let text = "Bring **boots** <script>alert(1)</script> [x](javascript:alert(1))"
        let page = try await world.write(to: ["seated", "waiting", "maybe"], text, more: [("preview", "1")])
        #expect(page.status == 200 && Markup.faults(page.text) == [])
        #expect(page.has("This goes to 3 people by email.") && page.has("<strong>boots</strong>"))
        #expect(!page.has("<script>alert") && !page.has("href=\"javascript"))
        #expect(page.has("value=\"maybe\" checked") && page.has("Bring **boots** &lt;script"))
        #expect(try await world.messages() == 0)
    }

    @Test(
        "keeps what was typed and says what is wrong",
        arguments: [
            (["seated"], "", "Write your message", 422), (["seated"], " \u{200B}\n", "Write your message", 422),
            ([], "Herons.", "Tick at least one answer", 422),
            (["waiting"], "Herons.", "No one else is on the waiting list.", 422),
            (["seated", "maybe"], "Herons.", "No one else has said maybe.", 422),
            (["everybody"], "Herons.", "seated, waiting, maybe", 422),
            (["seated"], String(repeating: "x", count: 5_001), "se 5000 characters or fewer. You have 5001", 422),
        ]
    )
    func wrong(to: [String], text: String, sentence: String, status: Int) async throws {
        let world = try await GatheringWorld()
        _ = try await world.answer("yes", .member)
        // Who writes is nobody whom they write to.
        _ = try await world.answer("maybe", .facilitator)
        for more in [[], [("preview", "1")]] {
            let page = try await world.write(to: to, text, more: more)
            #expect(page.status == status && Markup.faults(page.text) == [] && page.has(sentence), "\(sentence)")
            #expect(text.count < 3 || page.has("\n\(text)</textarea>"))
        }
        #expect(try await world.messages() == 0)
    }

    @Test("is refused for a date that does not take place, and from the eighth day after its end")
    func closed() async throws {
        let world = try await Self.world(), path = "/t/\(world.gathering)"
        try await world.change { $0.state = .cancelled }
        let cancelled = try await world.write(to: ["seated"])
        #expect(
            cancelled.status == 422 && cancelled.has("The gathering is cancelled") && cancelled.has("Bring **boots**.")
        )
        #expect(try await world.page(path + "/message", .facilitator).has("The gathering is cancelled"))
        #expect(!(try await world.page(path + "/answers", .facilitator)).has("Write to them"))
        try await world.change { $0.state = .planned }
        // On 15 December from 12:30 to 13:30, and a week after that.
        world.site.pass(.days(24) + .hours(4) + .minutes(29) + .days(7))
        #expect(try await world.write(to: ["seated"], "Thank you.").status == 303)
        world.site.pass(.minutes(1))
        let late = try await world.write(to: ["seated"])
        #expect(late.status == 422 && late.has("until 7 days after the gathering") && late.has("Bring **boots**."))
        #expect(!(try await world.page(path + "/answers", .facilitator)).has("Write to them"))
    }

    @Test(
        "is one of five that a host sends in a day; what was taken back is not counted, and what is one too many is kept in the form"
    )
    func limits() async throws {
        let site = try TestSite(limits: true), nursing = try await site.community("nursing")
        let fay = try await site.member("Fay"), ann = try await site.member("Ann")
        try await site.join(fay, nursing, as: .facilitator)
        try await site.join(ann, nursing)
        let actor = site.env.communities[nursing], commons = try await site.commons(of: nursing)
        let date = try await actor.planGathering(site.gathering("A round"), in: commons, as: Viewer(member: fay))
        try await actor.answer(.yes, to: date, as: Viewer(member: ann))
        let browser = try await site.browser(fay), path = "/t/\(date)/message"
        func write(_ number: Int) async throws -> Browser.Answer {
            try await browser.post(path, [("to", "seated"), ("body", "Number \(number).")], from: "/communities")
        }
        for number in 1...6 {
            #expect(try await write(number).status == 303)
            if number == 1 { _ = try await browser.post(path + "/withdraw", [("message", "1")], from: "/communities") }
        }
        let sixth = try await write(7)
        #expect(sixth.status == 429 && sixth.headers[.retryAfter] == "86400" && sixth.has("Number 7.</textarea>"))
        // One that has left counts, also when it is taken off the page.
        site.pass(.minutes(3))
        _ = try await browser.post(path + "/withdraw", [("message", "3")], from: "/communities")
        #expect(try await site.value("SELECT state || body FROM hostMessage WHERE id = 3" as SQL<String>) == "removed")
        #expect(try await write(7).status == 429)
        site.pass(.days(1))
        #expect(try await write(7).status == 303)
    }

    @Test("is one of forty that stand at a date; one too many is kept in the form, and goes once another is taken off")
    func full() async throws {
        let world = try await Self.world()
        for _ in 1...40 { #expect(try await world.write(to: ["seated"]).status == 303) }
        let refused = try await world.write(to: ["seated"], "One too many.")
        #expect(refused.status == 422 && refused.has("One too many.</textarea>"))
        #expect(refused.has("There is room for 40 messages about a gathering"))
        #expect(try await world.messages() == 40)
        _ = try await world.people.post("/t/\(world.gathering)/message/withdraw", [("message", "1")], as: .facilitator)
        #expect(try await world.write(to: ["seated"], "One too many.").status == 303)
    }

    @Test(
        "is sent once, however often its form is; and not before its writer was told what in it may identify a person"
    )
    func once() async throws {
        let world = try await Self.world()
        for _ in 1...2 { #expect(try await world.write(to: ["seated"], more: [("key", "k")]).status == 303) }
        #expect(try await world.messages() == 1)
        let text = "Of 943 476 5919."
        let warned = try await world.write(to: ["seated"], text)
        #expect(warned.status == 200 && warned.has("This may identify someone") && warned.has("Send it as it is"))
        #expect(try await world.messages() == 1)
        let told = try #require(warned.text.firstMatch(of: /name="told" value="([0-9a-f]+)"/)?.1)
        #expect(try await world.write(to: ["seated"], text, more: [("told", String(told))]).status == 303)
        #expect(try await world.messages() == 2)
    }
}

extension GatheringWorld {
    func write(
        to: [String],
        _ text: String = "Bring **boots**.",
        more: [(String, String)] = [],
        _ persona: Persona = .facilitator
    ) async throws -> Browser.Answer {
        let fields = to.map { ("to", $0) } + [("body", text)] + more
        return try await people.post("/t/\(gathering)/message", fields, as: persona)
    }

    func write(to: [String], _ persona: Persona) async throws -> Browser.Answer {
        try await write(to: to, "Bring boots.", more: [], persona)
    }

    func withdraw(_ message: String, _ persona: Persona = .facilitator) async throws -> Browser.Answer {
        try await people.post("/t/\(gathering)/message/withdraw", [("message", message)], as: persona)
    }

    /// How many messages there are that were not taken back.
    fileprivate func messages() async throws -> Int {
        try await site.value("SELECT count(*) FROM hostMessage WHERE state NOT IN ('undone', 'removed')" as SQL<Int>)
    }

    func tick(_ env: PraxisCommunity.Environment) async throws { try await tick("messages of hosts", env) }

    func tick(_ name: String = "messages of hosts", _ env: PraxisCommunity.Environment? = nil) async throws {
        for tick in Forum.capabilities.ticks where tick.name == name { try await tick.run(env ?? site.env) }
    }
}
