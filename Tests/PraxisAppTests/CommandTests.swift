import Foundation
import PraxisApp
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage
import PraxisWeb
import Testing

@Suite("A command")
struct CommandTests {
    @Test("adds a member once, and updates the second time")
    func addsMember() async throws {
        let site = try TestSite()
        let first = await run(
            .addMember(email: "Ann@Example.org", name: "Ann", isSiteAdministrator: false, password: "a long password"),
            site
        )
        let second = await run(
            .addMember(email: "ann@example.org", name: "Ann Okafor", isSiteAdministrator: true, password: nil),
            site
        )
        #expect(first.code == 0 && second.code == 0)
        #expect(first.said.out == second.said.out)
        let row = try await site.env.store.read { db in
            try db.all("SELECT name || isSiteAdministrator || passwordHash FROM member" as SQL<String>)
        }
        #expect(row == ["Ann Okafor1plain:a long password"])
    }

    @Test(
        "refuses what is no member, in a sentence",
        arguments: [("nobody", "Ann", nil), ("ann@example.org", "", nil), ("ann@example.org", "Ann", "short")]
            as [(String, String, String?)]
    )
    func refusesNoMember(email: String, name: String, password: String?) async throws {
        let site = try TestSite()
        let (code, said) = await run(
            .addMember(email: email, name: name, isSiteAdministrator: false, password: password),
            site
        )
        #expect(code == 1)
        #expect(said.err.count == 1)
        #expect(!said.err.joined().contains("short"))
    }

