import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import PraxisWords
import Testing

@Suite("What may not leave by mail")
struct DiscreetMailTests {
    @Test(
        "is in no kind of mail about a confidential group, or about one that says no more than that there is something",
        arguments: [nil, .something] as [MailDetail?]
    )
    func unnamed(detail: MailDetail?) async throws {
        let mails = try await MailWorld(detail).mails()
        #expect(Set(mails.map(\.kind)) == Set(Forum.capabilities.mails.map(\.kind)))
        for mail in mails {
            for secret in MailWorld.secrets { #expect(!mail.whole.contains(secret), "\(mail.kind): \(secret)") }
        }
    }

    @Test("is of a group that shows titles only what anyone typed, a moderator's reason too", arguments: [false, true])
    func titles(ofCommunity: Bool) async throws {
        let mails = try await MailWorld(ofCommunity ? .full : .title, titlesOnly: ofCommunity).mails()
        #expect(Set(mails.map(\.kind)) == Set(Forum.capabilities.mails.map(\.kind)))
        for mail in mails { #expect(!mail.whole.contains("whimbrel"), "\(mail.kind)") }
        #expect(mails.contains { $0.kind == .standing && $0.whole.contains("Turnstone") })
    }

    @Test("is nothing else: a group whose posts may leave has its name and the reason in its mails")
    func full() async throws {
        let mails = try await MailWorld(.full).mails()
        for kind in [MailKind.postDecision, .reportOutcome, .standing] {
            #expect(mails.contains { $0.kind == kind && $0.whole.contains("whimbrel") }, "\(kind)")
        }
        for kind in [MailKind.joinRequest, .requestDecision, .standing, .digest] {
            #expect(mails.contains { $0.kind == kind && $0.whole.contains("Turnstone") }, "\(kind)")
        }
        for mail in mails {
            #expect(!mail.whole.contains("\u{202e}"), "\(mail.kind)")
            #expect(!mail.whole.split(separator: "\n").contains { $0.hasPrefix("Bcc") }, "\(mail.kind)")
        }
    }
}

@Suite("Site administrators")
struct MailSecrecyTests {
    private static let people = ["Ann Okafor", "Bob Baker", "Fay Gordon", "Mallory Dunlin", "Mo Hassan", "example.org"]

    /// The page of a site administrator when the mail program has refused everything for good.
    private func page(_ world: MailWorld) async throws -> String {
        world.site.checkMail { message in
            throw SendmailFailure(exitCode: 67, output: Array("no such user \(message.to.address.text)".utf8))
        }
        await Outbox(world.site.env, atOnce: 1).handOverDue()
        let administrator = try await world.site.member("Sam Admin", isSiteAdministrator: true)
        let browser = try await world.site.browser(administrator)
        return try await others(browser)
    }

    /// The page, without the administrator's own address: a test mail would go there.
    private func others(_ browser: Browser, _ query: String = "") async throws -> String {
        try await browser.get("/settings/outbox" + query).text.replacing("sam.admin@example.org", with: "")
    }

    @Test(
        "are told for whom a mail was that failed, and never who reported, was decided on, was held back, or is in a confidential group",
        arguments: [nil, .full] as [MailDetail?]
    )
    func names(detail: MailDetail?) async throws {
        let world = try await MailWorld(detail)
        if detail == nil {
            try await world.site.write { db in try db.run("DELETE FROM outbox WHERE kind IN ('digest', 'test')") }
        }
        let page = try await page(world)
        let kinds = try #require(try Forum.capabilities.dictionaries()[.english]).named.mails
        let failed: Int = try await world.site.value("SELECT count(*) FROM outbox WHERE state = 'failed'")
        #expect(failed > 5 && page.contains((kinds["report-outcome"]?() ?? "?")))
        if detail == nil {
            for name in Self.people { #expect(!page.contains(name), "\(name)") }
        } else {
            // Whose request was decided, and who decides on requests; no one's report, decision or standing.
            #expect(page.contains("Mallory Dunlin") && page.contains("no such user"))
            let rows = page.components(separatedBy: "<tr>")
            for kind in [MailKind.reportOutcome, .postDecision, .worried, .standing] {
                let told = rows.filter { $0.contains(kinds[kind.rawValue]?() ?? "?") }
                #expect(!told.isEmpty, "\(kind)")
                for row in told { #expect(!Self.people.contains { row.contains($0) }, "\(row)") }
            }
        }
    }

    @Test("see of what was sent and of what is waiting only kind, state and time")
    func sent() async throws {
        let world = try await MailWorld(.full)
        let administrator = try await world.site.member("Sam Admin", isSiteAdministrator: true)
        let browser = try await world.site.browser(administrator)
        let before = try await others(browser)
        await Outbox(world.site.env, atOnce: 1).handOverDue()
        let after = try await others(browser, "?to=bob.baker@example.org")
        #expect(
            after.contains(try #require(try Forum.capabilities.dictionaries()[.english]).outbox.states.sent())
                && Markup.faults(after) == []
        )
        for text in [before, after] {
            for name in Self.people { #expect(!text.contains(name), "\(name)") }
        }
    }
}
