import Foundation
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

@Suite("Golden mails in all their variants")
struct MailVariantGoldenTests {
    private let injection = MailWorld.injection

    private func compare(_ site: TestSite, _ kind: MailKind, _ name: String, _ language: Language) async throws {
        let queued = try #require(try await site.queued(kind).last)
        try GoldenMails.compare(try #require(try await site.content(of: queued, language)), name, language)
    }

    @Test("tell the author of a held post what was decided on it", arguments: Language.allCases)
    func held(language: Language) async throws {
        for (action, name) in [(QueueAction.approve, "published"), (.return, "returned")] {
            let world = try await TriageWorld(heldPosts: 1)
            let nora = try await world.site.newcomer("Nora New", world.community)
            let item = try await world.held(try await world.post("The avocet word.", by: nora))
            try await world.resolve(item, action, by: world.mo, reason: action == .return ? injection : "")
            try await compare(world.site, .postDecision, "post-decision-\(name)", language)
        }
    }

    @Test(
        "tell someone who reported that a post stays, or that someone is looking after a person",
        arguments: Language.allCases
    )
    func reports(language: Language) async throws {
        let world = try await TriageWorld()
        let kept = try await world.report(world.first, .spam, by: world.bob)
        try await world.resolve(kept, .dismiss, by: world.mo, reason: injection)
        try await compare(world.site, .reportOutcome, "report-outcome-kept", language)
        let worried = try await world.report(world.first, .worried, by: world.bob)
        try await world.actor.note("Rang.", on: worried, as: world.viewer(world.mo))
        try await world.resolve(worried, .dismiss, by: world.mo, reason: injection)
        try await compare(world.site, .reportOutcome, "report-outcome-worried", language)
    }

    @Test("of a group that shows titles only keep the reason", arguments: Language.allCases)
    func titles(language: Language) async throws {
        let world = try await MailWorld(.title)
        for kind in [MailKind.postDecision, .standing] {
            let first = try #require(try await world.site.queued(kind).first)
            let mail = try #require(try await world.site.content(of: first, language))
            try GoldenMails.compare(mail, "\(kind.rawValue)-titles", language)
        }
    }

    @Test("tell of a suspension without an end", arguments: Language.allCases)
    func suspended(language: Language) async throws {
        let world = try await TriageWorld(), suspension = NewRestriction(.suspended, days: nil, reason: injection)
        _ = try await world.actor.restrict(world.bob, in: nil, suspension, as: world.viewer(world.max))
        try await compare(world.site, .standing, "standing-suspended", language)
    }

    @Test("tell someone who decides in two communities how much is waiting in each", arguments: Language.allCases)
    func duties(language: Language) async throws {
        let world = try await TriageWorld(), site = world.site
        let teaching = try await site.community("teaching")
        for (member, role) in [(world.ann, Role.member), (world.bob, .member), (world.mo, .moderator)] {
            try await site.join(member, teaching, as: role)
        }
        let commons = try await site.commons(of: teaching)
        let thread = try await site.thread("Another day", "Words.", in: commons, of: teaching, by: world.ann)
        let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
        let report = try NewReport(.spam, note: "")
        _ = try await site.env.communities[teaching].report(post, report, as: world.viewer(world.bob))
        try await world.report(world.first, .spam, by: world.bob)
        try await site.write { db in
            try db.run("UPDATE community SET name = \(MailWorld.injection) WHERE id = \(teaching)")
        }
        site.pass(.hours(22) + .minutes(1))
        _ = try await DutyRound(site.env, at: site.now).run()
        let mail = try #require(try await site.queued(.duty).first { $0.member == world.mo })
        try GoldenMails.compare(
            try #require(try await site.content(of: mail, language)),
            "duty-several",
            language
        )
    }

    @Test("about many who ask to join name the first ten", arguments: Language.allCases)
    func manyRequests(language: Language) async throws {
        let world = try await CommunityWorld(personas: [.manager])
        for number in 1...12 {
            let member = try await world.site.member("Person \(number)")
            _ = try await world.site.env.communities[world.community]
                .join(agreeing: nil, note: "", as: Viewer(member: member))
        }
        let injection = injection
        try await world.site.write { db in
            try db.run("UPDATE member SET name = \(injection) WHERE name = 'Person 2'")
        }
        try await compare(world.site, .joinRequest, "join-request-many", language)
    }

    @Test("about requests to join a confidential group name neither it nor its people", arguments: Language.allCases)
    func confidentialRequests(language: Language) async throws {
        let world = try await MailWorld(nil), triage = world.world, pri = triage.pri
        try await compare(world.site, .joinRequest, "join-request-confidential", language)
        try await compare(world.site, .requestDecision, "request-accepted-confidential", language)
        let request: RequestID = try await world.site.value("SELECT id FROM request WHERE memberId = \(pri)")
        _ = try await triage.actor.decide(request, accepting: false, as: triage.viewer(triage.fay))
        try await compare(world.site, .requestDecision, "request-declined-confidential", language)
    }

    @Test("tell someone that their request is waiting again", arguments: Language.allCases)
    func undoneRequest(language: Language) async throws {
        let world = try await TriageWorld(), outbox = Outbox(world.site.env, atOnce: 1)
        let answer = try await world.actor.join(agreeing: nil, note: "", as: world.viewer(world.eve))
        guard case .asked(let request) = answer else { throw Denial.missing }
        _ = try await world.actor.decide(request, accepting: false, as: world.viewer(world.max))
        await outbox.handOverDue()
        let item: QueueItemID = try await world.site.value(
            "SELECT id FROM queueItem WHERE subjectKind = 'request' AND subjectId = \(request)"
        )
        try await world.actor.undo(item, as: world.viewer(world.max))
        try await world.site.write { db in
            try db.run("UPDATE community SET name = \(MailWorld.injection)")
        }
        try await compare(world.site, .requestDecision, "request-undone", language)
    }
}
