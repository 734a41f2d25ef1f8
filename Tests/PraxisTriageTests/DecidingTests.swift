import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("A decision")
struct DecidingTests {
    @Test("to remove a post takes it out of everything, tells its author why at its place, and is undone exactly")
    func hide() async throws {
        let world = try await TriageWorld()
        let post = try await world.post("The whinchat word.", by: world.ann)
        let journal: Int64 = try await world.site.value("SELECT journal FROM post WHERE id = \(post)")
        let item = try await world.report(post, .disrespect, by: world.bob)
        try await world.resolve(item, .hide, by: world.mo, reason: "It hurts.")
        #expect(try await world.places(showing: "whinchat", to: world.bob) == [])
        let own = try await world.site.browser(world.ann).get("/t/\(world.thread)").text
        #expect(own.contains("whinchat") && own.contains("It hurts."))
        try await world.actor.undo(item, as: world.viewer(world.pri))
        #expect(try await world.places(showing: "whinchat", to: world.bob).contains("/search?q=whinchat"))
        #expect(try await world.site.value("SELECT journal FROM post WHERE id = \(post)" as SQL<Int64>) == journal)
        #expect(try await world.item(item).state == .open)
    }

    @Test("tells author and reporter two minutes later, without a word of the post; undone before, it tells nobody")
    func mails() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.resolve(item, .hide, by: world.mo, reason: "It sells.")
        let due: [Int64] = try await world.site.all("SELECT dueAt - queuedAt FROM outbox")
        #expect(due == [120_000, 120_000])
        for (kind, member) in [(MailKind.postDecision, world.ann), (.reportOutcome, world.bob)] {
            let mail = try #require(try await world.site.queuedMails(kind).first)
            let content = try #require(mail.content)
            #expect(mail.to == member && content.text.contains("It sells."))
            for part in [content.subject, content.text, content.html] {
                #expect(!part.contains("heron") && !part.contains("A day at work"))
            }
        }
        try await world.actor.undo(item, as: world.viewer(world.mo))
        for kind in [MailKind.postDecision, .reportOutcome] {
            #expect(try await world.site.queuedMails(kind).allSatisfy { $0.content == nil })
        }
    }

    @Test("by the API is made once for a key: the repetition answers alike, another body is refused")
    func once() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let path = "/queue/\(item)/resolve", body = #"{"action": "dismiss", "reason": "Fine.", "version": 1}"#
        let first = try await world.api(world.mo, .post, path, body, key: "k")
        let second = try await world.api(world.mo, .post, path, body, key: "k")
        #expect(first.status == 200 && second.status == 200)
        #expect(second.json["id"] as? String == item.description && second.json["state"] as? String == "decided")
        #expect(try await world.audited(.resolved) == 1)
        let other = #"{"action": "hide", "reason": "No.", "version": 1}"#
        #expect(try await world.api(world.mo, .post, path, other, key: "k").status == 422)
        #expect(try await world.api(world.mo, .post, path, body, key: "another").status == 409)
        #expect(try await world.api(world.mo, .post, "/queue/\(item)/undo", key: "u").status == 200)
        #expect(try await world.api(world.mo, .post, "/queue/\(item)/undo", key: "u").status == 200)
    }

    @Test("on a post of a confidential group says neither where nor why by mail, and nothing to whom has left it")
    func confidentialMails() async throws {
        let world = try await TriageWorld()
        let post = try await world.post("The bunting word", by: world.ann, in: world.circle)
        let item = try await world.report(post, .disrespect, by: world.bob)
        try await world.resolve(item, .hide, by: world.fay, reason: "Wheatear.")
        let mail = try #require(try await world.site.queuedMails(.postDecision).first?.content)
        for word in ["Wheatear", "Circle", "Nursing", "bunting"] {
            #expect(!(mail.subject + mail.text + mail.html).contains(word))
        }
        try await world.site.join(world.ann, group: world.circle, of: world.community, standing: .former)
        #expect(try await world.site.queuedMails(.postDecision).first?.content == nil)
    }

    @Test("of fifty at once exactly one is taken, and the others are told who and how")
    func fifty() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let tokens = [try await world.site.bearer(world.mo), try await world.site.bearer(world.pri)]
        let statuses = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<50 {
                group.addTask {
                    let answer = try await Browser(world.site).send(
                        .post,
                        "/api/v1/queue/\(item)/resolve",
                        body: #"{"action": "dismiss", "version": 1}"#,
                        headers: [
                            ("Authorization", "Bearer " + tokens[number % 2]), ("Content-Type", "application/json"),
                        ]
                    )
                    return (answer.status, answer.text)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.filter { $0.0 == 200 }.count == 1)
        let refused = statuses.filter { $0.0 == 409 }
        #expect(refused.count == 49)
        #expect(refused.allSatisfy { $0.1.contains("decidedBy") && $0.1.contains("dismiss") })
        #expect(try await world.audited(.resolved) == 1)
    }

    @Test("is told with who decided in the same shape, no matter who asks for the item or comes too late")
    func decider() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let body = #"{"action": "dismiss", "version": 1}"#
        let done = try await world.api(world.mo, .post, "/queue/\(item)/resolve", body)
        let late = try await world.api(world.mo, .post, "/queue/\(item)/resolve", body)
        #expect(done.status == 200 && late.status == 409)
        let list = try await world.api(world.mo, .get, "/communities/nursing/queue?state=decided")
        let listed = (list.json["items"] as? [[String: Any]])?.first
        for answer in [done.json, late.json, listed ?? [:]] {
            let person = answer["decidedBy"] as? [String: String]
            #expect(person?["id"] == "\(world.mo)" && person?["name"]?.isEmpty == false)
        }
    }

    @Test("carries the version it is based on; an older one is told what is there now")
    func stale() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.report(world.first, .disrespect, by: world.con)
        let old = try await world.api(
            world.mo,
            .post,
            "/queue/\(item)/resolve",
            #"{"action": "dismiss", "version": 1}"#
        )
        #expect(old.status == 409 && old.json["current"] as? Int == 2)
        let page = try await world.site.browser(world.mo).post(
            "/c/nursing/queue/\(item)/resolve",
            [("action", "hide"), ("version", "1"), ("text", "My dunnock words")],
            from: "/c/nursing/queue"
        )
        #expect(page.status == 409 && page.text.contains("My dunnock words") && page.text.contains("has changed"))
        let new = try await world.api(
            world.mo,
            .post,
            "/queue/\(item)/resolve",
            #"{"action": "dismiss", "version": 2}"#
        )
        #expect(new.status == 200 && new.json["state"] as? String == "decided")
    }

    @Test("can be undone for 24 hours, by anyone who may decide")
    func undo() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.resolve(item, .hide, by: world.mo)
        world.site.pass(.hours(24))
        try await world.actor.undo(item, as: world.viewer(world.pri))
        try await world.resolve(item, .hide, by: world.mo)
        world.site.pass(.seconds(24 * 3600 + 1))
        await #expect(throws: Denial.tooLate) { try await world.actor.undo(item, as: world.viewer(world.mo)) }
    }

    @Test("is nobody's on their own post or their own report")
    func ownAffair() async throws {
        let world = try await TriageWorld()
        let own = try await world.post("By a moderator.", by: world.mo)
        let item = try await world.report(own, .spam, by: world.pri)
        for member in [world.mo, world.pri] {
            await #expect(throws: Denial.missing) { try await world.resolve(item, .dismiss, by: member) }
            let page = try await world.site.browser(member).get("/c/nursing/queue").text
            #expect(!page.contains("data-item=\"\(item)\""))
            #expect(try await world.site.browser(member).get("/c/nursing/queue/\(item)").status == 404)
        }
        #expect(try await world.item(item).level == .safeguarding)
        try await world.resolve(item, .dismiss, by: world.con)
    }

    @Test("on a request to join is the same in the queue and among the members: one wins")
    func requests() async throws {
        let world = try await TriageWorld()
        _ = try await world.actor.join(agreeing: nil, note: "A dabchick asks.", as: world.viewer(world.eve))
        let item: QueueItemID = try await world.site.value("SELECT id FROM queueItem WHERE kind = 'request'")
        #expect(try await world.site.browser(world.mo).get("/c/nursing/queue/\(item)").status == 404)
        let page = try await world.site.browser(world.max).get("/c/nursing/queue/\(item)")
        #expect(page.text.contains("A dabchick asks."))
        let request: RequestID = try await world.site.value("SELECT id FROM request")
        _ = try await world.actor.decide(request, accepting: false, as: world.viewer(world.max))
        #expect(try await world.item(item).state == .decided)
        await #expect(throws: Denial.self) { try await world.resolve(item, .approve, by: world.max) }
        try await world.actor.undo(item, as: world.viewer(world.max))
        try await world.resolve(item, .approve, by: world.max)
        #expect(try await world.site.browser(world.eve).get("/t/\(world.thread)").status == 200)
        try await world.actor.undo(item, as: world.viewer(world.max))
        #expect(try await world.site.browser(world.eve).get("/t/\(world.thread)").status == 404)
        #expect(try await world.item(item).state == .open)
    }

    @Test("says what is missing: a reason to remove, a known action, an action that the item takes")
    func badInput() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        for body in [
            #"{"action": "hide", "version": 1}"#, #"{"action": "explode", "version": 1}"#, #"{"version": 1}"#,
            #"{"action": "dismiss"}"#, #"{"action": "dismiss", "version": "1"}"#,
            #"{"action": "hide", "version": 1, "reason": "\#(String(repeating: "x", count: 1_001))"}"#,
        ] {
            #expect(try await world.api(world.mo, .post, "/queue/\(item)/resolve", body).status == 422, "\(body)")
        }
        #expect(try await world.api(world.mo, .post, "/queue/\(item)/resolve", "{").status == 400)
        #expect(try await world.api(world.mo, .post, "/queue/999/claim").status == 404)
        #expect(try await world.item(item).state == .open)
        let form = [("action", "hide"), ("version", "1"), ("text", "")]
        let page = try await world.site.browser(world.mo).post(
            "/c/nursing/queue/\(item)/resolve",
            form,
            from: "/c/nursing/queue"
        )
        #expect(page.status == 422 && page.text.contains("id=\"text-error\""))
    }
}
