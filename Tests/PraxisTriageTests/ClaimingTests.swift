import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("A claim")
struct ClaimingTests {
    @Test("is one's own for half an hour: the holder renews it, another is told who and until when")
    func lease() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let mine = try await world.api(world.mo, .post, "/queue/\(item)/claim")
        #expect(mine.status == 200 && (mine.json["claimedBy"] as? [String: Any])?["name"] as? String == "Mo Hassan")
        world.site.pass(.minutes(20))
        #expect(try await world.api(world.mo, .post, "/queue/\(item)/claim").status == 200)
        world.site.pass(.minutes(29))
        let other = try await world.api(world.pri, .post, "/queue/\(item)/claim")
        #expect(other.status == 409 && other.json["claimedUntil"] as? String != nil)
        #expect((other.json["claimedBy"] as? [String: Any])?["name"] as? String == "Mo Hassan")
        let body = #"{"action": "dismiss", "version": 1}"#
        #expect(try await world.api(world.pri, .post, "/queue/\(item)/resolve", body).status == 409)
        world.site.pass(.minutes(1))
        #expect(try await world.api(world.pri, .post, "/queue/\(item)/claim").status == 200)
    }

    @Test("ends when it is given back, and when the item is decided")
    func release() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.claim(item, by: world.mo)
        try await world.actor.release(item, as: world.viewer(world.pri))
        await #expect(throws: Denial.self) { try await world.claim(item, by: world.pri) }
        try await world.actor.release(item, as: world.viewer(world.mo))
        try await world.claim(item, by: world.pri)
        try await world.resolve(item, .dismiss, by: world.pri)
        try await world.actor.undo(item, as: world.viewer(world.mo))
        try await world.claim(item, by: world.mo)
    }

    @Test("is kept longer by opening the item again and by writing a note, and by no GET")
    func renewal() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.claim(item, by: world.mo)
        world.site.pass(.minutes(29))
        let mo = try await world.site.browser(world.mo), path = "/c/nursing/queue/\(item)"
        let lease: SQL<Int> = "SELECT lease FROM queueItem WHERE id = \(item)"
        let before = try await world.site.value(lease)
        #expect(try await mo.get(path).status == 200)
        #expect(try await world.site.value(lease) == before)
        #expect(try await mo.post(path + "/claim", [], from: path).status == 303)
        world.site.pass(.minutes(29))
        try await world.actor.note("Still at it.", on: item, as: world.viewer(world.mo))
        world.site.pass(.minutes(29))
        await #expect(throws: Denial.self) { try await world.claim(item, by: world.pri) }
    }

    @Test("holds after a restart: the actor reads it from the store")
    func restart() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.claim(item, by: world.mo)
        let again = world.site.restarted().communities[world.community]
        #expect(await again.claims == nil)
        await #expect(throws: Denial.self) {
            try await again.claim(item, as: world.viewer(world.pri), at: world.site.now)
        }
        #expect(await again.claims?.holder(of: item, at: world.site.now)?.member == world.mo)
        world.site.pass(.minutes(30))
        try await again.claim(item, as: world.viewer(world.pri), at: world.site.now)
    }

    @Test("shows in the other's window who has it, and who decided")
    func twoWindows() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let (mo, pri) = (try await world.site.browser(world.mo), try await world.site.browser(world.pri))
        let path = "/c/nursing/queue/\(item)"
        #expect(try await pri.get(path).text.contains("name=\"action\" value=\"dismiss\""))
        #expect(try await mo.post(path + "/claim", [], from: path).status == 303)
        let other = try await pri.get(path).text
        #expect(other.contains("Mo Hassan is working on this") && !other.contains("value=\"dismiss\""))
        let form = [("action", "dismiss"), ("version", "1")]
        let refused = try await pri.post(path + "/resolve", form, from: path)
        #expect(refused.status == 409 && refused.text.contains("Mo Hassan is working on this"))
        #expect(try await mo.post(path + "/resolve", form, from: path).status == 303)
        let late = try await pri.post(path + "/resolve", form, from: path)
        #expect(late.status == 409 && late.text.contains("Mo Hassan kept this as it is"))
    }
}

/// A repeatable source of interleavings.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite("Any order of claims, renewals, expiries, decisions, undoings and restarts")
struct InterleavingTests {
    /// What the queue must be like, computed beside it.
    private struct Model {
        var isDecided = false
        var decidedAt = Timestamp.distantPast
        var claim: (by: MemberID, until: Timestamp)?
        var counts: [AuditAct: Int] = [:]

