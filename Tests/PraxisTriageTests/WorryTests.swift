import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage
import PraxisWords
import Testing

@Suite("A worry about a person")
struct WorryTests {
    private let ending = "Mo Hassan closed this: someone is looking after them"

    @Test("ends by someone looking after them, with a note, in one step, and every place says so")
    func ending() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, by: world.bob)
        let mo = try await world.site.browser(world.mo), path = "/c/nursing/queue/\(item)"
        let page = try await mo.get(path).text
        #expect(
            page.contains(">Someone is looking after them</button>") && page.contains("Return the post…")
                && page.contains(">Write a note and close…</summary>")
                && page.contains(">Pass on to the safeguarding contact</button>")
        )
        for other in ["value=\"approve\"", "value=\"hide\"", "btn danger", "alt danger", "Nothing to do", ">Keep<"] {
            #expect(!page.contains(other), "\(other)")
        }
        #expect(Markup.faults(page) == [])
        let form = [("action", "dismiss"), ("version", "1"), ("note", "")]
        let bare = try await mo.post(path + "/resolve", form, from: path)
        #expect(bare.status == 422 && bare.text.contains("id=\"note-error\""))
        // The note is folded until there is something in it, or it is missing.
        let fold = (
            shut: "<details class=\"fold\"><summary class=\"btn alt\">Write a note",
            open: "<details class=\"fold\" open><summary class=\"btn alt\">Write a note"
        )
        #expect(page.contains(fold.shut) && !page.contains(fold.open) && bare.text.contains(fold.open))
        let back = [("action", "return"), ("version", "1"), ("note", ""), ("text", "The smew reason")]
        let kept = try await mo.post(path + "/resolve", back, from: path).text
        #expect(
            kept.contains(fold.open) && kept.contains("<details class=\"fold\" open><summary class=\"btn alt\">Return")
        )
        #expect(kept.contains("The smew reason</textarea>"))
        let noted = [("action", "dismiss"), ("version", "1"), ("note", "I rang her: the dabchick note.")]
        let done = try await mo.post(path + "/resolve", noted, from: path)
        let banner = try await mo.get(try #require(done.location)).text
        #expect(banner.contains("Closed: someone is looking after them."))
        let decided = try await mo.get(path).text
        #expect(decided.contains(ending) && decided.contains("dabchick") && decided.contains("Mo Hassan wrote a note"))
        #expect(try await mo.get("/c/nursing/queue?state=decided").text.contains(ending))
        for log in ["/c/nursing/audit", "/c/nursing/audit.csv"] {
            let text = try await mo.get(log).text
            let said =
                text.contains("someone is looking after its author") || text.contains("Someone is looking after them")
            #expect(said && !text.contains("Nothing needed") && !text.contains("no action needed"))
        }
        let late = try await world.api(
            world.pri,
            .post,
            "/queue/\(item)/resolve",
            #"{"action": "dismiss", "version": 2}"#
        )
        #expect(late.status == 409 && late.json["action"] as? String == "dismiss")
        #expect((late.json["detail"] as? String)?.contains("someone is looking after them") == true)
    }

    @Test("is told to those who had it in words of its own, and to its subject not at all")
    func mail() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, by: world.bob)
        try await world.actor.note("I have called her.", on: item, as: world.viewer(world.mo))
        try await world.resolve(item, .dismiss, by: world.mo, reason: "")
        let mail = try #require(try await world.site.queuedMails(.reportOutcome).first)
        let content = try #require(mail.content)
        #expect(
            mail.to == world.bob && content.text.replacing("\n", with: " ").contains("someone is looking after them")
        )
        for part in [content.subject, content.text, content.html] {
            for word in ["It stays", "heron", "called", "Ann"] { #expect(!part.contains(word), "\(word)") }
        }
        #expect(try await world.site.queued(.postDecision).isEmpty)
    }

    @Test("leaves its post alone, whatever else was reported of it, decided or undone")
    func apart() async throws {
        let world = try await TriageWorld()
        let worry = try await world.report(world.first, .worried, by: world.bob)
        #expect(try await world.report(world.first, .worried, "Still", by: world.con) == worry)
        let other = try await world.report(world.first, .identifiesClient, by: world.con)
        #expect(worry != other)
        try await world.actor.note("Rang.", on: worry, as: world.viewer(world.mo))
        try await world.resolve(worry, .dismiss, by: world.mo)
        #expect(try await world.state(world.first) == "held")
        try await world.resolve(other, .approve, by: world.mo)
        try await world.actor.undo(worry, as: world.viewer(world.mo))
        #expect(try await world.state(world.first) == "published")
        #expect(try await world.item(worry).state == .open)
    }

    @Test("counts nothing against the person, and takes their post from nobody but into their own draft")
    func actions() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, by: world.bob)
        for action in ["approve", "hide"] {
            let body = #"{"action": "\#(action)", "version": 1, "reason": "So", "note": "Rang."}"#
            let answer = try await world.api(world.mo, .post, "/queue/\(item)/resolve", body)
            #expect(answer.status == 422, "\(action)")
        }
        let body = #"{"action": "dismiss", "version": 1, "note": "Rang her."}"#
        let answer = try await world.api(world.mo, .post, "/queue/\(item)/resolve", body)
        #expect(answer.status == 200 && answer.json["action"] as? String == "dismiss")
        let second = try await world.report(world.first, .spam, by: world.bob)
        let page = try await world.site.browser(world.mo).get("/c/nursing/queue/\(second)").text
        #expect(page.contains("Posts checked and kept before: 0"))
    }

    @Test(
        "shows those who decide how to reach the person, and the community's words with numbers to call, while it is open"
    )
    func help() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, by: world.bob)
        let email: String = try await world.site.value("SELECT email FROM member WHERE id = \(world.ann)")
        let mo = try await world.site.browser(world.mo), path = "/c/nursing/queue/\(item)"
        let page = try await mo.get(path).text
        #expect(page.contains("How to reach Ann Okafor") && page.contains("href=\"mailto:\(email)\">\(email)</a>"))
        #expect(page.contains("<a href=\"tel:0123\">0123</a>"))
        #expect(!page.contains("/standing"), "nobody is silenced for being worried about")
        let spam = try await world.report(world.first, .spam, by: world.bob)
        #expect(try await !mo.get("/c/nursing/queue/\(spam)").text.contains(email))
        try await world.actor.note("Rang.", on: item, as: world.viewer(world.mo))
        try await world.resolve(item, .dismiss, by: world.mo)
        #expect(try await !mo.get(path).text.contains(email))
        #expect(try await !mo.get("/c/nursing/queue?state=decided").text.contains(email))
    }

    private func report() throws -> TriageWords.Report {
        try #require(try Forum.capabilities.dictionaries()[.english]).triage.report
    }

    @Test("says that those on duty were told only to those who told them, and who is next")
    func told() async throws {
        let world = try await TriageWorld()
        let bob = try await world.site.browser(world.bob)
        let sent = try await bob.post("/p/\(world.first)/report", [("reason", "worried")])
        let path = try #require(sent.location), page = try await bob.get(path).text
        #expect(page.contains(try report().toldAtOnce() + " " + report().contactNext()))
        #expect(page.contains("href=\"/p/\(world.first)\"") && Markup.faults(page) == [])
        #expect(try await world.site.browser(world.con).get(path).status == 404)
        #expect(try await bob.get("/c/nursing/reported?about=worried").status == 404)
        let spam = try await bob.post("/p/\(world.first)/report", [("reason", "spam")])
        #expect(try await !bob.get(try #require(spam.location)).text.contains(report().toldAtOnce()))
        let other = try await world.site.community("other")
        try await world.site.join(world.bob, other)
        #expect(try await bob.get(path.replacing("nursing", with: "other")).status == 404)
    }

    @Test("says plainly where nobody is on duty, with who can help now")
    func nobody() async throws {
        let world = try await TriageWorld()
        try await world.site.join(world.mo, world.community, as: .member)
        try await world.site.join(world.pri, world.community, as: .member)
        let care = try CareChange(heldPosts: 0, contact: nil, crisis: "Call 911, or 902 555 0142.", version: 1)
        try await world.actor.change(care, as: world.viewer(world.max))
        let bob = try await world.site.browser(world.bob)
        let sent = try await bob.post("/p/\(world.first)/report", [("reason", "worried")])
        let page = try await bob.get(try #require(sent.location)).text
        #expect(try page.contains(report().nobodyTold()) && !page.contains(report().contactNext()))
        #expect(page.contains("<a href=\"tel:911\">911</a>, or <a href=\"tel:9025550142\">902 555 0142</a>."))
        #expect(try await world.site.queued(.worried).isEmpty)
    }
}

