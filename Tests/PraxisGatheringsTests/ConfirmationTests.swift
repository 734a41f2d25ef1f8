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

@Suite("The mail that confirms an answer")
struct ConfirmationTests {
    @Test(
        "comes for each yes, and neither for maybe and no nor for what one needs; the latest alone has anything to say"
    )
    func queued() async throws {
        let world = try await GatheringWorld()
        for word in ["maybe", "no"] { _ = try await world.answer(word, .member) }
        #expect(try await world.site.queued(.confirmation).isEmpty)
        _ = try await world.answer("yes", .member)
        let needs = [("answer", "yes"), ("needs", "A ramp")]
        _ = try await world.people.post("/t/\(world.gathering)/answer", needs, as: .member)
        #expect(try await world.site.queuedMails(.confirmation).map { $0.content != nil } == [true])
        for word in ["no", "yes"] { _ = try await world.answer(word, .member) }
        #expect(try await world.site.queuedMails(.confirmation).map { $0.content != nil } == [false, true])
        _ = try await world.answer("no", .member)
        #expect(try await world.site.queuedMails(.confirmation).allSatisfy { $0.content == nil })
    }

    @Test("carries the date for a calendar, which no one on the waiting list gets before they have a seat")
    func file() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }
        for persona in [Persona.member, .moderator] { _ = try await world.answer("yes", persona) }
        let mails = try await world.site.queuedMails(.confirmation).map(\.content)
        let file = try #require(mails.first??.attachments.first)
        let page = try await world.page("/t/\(world.gathering).ics", .member)
        #expect(String(decoding: file.content, as: UTF8.self) == page.text)
        #expect(file.type == "text/calendar; charset=utf-8; method=PUBLISH" && file.name == "gathering.ics")
        #expect(mails.count == 2 && mails[1]?.attachments.isEmpty == true)
        #expect(mails[1]?.html.contains("You are number 1 on the waiting list") == true)
        _ = try await world.answer("no", .member)
        #expect(try await world.lastMail(.seat)?.attachments == [file])
    }

    @Test("names the link to those who are shown it on the page, and no guest")
    func link() async throws {
        let world = try await GatheringWorld()
        for (persona, sees) in [(Persona.member, true), (.guest, false)] {
            _ = try await world.answer("yes", persona)
            let mail = try #require(try await world.lastMail(.confirmation))
            #expect(mail.everything.contains("meet.example/heron") == sees, "\(persona)")
        }
    }

    @Test(
        "leaves with its file through the outbox, and not for one who has turned it off or may not read the date by then"
    )
    func outbox() async throws {
        let world = try await GatheringWorld(), outbox = Outbox(world.site.env, atOnce: 1)
        _ = try await world.answer("yes", .member)
        await outbox.handOverDue()
        let sent = try #require(world.site.mails.last)
        #expect(sent.subject == "You are coming: Winter round" && sent.attachments.count == 1)
        #expect(String(decoding: sent.rendered(), as: UTF8.self).contains("Content-Type: multipart/mixed;"))
        let off = [("day", "on")]
        #expect(try await world.people.post("/settings/mail/gatherings", off, as: .moderator).status == 303)
        for persona in [Persona.moderator, .manager] { _ = try await world.answer("yes", persona) }
        try await world.suspend(.manager)
        await outbox.handOverDue()
        #expect(world.site.mails.last == sent)
        let ends: [String] = try await world.site.all("SELECT failure FROM outbox WHERE state = 'skipped' ORDER BY id")
        #expect(ends == ["unwanted", "nothing"])
    }

    @Test(
        "says when it is where its reader is, and where its host is; of a group whose name may not leave nothing else",
        arguments: Language.allCases
    )
    func golden(language: Language) async throws {
        for name in [
            "confirmation", "confirmation-something", "confirmation-waiting", "confirmation-waiting-something",
        ] {
            let isWaiting = name.contains("waiting"), isDiscreet = name.hasSuffix("something")
            let world = try await GatheringWorld {
                ($0.zone, $0.time, $0.capacity) = ("America/Toronto", "20:30", "1")
            }
            if isDiscreet { try await world.hideName() }
            if isWaiting { _ = try await world.answer("yes", .moderator) }
            _ = try await world.answer("yes", .member)
            let mail = try #require(try await world.lastMail(.confirmation, language))
            for word in ["Winter round", "Hall 3", "meet.example"] {
                let isSaid = !isDiscreet && !(isWaiting && word == "meet.example")
                #expect(mail.everything.contains(word) == isSaid, "\(name): \(word)")
            }
            try GoldenMails.compare(mail.withoutTokens, name, language)
        }
    }
}

extension MailContent {
    /// With the same word for each token of a link.
    var withoutTokens: MailContent {
        let edit = { (text: String) in text.replacing(/\/u\/[A-Za-z0-9_-]+/, with: "/u/TOKEN") }
        return MailContent(subject: subject, text: edit(text), html: edit(html), attachments: attachments)
    }

    /// The address of the link by which its reader says that they cannot come.
    var linkToCancel: String? { text.firstMatch(of: /\/u\/[A-Za-z0-9_-]+/).map { String($0.output) } }
}
