import Foundation
import PraxisApp
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("The mail commands")
struct MailWorkTests {
    private func run(_ work: AdminCommand, _ site: TestSite, sendmail: String? = nil) async -> (code: Int32, said: Said)
    {
        let said = Said()
        var configuration = Configuration()
        configuration.data = site.env.store.folder.path
        if let sendmail { configuration.sendmail = sendmail }
        let code = await work.run(in: CommandContext(site.env, configuration), Output(out: said.out, err: said.err))
        return (code, said)
    }

    /// A site where a request was accepted, which is to be told by mail.
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
        #expect(refused.code == 1 && refused.said.err.joined().contains("it is no longer needed"))
        #expect(await run(.mailShow(nil), site).code == 1)
        #expect(await run(.mailShow(9), site).code == 1)
        #expect(site.mails.isEmpty)
    }

    /// A site with a report that was decided on, and a member who was let into a confidential group; both are to be told by mail.
    private func discreetSite() async throws -> TestSite {
        let site = try TestSite()
        let (ann, bob) = (try await site.member("Ann Okafor"), try await site.member("Bob Baker"))
        let mo = try await site.member("Mo Hassan")
        let nursing = try await site.community("nursing"), community = site.env.communities[nursing]
        for (member, role) in [(ann, Role.member), (bob, .member), (mo, .moderator)] {
            try await site.join(member, nursing, as: role)
        }
        let commons = try await site.commons(of: nursing)
        let thread = try await site.thread("A matter", in: commons, of: nursing, by: ann)
        let post: PostID = try #require(
            try await site.env.store.read { db in
                try db.first("SELECT id FROM post WHERE threadId = \(thread)" as SQL<PostID>)
            }
        )
        _ = try await community.report(post, try NewReport(.spam, note: ""), as: Viewer(member: bob))
        try await community.resolve(
            QueueItemID(rawValue: 1),
            try Decision(.hide, reason: "It sells.", version: nil),
            as: Viewer(member: mo)
        )
        let circle = try await site.group("circle", in: nursing, kind: .peerSupport, access: .request)
        try await site.join(mo, group: circle, of: nursing, as: .facilitator)
        guard case .asked(let request) = try await community.join(circle, note: "", as: Viewer(member: bob)) else {
            throw Denial.missing
        }
        _ = try await community.decide(request, accepting: true, as: Viewer(member: mo))
        site.pass(.minutes(3))
        return site
    }

    @Test("name nobody who reported, was decided on or belongs to a confidential group, and show none of their mails")
    func discreet() async throws {
        let site = try await discreetSite()
        let waiting = await run(.mailQueue, site).said.out
        #expect(waiting.contains("report-outcome: 1 waiting"))
        site.checkMail { message in
            throw SendmailFailure(exitCode: 67, output: Array("no \(message.to.address.text)".utf8))
        }
        await Outbox(site.env, atOnce: 1).handOverDue()
        let failed = await run(.mailQueue, site).said.out
        #expect(failed.contains("report-outcome: 1 failed") && failed.contains("request-decision: 1 failed"))
        for line in waiting + failed { #expect(!line.contains("example.org"), "\(line)") }
        let ids: [Int64] = try await site.env.store.read { db in
            try db.all("SELECT id FROM outbox WHERE state = 'failed'" as SQL<MailID>).map(\.rawValue)
        }
        #expect(ids.count == 3)
        for id in ids {
            let shown = await run(.mailShow(id), site)
            #expect(shown.code == 1 && shown.said.out.isEmpty)
            #expect(shown.said.err.joined().contains("for its recipient alone"))
        }
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
