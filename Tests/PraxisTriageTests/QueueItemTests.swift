import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("An item of the queue")
struct QueueItemTests {
    private let queue = "/c/nursing/queue"

    @Test("is claimed by opening it from the list, and by no GET, no matter who looks")
    func opening() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let (mo, pri) = (try await world.site.browser(world.mo), try await world.site.browser(world.pri))
        #expect(try await mo.get(queue).text.contains("<form method=\"post\" action=\"\(queue)/\(item)/claim\">"))
        let counts: SQL<Int> =
            "SELECT (SELECT sum(lease) FROM queueItem) + (SELECT max(id) FROM journal) + (SELECT count(*) FROM audit)"
        let before = try await world.site.value(counts)
        for browser in [mo, pri] { #expect(try await browser.get("\(queue)/\(item)").status == 200) }
        #expect(try await world.site.value(counts) == before)
        let opened = try await mo.post("\(queue)/\(item)/claim", [], from: queue)
        #expect(opened.location == "\(queue)/\(item)#heading")
        #expect(try await world.item(item).holder == world.mo)
        let list = try await pri.get(queue).text
        #expect(list.contains("Mo Hassan is working on it") && list.contains("href=\"\(queue)/\(item)\""))
        #expect(!list.contains("\(queue)/\(item)/claim"))
        let late = try await pri.post("\(queue)/\(item)/claim", [], from: queue)
        #expect(late.location == "\(queue)/\(item)#heading")
        let theirs = try await pri.get("\(queue)/\(item)").text
        #expect(theirs.contains("Mo Hassan is working on this") && !theirs.contains("name=\"action\""))
    }

    @Test(
        "shows the safeguarding contact its text only after an act that records the look, decided or taken by another, too"
    )
    func contact() async throws {
        let world = try await TriageWorld()
        let secret = try await world.post("The serin word", by: world.ann, in: world.circle)
        let item = try await world.report(secret, .worried, "So low", by: world.bob)
        try await world.actor.passOn(item, as: world.viewer(world.fay))
        try await world.claim(item, by: world.fay)
        let con = try await world.site.browser(world.con), path = "\(queue)/\(item)"
        let email: String = try await world.site.value("SELECT email FROM member WHERE id = \(world.ann)")
        let shut = try await con.get(path).text
        for word in ["serin", "So low", "Bob Baker", email] { #expect(!shut.contains(word), "\(word)") }
        #expect(shut.contains("Opening it is recorded.") && Markup.faults(shut) == [])
        let open = try await con.post(path + "/claim", [], from: path)
        #expect(
            open.status == 200 && open.text.contains("serin") && open.text.contains("Fay Gordon is working on this")
        )
        #expect(try await world.audited(.safeguardingLook) == 1)
        #expect(try await !con.get(path).text.contains("serin"))
    }

