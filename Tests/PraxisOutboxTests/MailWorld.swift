import Foundation
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage

/// A site on which every kind of mail has been queued through the commands that queue it, all of them about one group.
struct MailWorld: Sendable {
    /// What must not leave by mail of a group that says no more than that there is something.
    static let secrets = ["Turnstone", "turnstone", "whimbrel", "Dunlin", "Mallory", "Priya Nair"]
    static let injection = "whimbrel\r\nBcc: x@example.org <b>bold</b> \u{202e}=?utf-8?q?=0D=0A?="

    let world: TriageWorld
    let group: GroupID
    var site: TestSite { world.site }

    // `detail` is what the group lets out; nil makes a confidential group.
    init(_ detail: MailDetail?, titlesOnly: Bool = false) async throws {
        world = try await TriageWorld()
        let (site, community) = (world.site, world.community)
        group = try await site.group(
            "turnstone",
            in: community,
            kind: detail == nil ? .peerSupport : .topic,
            access: .request
        )
        for member in [world.ann, world.bob] { try await site.join(member, group: group, of: community) }
        try await site.join(world.fay, group: group, of: community, as: .facilitator)
        for member in [world.mo, world.con] { try await site.join(member, group: group, of: community) }
        if let detail {
            try await world.actor.setMailRule(of: group, detail, neutralName: "", as: world.viewer(world.fay))
        }
        if titlesOnly { try await world.actor.setMailRule(titlesOnly: true, as: world.viewer(world.max)) }
        try await decide()
        try await ask()
        try await restrictStanding()
        try await meet()
        try await write()
        let administrator = try await site.member("Ada Admin", isSiteAdministrator: true)
        try await site.env.site.sendTestMail(as: Viewer(member: administrator, isSiteAdministrator: true))
    }

    /// Every queued mail as it would leave now, whole: headers and both parts.
    func mails() async throws -> [(kind: MailKind, whole: String)] {
        let rows = try await site.env.store.read { db in
            try db.all(
                "SELECT \(QueuedMail.columns) FROM outbox ORDER BY id" as SQL<QueuedMail>
            )
        }
        var mails: [(MailKind, String)] = []
        for row in rows {
            guard let content = try await site.content(of: row) else { continue }
            mails.append((row.kind, content.everything))
        }
        return mails
    }

    /// A report that is decided, and one out of worry.
    private func decide() async throws {
        let post = try await world.post("A whimbrel body.", by: world.ann, in: group)
        let item = try await world.report(post, .disrespect, "Dunlin said so.", by: world.bob)
        try await world.resolve(item, .hide, by: world.fay, reason: Self.injection)
        let other = try await world.post("Another whimbrel body.", by: world.ann, in: group)
        try await world.report(other, .worried, "Dunlin worries.", by: world.bob)
    }

    /// Two ask to join: one is let in, the other waits.
    private func ask() async throws {
        let mallory = try await site.member("Mallory Dunlin")
        for member in [mallory, world.pri] {
            if member == mallory { try await site.join(member, world.community) }
            let answer = try await world.actor.join(group, note: "Dunlin asks.", as: world.viewer(member))
            guard case .asked(let request) = answer, member == mallory else { continue }
            _ = try await world.actor.decide(request, accepting: true, as: world.viewer(world.fay))
        }
    }

    private func restrictStanding() async throws {
        let silence = NewRestriction(.silenced, days: 7, reason: Self.injection)
        _ = try await world.actor.restrict(world.bob, in: group, silence, as: world.viewer(world.fay))
        _ = try await world.actor.restrict(world.con, in: group, silence, as: world.viewer(world.fay))
        try await world.actor.reinstate(world.con, in: group, as: world.viewer(world.fay))
    }

    /// A date with one seat, which is given back.
    private func meet() async throws {
        let date = try site.gathering("Dunlin meets", joinLink: "https://whimbrel.example", place: "whimbrel Hall") {
            ($0.capacity, $0.date, $0.time) = ("1", "2026-11-24", "06:30")
        }
        let gathering = try await world.actor.planGathering(date, in: group, as: world.viewer(world.fay))
        for member in [world.ann, world.bob] {
            try await world.actor.answer(.yes, needs: AccessNeeds("whimbrel"), to: gathering, as: world.viewer(member))
        }
        try await world.actor.answer(.no, to: gathering, as: world.viewer(world.ann))
        let message = try NewHostMessage(to: ["seated"], body: "A whimbrel message.")
        _ = try await world.actor.send(message, of: gathering, as: world.viewer(world.fay))
        var change = GatheringChange()
        change.details = try site.gathering(
            "Dunlin moves",
            joinLink: "https://whimbrel.example/2",
            place: "whimbrel Room"
        ) {
            ($0.capacity, $0.date, $0.time) = ("1", "2026-11-24", "06:00")
        }
        .details
        let moved = change
        try await world.actor.changeGathering(gathering, moved, as: world.viewer(world.fay))
        let series = try site.series(
            "Dunlin rounds",
            joinLink: "https://whimbrel.example/3",
            purpose: "A whimbrel purpose."
        )
        let planned = try await world.actor.planSeries(series, in: group, as: world.viewer(world.fay))
        try await world.actor.answerSeries(.yes, to: planned, as: world.viewer(world.ann))
    }

    private func write() async throws {
        _ = try await site.thread(
            "Dunlin title",
            "A whimbrel body for @Bob Baker",
            in: group,
            of: world.community,
            by: world.fay
        )
        site.pass(.hours(46))
        _ = try await DigestRound(site.env, at: site.now, isSpread: false).run()
        _ = try await SittingRound(site.env, at: site.now).run()
        _ = try await HostMessageRound(site.env, at: site.now).run()
        _ = try await ReminderRound(site.env, at: site.now).run()
        _ = try await DutyRound(site.env, at: site.now).run()
    }
}
