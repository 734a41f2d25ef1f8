import PraxisCommunity
package import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisReactions
import PraxisStore
import PraxisThreads
import PraxisTriage

/// Who tries the routes.
package enum Principal: String, CaseIterable, Sendable {
    case visitor, outsider, pending, former, suspended, expiredGuest, guest, member, insider, facilitator, moderator,
        manager, siteAdministrator

    /// Those who belong to the members-only community and read its open groups.
    package static let inside: Set<Principal> = [.guest, .member, .insider, .facilitator, .moderator, .manager]
    /// Full members of it, who see listed doors.
    package static let members: Set<Principal> = inside
}

/// A word that stands in one private place, and who may meet it there.
package struct Canary: Sendable {
    package let word: String
    package let allowed: Set<Principal>
}

/// A small site in which every private thing holds a word of its own.
///
/// Beside each canary in a post stands `companion`, to search for.
package struct SideDoorWorld: Sendable {
    package let site: TestSite
    package let principals: [Principal: MemberID]
    package let communitySlugs = ["commonroom", "guildxq", "zephyrhall", "nosuchplace"]
    package let groupSlugs = ["everyone", "loungexq", "circlexq", "atticxq", "vaultxq", "nosuchgroup"]
    package let threads: [ThreadID]
    package let posts: [PostID]
    /// What each parameter of an address can name here, by its name.
    package let values: [Substring: [String]]

    package init() async throws {
        let site = try TestSite()
        var known: [Principal: MemberID] = [:]
        for (number, principal) in Principal.allCases.enumerated() where principal != .visitor {
            known[principal] = try await site.member(
                "Principal Number\(number)",
                isSiteAdministrator: principal == .siteAdministrator
            )
        }
        let author = try await site.member("Ada Author")
        let common = try await site.community("commonroom", visibility: .public, joining: .open)
        let guild = try await site.community("guildxq")
        let hidden = try await site.community("zephyrhall", visibility: .hidden, joining: .invite)
        for community in [common, guild, hidden] { try await site.join(author, community) }
        try await Self.admit(site, known, common, guild)
        var told: [ThreadID] = []
        func tell(_ word: String, _ group: GroupID, _ community: CommunityID) async throws {
            try await site.join(author, group: group, of: community)
            let thread = try await site.thread(
                "Title \(word)title",
                "Body \(word)body companion.",
                kind: .question,
                in: group,
                of: community,
                by: author
            )
            _ = try await site.reply("Reply \(word)reply companion.", to: thread, of: community, by: author)
            told.append(thread)
        }
        try await tell("osprey", try await site.commons(of: common), common)
        try await tell("plover", try await site.commons(of: guild), guild)
        let lounge = try await site.group("loungexq", in: guild, access: .request)
        try await tell("dunlin", lounge, guild)
        let circle = try await site.group("circlexq", in: guild, kind: .peerSupport, access: .invite)
        try await tell("turnstone", circle, guild)
        let attic = try await site.group("atticxq", in: guild, kind: .peerSupport, access: .invite, isListed: false)
        try await tell("whimbrel", attic, guild)
        try await tell("godwit", try await site.group("vaultxq", in: hidden), hidden)
        for (principal, role) in [(Principal.insider, Role.member), (.facilitator, .facilitator)] {
            guard let member = known[principal] else { continue }
            try await site.join(member, group: circle, of: guild, as: role)
        }
        try await Self.moderate(site, guild, circle, told, known)
        try await Self.react("Rita Jacanaxq", in: common, told[0], site)
        try await site.join(
            try await Self.react("Sam Avocetxq", in: guild, told[3], site, circle),
            guild,
            standing: .former
        )
        if let facilitator = known[.facilitator] { try await Self.invite(to: circle, guild, as: facilitator, site) }
        try await Self.ask("Ivo Asking", to: lounge, guild, site)
        self.site = site
        principals = known
        threads = told
        posts = try await site.env.store.read { db in try db.all("SELECT id FROM post ORDER BY id" as SQL<PostID>) }
        let ids = try await Self.ids(in: site)
        let places = threads.map { "thread:\($0)" } + ["group:guildxq%2Fatticxq", "group:zephyrhall%2Fvaultxq"]
        let members = [Principal.insider, .facilitator].compactMap { known[$0]?.description }
        values = ids.merging([
            "community": communitySlugs, "slug": communitySlugs, "group": groupSlugs, "place": places,
            "thread": threads.map(\.description), "post": posts.map(\.description), "member": members,
            "kind": [ReactionKind.thanks.rawValue], "token": [Self.revokedToken, "nosuchtoken"],
        ]) { _, own in own }
    }

    /// A link that opens nothing any more.
    private static let revokedToken = "revoked-invitation"

    /// A link to a group that was taken back.
    private static func invite(
        to circle: GroupID,
        _ guild: CommunityID,
        as facilitator: MemberID,
        _ site: TestSite
    ) async throws {
        let actor = site.env.communities[guild], viewer = Viewer(member: facilitator)
        let link = try await actor.invite(to: circle, token: revokedToken, uses: 1, as: viewer)
        try await actor.revoke(link, to: circle, as: viewer)
    }

    /// A member who asks to be let into a group, with a note to those who decide.
    private static func ask(_ name: String, to group: GroupID, _ guild: CommunityID, _ site: TestSite) async throws {
        let member = try await site.member(name)
        try await site.join(member, guild)
        _ = try await site.env.communities[guild].join(group, note: "Note whinchatnote", as: Viewer(member: member))
    }

    /// The numbers of all things of each kind that an address names.
    private static func ids(in site: TestSite) async throws -> [Substring: [String]] {
        try await site.env.store.read { db in
            let tables: [Substring: SQL<Int64>] = [
                "item": "SELECT id FROM queueItem ORDER BY id", "report": "SELECT id FROM report ORDER BY id",
                "request": "SELECT id FROM request ORDER BY id", "invitation": "SELECT id FROM invitation ORDER BY id",
            ]
            return try tables.mapValues { sql in
                let ids = try db.all(sql)
                if ids.isEmpty { throw Denial.missing }
                return ids.map { String($0) }
            }
        }
    }

    private static func admit(
        _ site: TestSite,
        _ principals: [Principal: MemberID],
        _ common: CommunityID,
        _ guild: CommunityID
    ) async throws {
        let parts: [(Principal, Part)] = [
            (.pending, Part(.member, .pending)), (.former, Part(.manager, .former)),
            (.suspended, Part(.moderator, .suspended)),
            (.expiredGuest, Part(.guest, until: site.now - .days(1))),
            (.guest, Part(.guest, until: site.now + .days(1))),
            (.member, Part(.member)), (.insider, Part(.member)), (.facilitator, Part(.member)),
            (.moderator, Part(.moderator)), (.manager, Part(.manager)),
        ]
        for (principal, part) in parts {
            guard let member = principals[principal] else { continue }
            try await site.join(member, guild, as: part.role, standing: part.standing, until: part.until)
        }
        if let outsider = principals[.outsider] { try await site.join(outsider, common, as: .manager) }
    }

    /// A newcomer's post that waits, and one of the circle that was reported, talked about and removed.
    private static func moderate(
        _ site: TestSite,
        _ guild: CommunityID,
        _ circle: GroupID,
        _ told: [ThreadID],
        _ principals: [Principal: MemberID]
    ) async throws {
        let manager = try await site.member("Mia Manager")
        try await site.join(manager, guild, as: .manager)
        let actor = site.env.communities[guild]
        try await actor.change(
            CareChange(heldPosts: 1, contact: nil, crisis: "", version: 0),
            as: Viewer(member: manager)
        )
        let nora = try await site.newcomer("Nora New", guild)
        _ = try await site.reply("Held pratincolebody companion.", to: told[1], of: guild, by: nora)
        let start = NewThread(
            title: try Title("Title pratincoletitle"),
            kind: .question,
            body: try PostText("Held pratincolestart companion.")
        )
        _ = try await actor.startThread(start, in: try await site.commons(of: guild), as: Viewer(member: nora))
        guard let facilitator = principals[.facilitator] else { return }
        let bea = try await site.member("Bea Reporter")
        try await site.join(bea, guild)
        try await site.join(bea, group: circle, of: guild)
        let smew = try await site.reply("Hidden smewbody companion.", to: told[3], of: guild, by: bea)
        let (author, judge) = (Viewer(member: bea), Viewer(member: facilitator))
        let reporter = try await site.member("Ren Reporter")
        try await site.join(reporter, guild)
        try await site.join(reporter, group: circle, of: guild)
        _ = try await actor.report(smew, NewReport(.disrespect, note: "Note scaupnote"), as: Viewer(member: reporter))
        let items = try await site.env.store.read { db in
            try db.all(
                "SELECT id FROM queueItem WHERE subjectKind = 'post' AND subjectId = \(smew)" as SQL<QueueItemID>
            )
        }
        for item in items {
            try await actor.note("Note wigeonnote", on: item, as: judge)
            try await actor.resolve(item, Decision(.hide, reason: "Reason gadwallreason", version: nil), as: judge)
        }
        _ = try await actor.join(agreeing: nil, note: "", as: author)
    }

    /// A person who has done nothing but react to the first post of a thread.
    @discardableResult
    private static func react(
        _ name: String,
        in community: CommunityID,
        _ thread: ThreadID,
        _ site: TestSite,
        _ group: GroupID? = nil
    ) async throws -> MemberID {
        let member = try await site.member(name)
        try await site.join(member, community)
        if let group { try await site.join(member, group: group, of: community) }
        let post = try await site.env.store.read { db in
            try db.first("SELECT id FROM post WHERE threadId = \(thread) AND number = 1" as SQL<PostID>)
        }
        guard let post else { throw Denial.missing }
        try await site.env.communities[community].react(.tried, to: post, as: Viewer(member: member))
        if let group {
            try await site.join(member, group: group, of: community, standing: .former)
        }
        return member
    }
}