    @Test(
        "offers what fits it: a reported post is kept, returned or removed",
        arguments: [
            (
                "published", "held", ["Keep", "Return to the author", "Remove"],
                ["No action needed", "Approve", "Show it again"]
            ),
            ("hidden", "x", ["No action needed", "Show it again"], ["Keep", "Remove"]),
            ("withdrawn", "x", ["No action needed"], ["Keep", "Remove", "Show it again", "Return to the author"]),
        ]
    )
    func verbs(state: String, other: String, offered: [String], not: [String]) async throws {
        let world = try await TriageWorld()
        let post = try await world.post("Another.", by: world.ann)
        let item = try await world.report(post, .spam, by: world.bob)
        for state in [state, other] where state != "x" {
            _ = try await world.site.env.site.command {
                try $0.run("UPDATE post SET state = \(state) WHERE id = \(post)")
            }
            let page = try await world.site.browser(world.mo).get("\(queue)/\(item)").text
            for label in offered { #expect(page.contains(">\(label)</button>"), "\(label)") }
            for label in not { #expect(!page.contains(">\(label)</button>"), "\(label)") }
        }
    }

    @Test(
        "shows the reported text when its author withdrew it, on the page and in JSON, but not once detail was removed"
    )
    func withdrawn() async throws {
        let world = try await TriageWorld()
        let post = try await world.post("The whinchat word.", by: world.ann)
        let item = try await world.report(post, .disrespect, "Look", by: world.bob)
        try await world.actor.withdraw(post, basedOn: 1, as: world.viewer(world.ann))
        #expect(try await world.site.browser(world.mo).get("\(queue)/\(item)").text.contains("The whinchat word."))
        let json = try await world.api(world.mo, .post, "/queue/\(item)/claim").json
        let report = (json["reports"] as? [[String: Any]])?.first
        #expect(report?["body"] as? String == "The whinchat word." && report?["reason"] as? String == "disrespect")
        #expect(report?["note"] as? String == "Look" && report?["revision"] as? Int == 1)
        let list = try await world.api(world.mo, .get, "/communities/nursing/queue").json["items"] as? [[String: Any]]
        #expect((list?.first?["reports"] as? [[String: Any]])?.first?["body"] as? String == "The whinchat word.")
        let second = try await world.report(world.first, .other, by: world.bob)
        _ = try await world.actor.redact(
            world.first,
            to: PostText("Nobody."),
            mark: "[removed]",
            basedOn: 1,
            as: world.viewer(world.ann)
        )
        let sealed = try await world.api(world.mo, .post, "/queue/\(second)/claim").json["reports"] as? [[String: Any]]
        #expect(sealed?.first?["body"] is NSNull)
    }

    @Test("is listed with why, whose, where and its age, as urgent where it is, and tells the contact nothing of it")
    func lines() async throws {
        let world = try await TriageWorld()
        try await world.report(world.first, .worried, by: world.bob)
        let page = try await world.site.browser(world.mo).get(queue).text
        #expect(
            page.contains("<span class=\"whose\">Post by Ann Okafor</span><span>Everyone</span><span class=\"age\">")
                && page.contains("tag danger\">Urgent</span>")
        )
        #expect(page.contains(/<time datetime="[^"]+" title="today at [^"]+">[^\n]*Waiting for 1 min</))
        #expect(page.contains("<h3><span class=\"tag danger\">"), "before the title")
        let secret = try await world.post("The serin word", by: world.ann, in: world.circle)
        let item = try await world.report(secret, .spam, by: world.bob)
        try await world.actor.passOn(item, as: world.viewer(world.fay))
        #expect(try await !world.site.browser(world.con).get(queue).text.contains("serin"))
        try await world.actor.withdraw(world.first, basedOn: 1, as: world.viewer(world.ann))
        let list = try await world.site.browser(world.mo).get(queue).text.split(separator: "<aside class=\"broad\"")
            .first
        #expect(list?.contains("heron") == false, "the text as it was stands in the item alone, also beside the list")
    }

    @Test(
        "is passed on with the note that was begun, by a verb of what is urgent; a note that is too long changes nothing"
    )
    func passesOn() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, by: world.bob)
        let browser = try await world.site.browser(world.mo), path = "/c/nursing/queue/\(item)"
        #expect(try await browser.get(path).text.contains("<button class=\"btn\" formaction=\"\(path)/pass-on\""))
        let long = String(repeating: "n", count: 20_000)
        let refused = try await browser.post(path + "/pass-on", [("note", long)], from: path)
        #expect(refused.status == 422 && refused.text.contains(long))
        let level: String = try await world.site.value("SELECT level FROM queueItem WHERE id = \(item)")
        #expect(level == "place")
        #expect(try await browser.post(path + "/pass-on", [("note", "Rang twice.")], from: path).status == 303)
        let note: String = try await world.site.value("SELECT body FROM queueNote WHERE itemId = \(item)")
        let after: String = try await world.site.value("SELECT level FROM queueItem WHERE id = \(item)")
        #expect(note == "Rang twice." && after == "safeguarding")
    }

    @Test("says of what is asked for whose it is")
    func asked() async throws {
        let world = try await TriageWorld()
        let closed = try await world.site.group("closed", in: world.community, access: .request)
        _ = try await world.actor.join(closed, note: "", as: world.viewer(world.bob))
        let page = try await world.site.browser(world.max).get(queue).text
        #expect(page.contains("<span class=\"whose\">Asked by Bob Baker</span>"))
    }

    @Test("that is decided has its undoing before what that does, and beside the list no way back to it")
    func undoing() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.resolve(item, .dismiss, by: world.mo)
        let mo = try await world.site.browser(world.mo), back = "Back to the queue"
        let own = try await mo.get("\(queue)/\(item)").text
        let order = ["Undo the decision", "except emails already sent", back].map { own.range(of: $0)?.lowerBound }
        #expect(order.allSatisfy { $0 != nil } && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
        let list = try await mo.get(queue + "?state=decided").text
        #expect(list.contains("Undo the decision") && !list.contains(back))
    }

    @Test("leads to where its author can be silenced, for those who reach them alone")
    func silencing() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let link = "/c/nursing/members/\(world.ann)/standing"
        let mo = try await world.site.browser(world.mo)
        #expect(try await mo.get("\(queue)/\(item)").text.contains("href=\"\(link)\""))
        #expect(try await mo.get(link).status == 200)
        let own = try await world.report(try await world.post("Mine.", by: world.pri), .spam, by: world.bob)
        #expect(try await !mo.get("\(queue)/\(own)").text.contains("/standing"))
        let secret = try await world.report(
            try await world.post("In it", by: world.ann, in: world.circle),
            .spam,
            by: world.bob
        )
        let fay = try await world.site.browser(world.fay).get("\(queue)/\(secret)").text
        #expect(fay.contains("href=\"/c/nursing/g/circle/members/\(world.ann)/standing\""))
        try await world.actor.passOn(secret, as: world.viewer(world.fay))
        let con = try await world.site.browser(world.con)
        #expect(try await con.post("\(queue)/\(secret)/claim", [], from: queue).status == 303)
        let theirs = try await con.get("\(queue)/\(secret)").text
        #expect(theirs.contains("In it") && !theirs.contains("/standing"))
    }

    @Test("is followed by its page, and the list by its own")
    func live() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let mo = try await world.site.browser(world.mo)
        let list = try await mo.get(queue).text
        // With the mark from which the script listens on.
        #expect(
            list.contains(
                /<div id="queue" data-live-queue="nursing" data-live-after="[^"]+" data-new="New: \{what\}">/
            )
        )
        let page = try await mo.get("\(queue)/\(item)").text
        #expect(page.contains(/<div id="item" data-live-queue="nursing" data-live-after="[^"]+"/))
        #expect(page.contains("\" data-item=\"\(item)\" data-href=\"\(queue)/\(item)\">"))
        #expect(page.contains("<section class=\"card verbs\" id=\"verbs\""))
    }

    @Test("tells those who reported it why in words that are not for its author")
    func reasons() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .identifiesClient, by: world.bob)
        let decision = try Decision(.return, stock: .identifiesClient, version: nil)
        _ = try await world.actor.resolve(item, decision, as: world.viewer(world.mo))
        let reporter = try #require(try await world.site.queuedMails(.reportOutcome).first?.content).text.replacing(
            "\n",
            with: " "
        )
        #expect(reporter.contains("could be recognised in it.") && !reporter.contains("leave out"))
        let author = try #require(try await world.site.queuedMails(.postDecision).first?.content).text.replacing(
            "\n",
            with: " "
        )
        #expect(author.contains("leave out anything that points to a person"))
    }
}
