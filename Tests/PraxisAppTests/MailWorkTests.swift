import Foundation
import PraxisApp
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisStore
import PraxisTesting
import Testing

@Suite("The mail commands")
struct MailWorkTests {
    private func run(_ work: Work, _ site: TestSite, sendmail: String? = nil) async -> (code: Int32, said: Said) {
        let said = Said()
        var configuration = Configuration()
        configuration.data = site.env.store.folder.path
        if let sendmail { configuration.sendmail = sendmail }
        let code = await work.run(in: Workplace(site.env, configuration), Output(out: said.out, err: said.err))
        return (code, said)
    }

    /// A site where somebody was accepted, which is to be told by mail.
    private func site() async throws -> TestSite {
        let site = try TestSite()
        let ann = try await site.member("Ann Okafor"), max = try await site.member("Max Manager")
        let nursing = try await site.community("nursing")
        try await site.join(max, nursing, as: .manager)
        let community = site.env.communities[nursing]
        guard case .asked(let request) = try await community.join(agreeing: nil, note: "", as: Viewer(member: ann))
        else {
            throw Denial.missing
        }
        _ = try await community.decide(request, accepting: true, as: Viewer(member: max))
        return site
    }

    @Test("say what waits, what was given up and why, and try it again")
    func queue() async throws {
        let site = try await site()
        #expect(
            await run(.mailQueue, site).said.out.prefix(2) == [
                "join-request: 1 waiting", "request-decision: 1 waiting",
            ]
        )
        site.checkMail { _ in throw SendmailFailure(exitCode: 67, output: Array("who?".utf8)) }
        await Outbox(site.env, atOnce: 4).handOverDue()
        let told = await run(.mailQueue, site).said.out
        #expect(told.prefix(2) == ["join-request: 1 skipped", "request-decision: 1 failed"])
        let line = try #require(told.last)
        #expect(
            line.hasPrefix(
                "2 request-decision to ann.okafor@example.org: failed 2026-11-21T09:00:00.000Z, tried 1 times"
            )
        )
        #expect(line.hasSuffix("no such recipient: who?"))
        #expect(await run(.mailRetry(1), site).code == 0)
        #expect(await run(.mailRetry(7), site).code == 1)
        #expect(await run(.mailRetry(nil), site).said.out == ["Emails being tried again now: 1."])
        site.checkMail(nil)
        await Outbox(site.env, atOnce: 4).handOverDue()
        #expect(await run(.mailQueue, site).said.out == ["join-request: 1 skipped", "request-decision: 1 sent"])
    }

    @Test("show a mail as it would be sent now, or say why it would not be")
    func show() async throws {
        let site = try await site()
        let shown = await run(.mailShow(2), site).said.out
        #expect(shown.contains("To: \"Ann Okafor\" <ann.okafor@example.org>"))
        #expect(shown.contains("Subject: You are now a member of Nursing"))
        let refused = await run(.mailShow(1), site)
        #expect(refused.code == 1 && refused.said.err.joined().contains("nothing is left"))
        #expect(await run(.mailShow(nil), site).code == 1)
        #expect(await run(.mailShow(9), site).code == 1)
        #expect(site.mails.isEmpty)
    }

    @Test("show the newest mail of the Maildir where mail is put into one")
    func showsNewest() async throws {
        let site = try await site(), scratch = try Scratch(), folder = scratch.path + "/mail"
        let sendmail = "/usr/bin/praxis sendmail-to-maildir \(folder)"
        #expect(await run(.mailShow(nil), site, sendmail: sendmail).code == 1)
        for (number, moved) in [("1", false), ("2", true)] {
            #expect(MailFolder.deliver(Data("Subject: \(number)\n\nHello.\n".utf8), to: folder) == 0)
            if moved, let name = try FileManager.default.contentsOfDirectory(atPath: folder + "/new").first {
                try FileManager.default.moveItem(atPath: "\(folder)/new/\(name)", toPath: "\(folder)/cur/\(name):2,S")
            }
        }
        let newest = try FileManager.default.contentsOfDirectory(atPath: folder + "/new")
        #expect(newest.count == 1)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 4_000_000_000)],
            ofItemAtPath: folder + "/new/" + newest[0]
        )
        let expected = try String(contentsOfFile: folder + "/new/" + newest[0], encoding: .utf8)
        #expect(await run(.mailShow(nil), site, sendmail: sendmail).said.out.joined(separator: "\n") == expected)
    }
}