    @Test("that restores a backup leaves nothing in memory that its file does not hold")
    func restoresMemory() async throws {
        let site = try TestSite(), backup = site.env.store.folder.path + "/backup.sqlite"
        let (ann, mo) = (try await site.member("Ann Okafor"), try await site.member("Mo Hassan"))
        let (bob, pri) = (try await site.member("Bob Baker"), try await site.member("Priya Nair"))
        let id = try await site.community("nursing"), community = { site.env.communities[id] }
        for (member, role) in [(ann, Role.member), (bob, .member), (mo, .moderator), (pri, .moderator)] {
            try await site.join(member, id, as: role)
        }
        let commons = try await site.commons(of: id)
        let thread = try await site.thread("A day at work", "Long.", in: commons, of: id, by: ann)
        let post = try #require(
            try await site.env.store.read {
                try $0.first("SELECT id FROM post WHERE threadId = \(thread)" as SQL<PostID>)
            }
        )
        _ = try await community().report(post, NewReport(.spam, note: ""), as: Viewer(member: bob))
        let item = try #require(
            try await site.env.store.read { try $0.first("SELECT id FROM queueItem" as SQL<QueueItemID>) }
        )
        #expect(await run(.backup(backup), site).code == 0)
        try await community().claim(item, as: Viewer(member: mo), at: site.now)
        await #expect(throws: Denial.self) {
            try await community().claim(item, as: Viewer(member: pri), at: site.now)
        }
        #expect(await run(.restore(backup), site).code == 0)
        try await community().claim(item, as: Viewer(member: pri), at: site.now)
    }

    @Test("of an administrator has its line in the audit log, whose head backup, verify and restore tell")
    func isAudited() async throws {
        let site = try TestSite(), backup = site.env.store.folder.path + "/backup.sqlite"
        _ = await run(.addMember(email: "ann@example.org", name: "Ann", isSiteAdministrator: true, password: nil), site)
        _ = await run(.addCommunity(slug: "nursing", name: "Nursing", visibility: .members), site)
        for role in [Role.moderator, .moderator, .manager] {
            let set = AdminCommand.setMembership(email: "ann@example.org", community: "nursing", group: nil, role: role)
            #expect(await run(set, site).code == 0)
        }
        let kept = await run(.backup(backup), site), verified = await run(.verify, site)
        let head = try #require(kept.said.out.last)
        #expect(head.hasPrefix("Audit log: 4 lines, head ") && verified.said.out.contains(head))
        _ = await run(
            .addMember(email: "ben@example.org", name: "Ben", isSiteAdministrator: false, password: nil),
            site
        )
        #expect(await run(.verify, site).said.out.contains(head) == false)
        let restored = await run(.restore(backup), site)
        #expect(restored.code == 0 && restored.said.out.last == head)
        let acts = try await site.env.store.read { db in
            try db.all("SELECT act || coalesce(actorId, '') FROM audit ORDER BY id" as SQL<String>)
        }
        #expect(acts == ["account-added", "community-added", "role-changed", "role-changed", "restored"])
        #expect(await run(.verify, site).code == 0)
    }

    @Test("adds a community once; another name of the same slug gets a slug of its own")
    func addsCommunity() async throws {
        let site = try TestSite()
        let first = await run(.addCommunity(slug: "nursing", name: "Nursing", visibility: .public), site)
        let again = await run(.addCommunity(slug: "nursing", name: "Nursing", visibility: .public), site)
        let other = await run(.addCommunity(slug: "nursing", name: "Other", visibility: .members), site)
        #expect(first.said.out == again.said.out)
        #expect(first.said.out.last == "nursing")
        #expect(other.said.out.last == "nursing-2")
        _ = try await site.commons(of: CommunityID(rawValue: 1))
    }

    @Test("gives a role in a community and its group; a second run changes it")
    func setsMembership() async throws {
        let site = try TestSite()
        let ann = try await site.member("Ann Okafor")
        let nursing = try await site.community("nursing", agreement: "Be kind.")
        let circle = try await site.group("circle", in: nursing, kind: .peerSupport, access: .invite)
        let set = await run(
            .setMembership(email: "ann.okafor@example.org", community: "nursing", group: "circle", role: .facilitator),
            site
        )
        #expect(set.code == 0)
        #expect(set.said.out == [ann.description])
        let again = await run(
            .setMembership(email: "ann.okafor@example.org", community: "nursing", group: nil, role: .moderator),
            site
        )
        #expect(again.code == 0)
        let facts = try await site.env.store.read { db in
            try Access.group(circle, Reading(Viewer(member: ann), db, at: site.now))
        }
        #expect(facts.community?.part == Part(.moderator))
        #expect(facts.community?.hasAgreed == true)
        #expect(facts.group?.part == Part(.facilitator))
    }

    @Test(
        "names the member, community, group or role that is not there",
        arguments: [
            ("bob@example.org", "nursing", nil, Role.member, "bob@example.org"),
            ("ann.okafor@example.org", "law", nil, .member, "law"),
            ("ann.okafor@example.org", "nursing", "x-ray", .member, "x-ray"),
            ("ann.okafor@example.org", "nursing", "everyone", .manager, "--role"),
        ] as [(String, String, String?, Role, String)]
    )
    func namesTheMissing(email: String, community: String, group: String?, role: Role, named: String) async throws {
        let site = try TestSite()
        _ = try await site.member("Ann Okafor")
        _ = try await site.community("nursing")
        let (code, said) = await run(.setMembership(email: email, community: community, group: group, role: role), site)
        #expect(code == 1)
        #expect(said.err.joined().contains(named))
    }

    @Test("examines the site and numbers what it finds")
    func examines() async throws {
        let (_, said) = await run(.doctor(Configuration().values), try TestSite())
        #expect(said.out.count == 9)
        for (index, line) in said.out.enumerated() { #expect(line.hasPrefix("\(index + 1). ")) }
        for line in [0, 3, 4] { #expect(said.out[line].contains("ok")) }
    }

    @Test("says which settings the site was not started with, and compares all that there are")
    func examinesSettings() async throws {
        var changed = Configuration()
        (changed.site.languages, changed.mailTimeout) = ([.french], 5)
        let (_, said) = await run(.doctor(changed.values), try TestSite())
        #expect(said.out[0].hasPrefix("1. warn: ") && said.out[0].contains(" PRAXIS_LANGUAGES, PRAXIS_MAIL_TIMEOUT:"))
        let compared = Set(changed.values.keys).union(["PRAXIS_DATA", "PRAXIS_HOST", "PRAXIS_PORT"])
        #expect(compared == Set(Setting.all.map(\.key)))
    }

    @Test("fails its examination where the database is not made as this version makes it")
    func examinesTheSchema() async throws {
        let site = try TestSite()
        try await site.env.site.command { db in _ = try db.run("DROP INDEX post_by_author") }
        let (code, said) = await run(.doctor(Configuration().values), site)
        #expect(code == 1 && said.out[3].hasPrefix("4. fail: "))
        let verified = await run(.verify, site)
        #expect(verified.code == 1 && verified.said.err.contains { $0.hasPrefix("database file: its tables") })
    }

    @Test("of a supervisor learns that the site is ready, and that it is not once its file is closed")
    func isReady() async throws {
        let site = try TestSite(routes: Server.routes)
        let ready = try await Browser(site).get("/readyz")
        #expect(ready.status == 200 && ready.text == "ready\n")
        try site.env.store.close()
        let closed = try await Browser(site).get("/readyz")
        #expect(closed.status == 503 && closed.text == "not ready\n")
        #expect(try await Browser(site).get("/livez").status == 200)
    }

    @Test("delivers a mail into a Maildir, whatever else sendmail would take")
    func deliversMail() throws {
        let scratch = try Scratch()
        #expect(MailFolder.deliver(Data("Subject: Hello\n\nText\n".utf8), to: scratch.path + "/mail") == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/mail/new")
        #expect(names.count == 1)
        #expect(MailFolder.deliver(Data(), to: scratch.path + "/mail") == EX_DATAERR)
        #expect(MailFolder.deliver(Data("x".utf8), to: "/dev/null/mail") == EX_CANTCREAT)
    }
}

@Suite("A backup")
struct BackupTests {
    @Test("made while posts are written holds everything acknowledged before it, and can be put back")
    func holdsWhatWasAcknowledged() async throws {
        let site = try TestSite()
        let scratch = try Scratch()
        let ann = try await site.member("Ann Okafor")
        let nursing = try await site.community("nursing")
        try await site.join(ann, nursing)
        let commons = try await site.commons(of: nursing)
        let thread = try await site.thread("How do you record this?", in: commons, of: nursing, by: ann)
        for number in 1...20 { _ = try await site.reply("Before \(number)", to: thread, of: nursing, by: ann) }
        let context = CommandContext(site.env, Configuration())
        let path = scratch.path + "/backup.db"
        let said = Said()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...50 {
                group.addTask { _ = try await site.reply("During \(number)", to: thread, of: nursing, by: ann) }
            }
            group.addTask {
                #expect(await AdminCommand.backup(path).run(in: context, Output(out: said.out, err: said.err)) == 0)
            }
            try await group.waitForAll()
        }
        #expect(await AdminCommand.restore(path).run(in: context, Output(out: said.out, err: said.err)) == 0)
        let kept = try await site.env.store.read { db in
            try db.all("SELECT body FROM post ORDER BY number" as SQL<String>)
        }
        #expect(Set(kept).isSuperset(of: (1...20).map { "Before \($0)" }))
        _ = try await site.reply("After", to: thread, of: nursing, by: ann)
        let code = await AdminCommand.verify.run(
            in: CommandContext(site.env, try configuration(of: site)),
            Output(out: said.out, err: said.err)
        )
        #expect(code == 0)
        #expect(said.err.isEmpty)
    }

    @Test("brings its own site key: forms and codes made with the one before hold no more")
    func bringsItsKey() async throws {
        let site = try TestSite(), other = try TestSite(), scratch = try Scratch(), path = scratch.path + "/other.db"
        try other.env.store.backup(to: path)
        let before = site.env.store.siteKey
        #expect(before != other.env.store.siteKey)
        let said = Said()
        let context = CommandContext(site.env, Configuration())
        #expect(await AdminCommand.restore(path).run(in: context, Output(out: said.out, err: said.err)) == 0)
        #expect(site.env.store.siteKey == other.env.store.siteKey)
    }

    @Test("that cannot be written says where, and leaves nothing there")
    func namesItsPlace() async throws {
        let site = try TestSite(), said = Said()
        let code = await AdminCommand.backup("/dev/null/b.praxis").run(
            in: CommandContext(site.env, Configuration()),
            Output(out: said.out, err: said.err)
        )
        #expect(code == 1 && said.err == ["/dev/null/b.praxis cannot be written: Not a directory."])
    }

    private func configuration(of site: TestSite) throws -> Configuration {
        var configuration = Configuration()
        configuration.data = site.env.store.folder.path
        return configuration
    }
}
