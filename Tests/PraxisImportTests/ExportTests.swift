import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import PraxisVerify
import Testing

@Suite("An export")
struct ExportTests {
    @Test("of the demonstration is the same after an import into an empty site")
    func demonstration() async throws {
        let resources = URL(filePath: #filePath).appending(path: "../../../Resources/demo").standardizedFileURL
        let site = try TestSite()
        for name in ["1-college.jsonl", "2-regions.jsonl"] {
            _ = try await Corpus.take(resources.appending(path: name).path, into: site)
        }
        let lines = try await site.exported()
        #expect(lines.of("post").count == 416 && lines.of("agreement").count == 3)
        let (other, refused) = try await TestSite.made(of: lines)
        #expect(refused == [])
        #expect(try await other.exported() == lines)
    }

    @Test("of any site is the same after an import into an empty one, with everything whole", arguments: 1...5)
    func roundTrip(seed: Int) async throws {
        let world = try await ExportWorld(seed: UInt64(seed))
        let lines = try await world.site.exported()
        let missing = Set(Forum.capabilities.exports.map(\.type)).filter { lines.of($0).isEmpty }
        // What members noted of their learning is in their own exports alone (LearningExportTests).
        #expect(missing == ["learning"], "the world holds nothing of \(missing)")
        let (other, refused) = try await TestSite.made(of: lines)
        #expect(refused == [])
        let again = try await other.exported()
        for (line, wanted) in zip(again, lines) where line != wanted { Issue.record("\(line)\nis not\n\(wanted)") }
        #expect(again.count == lines.count)
        var findings: [VerifyFinding] = []
        _ = try await Verify.content(other.env) { findings.append($0) }
        #expect(findings.isEmpty)
        #expect(other.mails.isEmpty)
    }

    @Test("keeps the numbers of an empty site's things, so that addresses stay what they were")
    func keepsNumbers() async throws {
        let world = try await ExportWorld(seed: 3)
        let (other, _) = try await TestSite.made(of: try await world.site.exported())
        for table in ["member", "community", "\"group\"", "thread", "post", "restriction"] as [SQL<Void>] {
            let ids = "SELECT id FROM \(table) ORDER BY id" as SQL<Int64>
            let (before, after) = (
                try await world.site.env.store.read { try $0.all(ids) },
                try await other.env.store.read { try $0.all(ids) }
            )
            #expect(before == after && !before.isEmpty)
        }
        #expect(!world.threads.isEmpty && world.threads[0].rawValue > 1)
        // What comes after it goes on behind them.
        let lines = try await world.site.exported()
        let filled = try TestSite()
        _ = try await filled.member("Somebody Else")
        #expect(try await Corpus(lines).take(into: filled).refused == [])
        let first = "SELECT min(id) FROM thread" as SQL<Int64>
        #expect(try await filled.env.store.read { try $0.first(first) } == 1)
    }

    @Test("changes nothing when it is imported a second time")
    func isIdempotent() async throws {
        let world = try await ExportWorld(seed: 2)
        let lines = try await world.site.exported()
        let (other, _) = try await TestSite.made(of: lines)
        let end = "SELECT max(id) FROM journal" as SQL<Int64>
        let before = try await other.env.store.read { try $0.first(end) }
        let again = try await Corpus(lines).take(into: other)
        #expect(again.taken == 0 && again.refused == [])
        #expect(try await other.env.store.read { try $0.first(end) } == before)
        #expect(try await other.exported() == lines)
    }

    @Test("holds no password, no text that was taken back or removed, and nothing of the queue")
    func leavesBehind() async throws {
        let site = try TestSite()
        let community = try await site.community("nursing", joining: .open),
            commons = try await site.commons(of: community)
        let (ann, bob) = (try await site.member("Ann Okafor"), try await site.member("Bob Reader"))
        for member in [ann, bob] { try await site.join(member, community) }
        let thread = try await site.thread("Whimbrel", in: commons, of: community, by: ann)
        let actor = site.env.communities[community]
        let gone = try await site.reply("The godwit word", to: thread, of: community, by: ann)
        try await actor.withdraw(gone, basedOn: nil, as: Viewer(member: ann))
        let named = try await site.reply("The dunlin word", to: thread, of: community, by: ann)
        _ = try await actor.report(named, NewReport(.disrespect, note: "Scaup note"), as: Viewer(member: bob))
        _ = try await actor.redact(
            named,
            to: PostText("Nobody."),
            mark: "[removed]",
            basedOn: 1,
            as: Viewer(member: ann)
        )
        let text = try await site.exported().joined()
        for word in ["correct horse", "godwit", "dunlin", "Scaup"] { #expect(!text.contains(word), "\(word)") }
        #expect(text.contains("Whimbrel") && text.contains("Nobody."))
        // Not even after its import can a text that stayed behind be put back as an empty post.
        let (other, _) = try await TestSite.made(of: try await site.exported())
        await #expect(throws: Denial.tooLate) {
            try await other.env.communities[community].restore(gone, as: Viewer(member: ann))
        }
    }

    @Test("gives a post that waits an item in the queue of the new site")
    func heldPosts() async throws {
        let world = try await ExportWorld(seed: 1)
        let (other, _) = try await TestSite.made(of: try await world.site.exported())
        let held = "SELECT id FROM post WHERE state = 'held' ORDER BY id" as SQL<PostID>
        let queued =
            "SELECT subjectId FROM queueItem WHERE state = 'open' AND kind = 'held' AND subjectKind = 'post' ORDER BY subjectId"
            as SQL<PostID>
        let (posts, items) = try await other.env.store.read { db in (try db.all(held), try db.all(queued)) }
        #expect(!posts.isEmpty && posts == items)
    }

    @Test("of a community holds what belongs to it with its people, and can be imported by itself")
    func community() async throws {
        let world = try await ExportWorld(seed: 4)
        let (one, other) = (world.communities[0], world.communities[1])
        let lines = try await world.site.exported(.community(one))
        let whole = try await world.site.exported()
        #expect(lines.of("community").count == 1 && lines.of("membership").count < whole.of("membership").count)
        #expect(!lines.joined().contains("\"community_id\":\(other)") && !lines.joined().contains("midwives"))
        let strangers = Set(whole.of("member")).subtracting(lines.of("member"))
        // Rights over a site are not among them, so the administrator's line differs.
        #expect(strangers.allSatisfy { $0.contains("\"site_admin\":true") } && !lines.joined().contains("site_admin"))
        let (site, refused) = try await TestSite.made(of: lines)
        #expect(refused == [])
        #expect(try await site.exported(.community(one)) == lines)
    }

    @Test("of a member holds what they wrote and said of themselves, and nobody else's words")
    func member() async throws {
        let site = try TestSite()
        let community = try await site.community("nursing", agreement: "The curlew rule.")
        let commons = try await site.commons(of: community)
        let (ann, bob) = (try await site.member("Ann Okafor"), try await site.member("Bob Reader"))
        for member in [ann, bob] { try await site.join(member, community) }
        let own = try await site.thread("Whimbrel title", "Whimbrel body", in: commons, of: community, by: ann)
        _ = try await site.reply("Dunlin answer", to: own, of: community, by: bob)
        let other = try await site.thread("Dunlin title", "Dunlin body", in: commons, of: community, by: bob)
        _ = try await site.reply("Whimbrel answer", to: other, of: community, by: ann)
        let gone = try await site.reply("Whimbrel withdrawn", to: other, of: community, by: ann)
        let actor = site.env.communities[community]
        try await actor.withdraw(gone, basedOn: nil, as: Viewer(member: ann))
        let posts = try await site.env.store.read { db in try db.all("SELECT id FROM post ORDER BY id" as SQL<PostID>) }
        try await actor.react(.thanks, to: posts[1], as: Viewer(member: ann))
        try await actor.react(.agree, to: posts[0], as: Viewer(member: bob))
        let lines = try await site.exported(.member(ann)), text = lines.joined(separator: "\n")
        for word in ["Dunlin", "Bob", "curlew", "How we practise", "\"agree\""] {
            #expect(!text.contains(word), "\(word)")
        }
        for word in ["title", "body", "answer", "withdrawn"] { #expect(text.contains("Whimbrel \(word)")) }
        #expect(lines.of("member").count == 1 && lines.of("membership").count == 1 && lines.of("reaction").count == 1)
        #expect(lines[0] == "{\"type\":\"export\",\"format\":1,\"of\":\"member\"}")
    }

    @Test("is read by nobody else, replaces no file, and leaves none that is not whole")
    func file() async throws {
        let site = try TestSite()
        let path = site.env.store.folder.path + "/out.jsonl"
        let export = CorpusExport(.site, site.env)
        #expect(try await export.write(to: path) == 1)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        _ = try await site.member("Ann Okafor")
        await #expect(throws: StoreError.self) { try await export.write(to: path) }
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == "{\"type\":\"export\",\"format\":1,\"of\":\"site\"}\n"
        )
        #expect(!FileManager.default.fileExists(atPath: path + ".unfinished"))
        await #expect(throws: StoreError.self) { try await export.write(to: "/nowhere/out.jsonl") }
    }

    @Test("of a newer format is refused by its line")
    func newerFormat() async throws {
        let (_, refused) = try await TestSite.made(of: [#"{"type":"export","format":2,"of":"site"}"#])
        #expect(
            refused == [RefusedLine(1, .wrong(field: "format", expected: "1, as this version of Praxis writes it"))]
        )
    }
}