        func holder(at now: Timestamp) -> MemberID? { claim.flatMap { $0.until > now ? $0.by : nil } }
    }

    @Test(
        "by up to five moderators decides nothing twice, leaves nothing stuck, and stands in the audit log",
        arguments: 1...8
    )
    func interleave(seed: UInt64) async throws {
        let world = try await TriageWorld()
        var dice = Dice(state: seed &* 7919)
        var moderators = [world.mo, world.pri]
        for name in ["Quinn One", "Rosa Two", "Sol Three"] {
            let member = try await world.site.member(name)
            try await world.site.join(member, world.community, as: .moderator)
            moderators.append(member)
        }
        moderators = Array(moderators.prefix(Int.random(in: 2...5, using: &dice)))
        var items: [QueueItemID] = []
        for number in 0..<3 {
            let post = try await world.post("Number \(number).", by: world.ann)
            items.append(try await world.report(post, .spam, by: world.bob))
        }
        var models = Dictionary(uniqueKeysWithValues: items.map { ($0, Model()) })
        var actor = world.actor
        for _ in 0..<120 {
            guard let item = items.randomElement(using: &dice), let member = moderators.randomElement(using: &dice)
            else { return }
            switch Int.random(in: 0..<9, using: &dice) {
            case 0: world.site.pass(.minutes(Int64.random(in: 1...35, using: &dice)))
            case 1: actor = world.site.restarted().communities[world.community]
            case 2: world.site.pass(.hours(Int64.random(in: 1...13, using: &dice)))
            default: try await step(Int.random(in: 0..<5, using: &dice), item, member, &models, actor, world)
            }
        }
        try await settle(items, models, moderators, actor, world)
    }

    private func step(
        _ kind: Int,
        _ item: QueueItemID,
        _ member: MemberID,
        _ models: inout [QueueItemID: Model],
        _ actor: Community,
        _ world: TriageWorld
    ) async throws {
        guard var model = models[item] else { return }
        let now = world.site.now, viewer = Viewer(member: member), holder = model.holder(at: now)
        let isFree = !model.isDecided && (holder == nil || holder == member)
        var worked = true
        do {
            switch kind {
            case 0, 1: try await actor.claim(item, as: viewer, at: now)
            case 2: try await actor.release(item, as: viewer)
            case 3: try await actor.resolve(item, Decision(.hide, reason: "So.", version: nil), as: viewer)
            default: try await actor.undo(item, as: viewer)
            }
        } catch is Denial { worked = false }
        switch kind {
        case 0, 1:
            #expect(worked == isFree)
            if worked, holder != member { model.counts[.claimed, default: 0] += 1 }
            if worked { model.claim = (member, now + Limits.claim) }
        case 2:
            if holder == member, !model.isDecided {
                (model.claim, model.counts[.released]) = (nil, (model.counts[.released] ?? 0) + 1)
            }
        case 3:
            #expect(worked == isFree)
            if worked { (model.isDecided, model.decidedAt, model.claim) = (true, now, nil) }
            if worked { model.counts[.resolved, default: 0] += 1 }
        default:
            let mayUndo = model.isDecided && now <= model.decidedAt + Limits.decisionUndo
            #expect(worked == (mayUndo || !model.isDecided))
            if mayUndo { (model.isDecided, model.counts[.undone]) = (false, (model.counts[.undone] ?? 0) + 1) }
        }
        models[item] = model
    }

    /// Everything is as the model says, and can still be decided.
    private func settle(
        _ items: [QueueItemID],
        _ models: [QueueItemID: Model],
        _ moderators: [MemberID],
        _ actor: Community,
        _ world: TriageWorld
    ) async throws {
        world.site.pass(.minutes(31))
        for item in items {
            let model = try #require(models[item])
            #expect(try await world.item(item).state == (model.isDecided ? .decided : .open))
            for act in [AuditAct.claimed, .released, .resolved, .undone] {
                let count: Int = try await world.site.value(
                    "SELECT count(*) FROM audit WHERE act = \(act) AND subjectId = \(item)"
                )
                #expect(count == model.counts[act] ?? 0, "\(act)")
            }
            let post: PostID = try await world.site.value("SELECT subjectId FROM queueItem WHERE id = \(item)")
            #expect(try await world.state(post) == (model.isDecided ? "hidden" : "published"))
            if !model.isDecided {
                try await actor.resolve(item, Decision(.dismiss, version: nil), as: Viewer(member: moderators[0]))
            }
        }
    }
}
