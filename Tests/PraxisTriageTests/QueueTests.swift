import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("The queue")
struct QueueTests {
    @Test("is for those who decide something, and shows each only what they decide")
    func scope() async throws {
        let world = try await TriageWorld()
        let open = try await world.report(world.first, .spam, by: world.bob)
        let secret = try await world.post("The bluethroat word", by: world.ann, in: world.circle)
        let closed = try await world.report(secret, .disrespect, by: world.bob)
        _ = try await world.actor.join(agreeing: nil, note: "", as: world.viewer(world.eve))
        let asked: QueueItemID = try await world.site.value("SELECT id FROM queueItem WHERE kind = 'request'")
        let seen: [(MemberID, Set<QueueItemID>)] = [(world.mo, [open]), (world.fay, [closed]), (world.max, [asked])]
        for (member, items) in seen {
            let page = try await world.site.browser(member).get("/c/nursing/queue")
            #expect(page.status == 200)
            for item in [open, closed, asked] {
                let isListed = page.text.contains("data-item=\"\(item)\"")
                #expect(isListed == items.contains(item), "\(item) for \(member)")
                let status = try await world.site.browser(member).get("/c/nursing/queue/\(item)").status
                #expect((status == 200) == items.contains(item))
                #expect(
                    (try await world.api(member, .post, "/queue/\(item)/claim").status == 200) == items.contains(item)
                )
            }
        }
        for member in [world.ann, world.bob] {
            #expect(try await world.site.browser(member).get("/c/nursing/queue").status == 403)
            #expect(try await world.api(member, .get, "/communities/nursing/queue").status == 403)
            #expect(try await world.api(member, .post, "/queue/\(open)/claim").status == 404)
        }
        #expect(try await world.site.browser(world.con).get("/c/nursing/queue").text.contains("Nothing is waiting"))
        #expect(try await Browser(world.site).get("/c/nursing/queue").status == 303)
    }

    @Test(
        "of a confidential group comes to the safeguarding contact only when passed on, or after a day: that post, each look on record"
    )
    func safeguarding() async throws {
        let world = try await TriageWorld()
        let secret = try await world.post("The serin word", by: world.ann, in: world.circle)
        let thread: ThreadID = try await world.site.value("SELECT threadId FROM post WHERE id = \(secret)")
        let reply = try await world.site.reply("The siskin word", to: thread, of: world.community, by: world.ann)
        let item = try await world.report(reply, .disrespect, by: world.bob)
        let con = try await world.site.browser(world.con), path = "/c/nursing/queue/\(item)"
        #expect(try await con.get(path).status == 404)
        try await world.actor.passOn(item, as: world.viewer(world.fay))
        let list = try await con.get("/c/nursing/queue").text
        #expect(list.contains("data-item=\"\(item)\"") && !list.contains("siskin") && !list.contains("Ann Okafor"))
        let items = try await world.api(world.con, .get, "/communities/nursing/queue").json["items"] as? [[String: Any]]
        #expect(items?.first?["post"] is NSNull && (items?.first?["reports"] as? [Any])?.isEmpty == true)
        #expect(try await world.audited(.safeguardingLook) == 0)
        let shut = try await con.get(path)
        #expect(shut.status == 200 && !shut.text.contains("siskin") && !shut.text.contains("Bob Baker"))
        #expect(try await world.audited(.safeguardingLook) == 0, "a GET records nothing")
        #expect(try await con.post(path + "/claim", [], from: path).location == path + "#heading")
        #expect(try await world.audited(.safeguardingLook) == 1)
        let page = try await con.get(path)
        #expect(page.status == 200 && page.text.contains("siskin"))
        #expect(!page.text.contains("serin") && !page.text.contains("/t/\(thread)"))
        #expect(try await world.audited(.safeguardingLook) == 1)
        let claim = try await world.api(world.con, .post, "/queue/\(item)/claim")
        #expect((claim.json["post"] as? [String: Any])?["body"] as? String == "The siskin word")
        #expect(claim.json["thread"] is NSNull)
        #expect(try await world.audited(.safeguardingLook) == 2)
        for other in ["/t/\(thread)", "/p/\(reply)", "/c/nursing/g/circle"] {
            #expect(try await !con.get(other).text.contains("siskin"))
        }
        let second = try await world.report(secret, .other, by: world.bob)
        #expect(try await con.get("/c/nursing/queue/\(second)").status == 404)
        world.site.pass(.hours(24))
        #expect(try await con.get("/c/nursing/queue/\(second)").status == 200)
    }

    @Test("about a confidential group whose only facilitator wrote the post comes to the contact at once")
    func onlyTheAuthor() async throws {
        let world = try await TriageWorld()
        let post = try await world.post("By Fay herself", by: world.fay, in: world.circle)
        let item = try await world.report(post, .worried, by: world.bob)
        #expect(try await world.item(item).level == .safeguarding)
        #expect(try await world.site.queuedMails(.worried).map(\.to) == [world.con])
        #expect(try await world.site.browser(world.fay).get("/c/nursing/queue/\(item)").status == 404)
        #expect(try await world.site.browser(world.con).get("/c/nursing/queue/\(item)").status == 200)
    }

    @Test("goes page after page, the gravest and oldest first, what others work on last, each once")
    func pages() async throws {
        let world = try await TriageWorld()
        var items: [QueueItemID] = []
        for number in 0..<7 {
            let post = try await world.post("Number \(number).", by: world.ann)
            items.append(try await world.report(post, number == 5 ? .worried : .spam, by: world.bob))
        }
        for index in [0, 3] {
            try await world.actor.claim(items[index], as: world.viewer(world.pri), at: world.site.now)
        }
        try await world.actor.claim(items[1], as: world.viewer(world.mo), at: world.site.now)
        let expected = [5, 1, 2, 4, 6, 0, 3].map { items[$0].description }
        for limit in 1...8 {
            var met: [String] = [], cursor: String? = ""
            while let current = cursor {
                let tail = current.isEmpty ? "" : "&cursor=\(current)"
                let page = try await world.api(world.mo, .get, "/communities/nursing/queue?limit=\(limit)\(tail)").json
                met += (page["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
                cursor = page["next"] as? String
            }
            #expect(met == expected, "\(limit) a page")
        }
    }

    @Test("lists by kind and state, the latest decision first")
    func filters() async throws {
        let world = try await TriageWorld(heldPosts: 1)
        let nora = try await world.site.newcomer("Nora New", world.community)
        let held = try await world.held(try await world.post("Hello.", by: nora))
        let report = try await world.report(world.first, .spam, by: world.bob)
        func ids(_ query: String) async throws -> [String] {
            let page = try await world.api(world.mo, .get, "/communities/nursing/queue\(query)").json
            return (page["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
        }
        #expect(try await ids("?kind=held") == ["\(held)"])
        #expect(try await ids("?kind=report&state=open") == ["\(report)"])
        try await world.resolve(held, .approve, by: world.mo)
        world.site.pass(.seconds(1))
        try await world.resolve(report, .dismiss, by: world.pri)
        #expect(try await ids("?state=decided") == ["\(report)", "\(held)"])
        #expect(try await ids("") == [])
        #expect(try await world.api(world.mo, .get, "/communities/nursing/queue?kind=nothing").status == 422)
        #expect(try await world.api(world.mo, .get, "/communities/nursing/queue?cursor=bent").status == 422)
        #expect(
            try await world.site.browser(world.mo).get("/c/nursing/queue?state=decided").text.contains("Priya Nair")
        )
    }

    @Test("is in the head of every page for everyone who has something waiting, and is right at once after a decision")
    func navigation() async throws {
        let world = try await TriageWorld()
        let mo = try await world.site.browser(world.mo)
        #expect(try await !mo.get("/communities").text.contains("Queue 1"))
        let item = try await world.report(world.first, .spam, by: world.bob)
        world.site.pass(.hours(2))
        #expect(try await mo.get("/communities").text.contains("Queue 1, oldest 2 h"))
        let home = try await mo.get("/").text
        #expect(home.components(separatedBy: "Queue 1, oldest 2 h").count == 2, "and there alone")
        #expect(try await !world.site.browser(world.bob).get("/communities").text.contains("Queue"))
        try await world.resolve(item, .dismiss, by: world.pri)
        #expect(try await !mo.get("/communities").text.contains("Queue 1"))
    }

    @Test("leads from one decision to the next item, which is claimed, with how many are left and an undo")
    func oneAtATime() async throws {
        let world = try await TriageWorld()
        let first = try await world.report(world.first, .spam, by: world.bob)
        let second = try await world.report(try await world.post("Two.", by: world.ann), .spam, by: world.bob)
        let mo = try await world.site.browser(world.mo)
        let start = try await mo.post("/c/nursing/queue/next", [], from: "/c/nursing/queue")
        #expect(start.location == "/c/nursing/queue/\(first)#heading")
        let decided = try await mo.post(
            "/c/nursing/queue/\(first)/resolve",
            [("action", "approve"), ("version", "1")],
            from: "/c/nursing/queue"
        )
        let path = try #require(decided.location)
        #expect(path.hasPrefix("/c/nursing/queue/\(second)?done=approved"))
        let page = try await mo.get(path).text
        #expect(page.contains("Approved. 1 left.") && page.contains("/c/nursing/queue/\(first)/undo"))
        #expect(try await world.item(second).holder == world.mo)
        let skipped = try await mo.post("/c/nursing/queue/\(second)/skip", [], from: "/c/nursing/queue")
        #expect(skipped.location == "/c/nursing/queue?done=skipped#heading")
        #expect(try await world.item(second).holder == nil)
        let undone = try await mo.post("/c/nursing/queue/\(first)/undo", [], from: "/c/nursing/queue")
        #expect(try await mo.get(try #require(undone.location)).text.contains("Undone."))
        let old = try await mo.get(path).text
        #expect(!old.contains("Approved. 1 left.") && !old.contains("/c/nursing/queue/\(first)/undo"))
    }

    @Test(
        "says what was decided, with its undoing, for as long as that can be undone",
        arguments: [(23, true), (25, false)]
    )
    func saysDecision(hours: Int64, isSaid: Bool) async throws {
        let world = try await TriageWorld(), mo = try await world.site.browser(world.mo)
        let item = try await world.report(world.first, .spam, by: world.bob)
        let fields = [("action", "approve"), ("version", "1")]
        let decided = try await mo.post("/c/nursing/queue/\(item)/resolve", fields, from: "/c/nursing/queue")
        let path = try #require(decided.location)
        world.site.pass(.hours(hours))
        #expect(try await mo.get(path).text.contains("/c/nursing/queue/\(item)/undo") == isSaid)
        let other = path.replacing("done=approved", with: "done=hidden")
        mo.comeFromForm()
        #expect(try await !mo.get(other).text.contains("/c/nursing/queue/\(item)/undo"))
    }

    @Test("tells an item's story in words, and keeps notes among those who decide")
    func timeline() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, "Look at <b>this</b>", by: world.bob)
        try await world.actor.claim(item, as: world.viewer(world.mo), at: world.site.now)
        try await world.actor.note("The <i>garganey</i> note.", on: item, as: world.viewer(world.mo))
        try await world.resolve(item, .hide, by: world.mo, reason: "It sells.")
        let page = try await world.site.browser(world.pri).get("/c/nursing/queue/\(item)").text
        for sentence in [
            "Bob Baker reported it: Advertising or spam", "Mo Hassan claimed it", "Mo Hassan wrote a note",
            "Mo Hassan removed this: It sells.", "garganey", "Look at &lt;b&gt;this",
        ] { #expect(page.contains(sentence), "\(sentence)") }
        #expect(Markup.faults(page) == [])
        for path in ["/t/\(world.thread)", "/", "/c/nursing"] {
            #expect(try await !world.site.browser(world.ann).get(path).text.contains("garganey"))
        }
    }

    @Test(
        "says of a decided item that it is decided, not how long it waits, and of one that somebody has no verb but to skip"
    )
    func notWaiting() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let mo = try await world.site.browser(world.mo), path = "/c/nursing/queue/\(item)"
        let waiting = try await mo.get(path).text
        #expect(waiting.contains("Waiting for") && waiting.contains("/pass-on"))
        try await world.actor.claim(item, as: world.viewer(world.pri), at: world.site.now)
        let taken = try await mo.get(path).text
        #expect(!taken.contains("/pass-on") && !taken.contains("/claim") && taken.contains("/skip"))
        try await world.resolve(item, .hide, by: world.pri, reason: "It sells.")
        let decided = try await mo.get(path).text
        #expect(!decided.contains("Waiting for") && decided.contains("tabindex=\"-1\">Decided</h2>"))
        let own = try await world.site.browser(world.ann).get("/t/\(world.thread)").text
        #expect(
            own.contains("A moderator removed it.") && own.contains("It sells.") && !own.contains("being looked at")
        )
    }

    @Test("names the fields of its own page where something is missing")
    func labels() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, by: world.bob)
        let mo = try await world.site.browser(world.mo), path = "/c/nursing/queue/\(item)/resolve"
        let noNote = try await mo.post(path, [("action", "dismiss"), ("version", "1")], from: "/c/nursing/queue")
        #expect(
            noNote.status == 422 && noNote.text.contains("<a href=\"#note\">Write a note")
        )
        let noReason = try await mo.post(path, [("action", "hide"), ("version", "1")], from: "/c/nursing/queue")
        #expect(noReason.status == 422 && noReason.text.contains("<a href=\"#text\">Give a reason"))
    }

    @Test("of another community answers as missing, no matter who asks")
    func foreign() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let other = try await world.site.community("other")
        try await world.site.join(world.mo, other, as: .moderator)
        try await world.site.join(world.eve, other, as: .moderator)
        let mo = try await world.site.browser(world.mo)
        #expect(try await mo.get("/c/other/queue/\(item)").status == 404)
        #expect(try await mo.post("/c/other/queue/\(item)/claim", [], from: "/c/nursing/queue").status == 404)
        let eve = try await world.site.browser(world.eve)
        #expect(try await eve.get("/c/nursing/queue/\(item)").status == 404)
        #expect(try await mo.get("/queue").text.contains("Other"))
    }

    @Test("of a community without a contact says so to anyone who would pass something on")
    func noContact() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.actor.change(
            CareChange(heldPosts: 0, contact: nil, crisis: "", version: 1),
            as: world.viewer(world.max)
        )
        let page = try await world.site.browser(world.mo).post(
            "/c/nursing/queue/\(item)/pass-on",
            [],
            from: "/c/nursing/queue"
        )
        #expect(page.status == 422 && page.text.contains("has not named anyone else"))
    }
}

@Suite("The settings of care")
struct CareTests {
    @Test("are the community manager's: who is told, what is held, what people read")
    func manager() async throws {
        let world = try await TriageWorld()
        for member in [world.ann, world.mo, world.fay] {
            #expect(try await world.site.browser(member).get("/c/nursing/settings/care").status == 403)
        }
        let max = try await world.site.browser(world.max), path = "/c/nursing/settings/care"
        let fields = [("heldPosts", "2"), ("contact", "\(world.bob)"), ("text", "Ring <b>999</b>"), ("version", "1")]
        #expect(try await max.post(path, fields).status == 303)
        #expect(try await max.get(path).text.contains("Ring &lt;b&gt;999"))
        #expect(try await max.post(path, fields).status == 409)
        for (name, value) in [
            ("heldPosts", "6"), ("heldPosts", "x"), ("contact", "\(world.eve)"),
            ("text", String(repeating: "x", count: 4_001)),
        ] {
            var bad = fields.filter { $0.0 != name && $0.0 != "version" }
            bad += [(name, value), ("version", "2")]
            #expect(try await max.post(path, bad).status == 422, "\(name)")
        }
        let care: [Int] = try await world.site.all("SELECT heldPosts FROM communityCare")
        #expect(care == [2])
    }
}