@Suite("The numbers in the words for a crisis")
struct PhoneTests {
    @Test(
        "can be called, and nothing else is taken for one",
        arguments: [
            ("Call 911.", ["911"]), ("Ring 116 123 or 13 11 14", ["116123", "131114"]),
            ("+1 (902) 555-0142, day and night", ["+19025550142"]), ("(902) 555-0142", ["9025550142"]),
            ("902.555.0142. 811 for health.", ["9025550142", "811"]),
            ("+44\u{A0}20\u{202F}7946 0018", ["+442079460018"]),
            ("Since 2019, from 9:30 to 17:45 on 2026-11-28, 24/7", []), ("1,000 people, 100 %, $500, A911B, 40", []),
            ("See https://example.org/911 or 12345@example.org, #911", []), ("1234567890123456", []),
            ("<script>911</script>", ["911"]), ("", []), ("5: (", []), ("+", []), ("112\n999", ["112", "999"]),
        ] as [(String, [String])]
    )
    func found(text: String, numbers: [String]) {
        let pieces = PhonePlan.pieces(of: text)
        let found = pieces.compactMap { if case .phone(_, let number) = $0 { number } else { nil as String? } }
        #expect(found == numbers)
        let whole = pieces.map {
            switch $0 {
            case .text(let text), .phone(let text, _): text
            }
        }.joined()
        #expect(whole == text)
    }
}
