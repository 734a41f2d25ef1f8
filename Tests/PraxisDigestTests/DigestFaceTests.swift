import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("The face of a digest")
struct DigestFaceTests {
    private func monday(_ write: (DigestWorld) async throws -> Void) async throws -> MailContent {
        let world = try await DigestWorld()
        try await write(world)
        world.becomeMonday()
        try await world.round()
        return try #require(try await world.mail())
    }

    private func preheader(_ mail: MailContent) -> String {
        let hidden = mail.html.firstMatch(of: /<div style="display:none[^>]*>(.*?)&zwnj;/)
        return hidden.map { String($0.1) } ?? ""
    }

    @Test("has a subject that says who wrote to its reader, then how much more there is")
    func toMe() async throws {
        let mail = try await monday { world in
            try await world.thread("One matter")
            try await world.thread("Where she is asked", "I ask @Ann Okafor.")
        }
        #expect(mail.subject == "Sam Ellis mentioned you, and 1 more post")
        #expect(preheader(mail) == "Where she is asked · One matter")
        let alone = try await monday { world in
            let own = try await world.thread("What Ann asked", by: world.ann)
            let asked: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(own)")
            let reply = try PostText("An answer.")
            _ = try await world.site.env.communities[world.community]
                .reply(to: own, reply, replyTo: asked, as: Viewer(member: world.sam))
        }
        #expect(alone.subject == "Sam Ellis replied to you")
        #expect(preheader(alone) == "What Ann asked")
    }

    @Test("has a subject that says the first title, then how many discussions more, and no mark twice")
    func titled() async throws {
        let mail = try await monday { world in
            try await world.thread("Who should we invite to the café next?")
            try await world.thread("Damage deposit help")
        }
        #expect(mail.subject == "Damage deposit help and 1 more discussion")
        #expect(preheader(mail) == "Who should we invite to the café next?")
        let alone = try await monday { world in try await world.thread("Damage deposit help") }
        #expect(alone.subject == "Damage deposit help" && preheader(alone) == "1 new post in Nursing.")
    }

    @Test(
        "names nobody in its subject where no more than titles may leave, and no title where not even those",
        arguments: [MailDetail.title, .something]
    )
    func discreet(detail: MailDetail) async throws {
        let mail = try await monday { world in
            try await world.site.join(world.sam, world.community, as: .manager)
            try await world.site.env.communities[world.community]
                .setMailRule(of: world.commons, detail, neutralName: "", as: Viewer(member: world.sam))
            try await world.thread("Where she is asked", "I ask @Ann Okafor.")
        }
        #expect(
            mail.subject == (detail == .title ? "For you: Where she is asked" : "Something new in one of your groups")
        )
        #expect(!mail.everything.contains("Sam Ellis"))
    }

    @Test("leads to what is new where a group of theirs is not named, and to each post that is quoted, with its time")
    func links() async throws {
        let mail = try await monday { world in
            let circle = try await world.site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
            for member in [world.ann, world.sam] {
                try await world.site.join(member, group: circle, of: world.community)
            }
            try await world.thread("In the circle", in: circle)
            try await world.thread("For everyone")
        }
        // Below the group that is not named, and at the end; not on top, since it has one entry.
        #expect(mail.text.components(separatedBy: "\nhttp://127.0.0.1:8080/new\n").count == 3)
        #expect(mail.html.contains("http://127.0.0.1:8080/p/"))
        #expect(mail.text.contains("Sam Ellis, Saturday 21 November at 9:00am: What do you think?"))
    }

    @Test("keeps French marks beside their words when it breaks lines")
    func guillemets() {
        let text = String(repeating: "mot ", count: 17) + "« confié » et puis ?"
        let lines = MailText.wrapped(text).split(separator: "\n")
        #expect(lines.count == 2 && lines[1] == "« confié » et puis ?")
    }
}

@Suite("A digest and reports")
struct DigestReportTests {
    /// Ann reads digests; Sam writes, and Rae reports.
    private func world() async throws -> (DigestWorld, rae: MemberID) {
        let world = try await DigestWorld()
        let rae = try await world.site.member("Rae Reporter")
        try await world.site.join(rae, world.community)
        return (world, rae)
    }

    private func report(
        _ thread: ThreadID,
        _ reason: ReportReason,
        by member: MemberID,
        _ world: DigestWorld
    ) async throws {
        let post: PostID = try await world.site.value("SELECT max(id) FROM post WHERE threadId = \(thread)")
        _ = try await world.site.env.communities[world.community]
            .report(post, try NewReport(reason, note: ""), as: Viewer(member: member))
    }

    private func monday(_ world: DigestWorld) async throws -> MailContent? {
        world.becomeMonday()
        try await world.round()
        return try await world.mail()
    }

    @Test("does not lead with a post that is reported, nor quote it, though it is to its reader")
    func reported() async throws {
        let (world, rae) = try await world()
        try await world.thread("A quiet matter", "Something good.")
        let rude = try await world.thread("A rude matter", "@Ann Okafor is a fool.")
        try await report(rude, .disrespect, by: rae, world)
        let mail = try #require(try await monday(world))
        #expect(mail.subject == "A quiet matter and 1 more discussion")
        #expect(!mail.everything.contains("is a fool") && !mail.text.contains("To you"))
        let quiet = try #require(mail.text.range(of: "A quiet matter"))
        let rest = mail.text[quiet.upperBound...]
        #expect(rest.contains("A rude matter"))
    }

    @Test("quotes it again once nothing was found wrong with it")
    func decided() async throws {
        let (world, rae) = try await world()
        let mo = try await world.site.member("Mo Moderator")
        try await world.site.join(mo, world.community, as: .moderator)
        let thread = try await world.thread("A matter", "Something good.")
        try await report(thread, .spam, by: rae, world)
        let item: QueueItemID = try await world.site.value("SELECT id FROM queueItem")
        try await world.site.env.communities[world.community]
            .resolve(item, Decision(.dismiss, version: nil), as: Viewer(member: mo))
        let mail = try #require(try await monday(world))
        #expect(mail.subject == "A matter" && mail.text.contains("Something good."))
    }

    @Test("says nothing of a post because of which somebody is worried about its author, nor of what it began")
    func worried() async throws {
        let (world, rae) = try await world()
        let began = try await world.thread("Whinchat title", "Whinchat body.")
        try await report(began, .worried, by: rae, world)
        try await world.reply("Whinchat answer.", to: began)
        let other = try await world.thread("Another matter")
        try await world.reply("Whinchat reply.", to: other)
        try await report(other, .worried, by: rae, world)
        let mail = try #require(try await monday(world))
        #expect(mail.text.contains("Another matter") && mail.text.contains("1 new post"))
        #expect(!mail.everything.contains("Whinchat"))
    }

    @Test("is not sent where nothing else is new")
    func nothingElse() async throws {
        let (world, rae) = try await world()
        let thread = try await world.thread("Whinchat title", "Whinchat body.", kind: .question)
        try await report(thread, .worried, by: rae, world)
        #expect(try await monday(world) == nil)
        #expect(try await world.queued().isEmpty)
    }
}
