import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisStore

/// The places and people that all parts of the side-door world begin with, and what those before have added by name.
package struct SideDoorScene: Sendable {
    package let site: TestSite
    package let principals: [Principal: MemberID]
    /// Belongs to all communities, and writes what is written in them; tries no route.
    let author: MemberID
    /// Manages the members-only community, and facilitates its unlisted group.
    let steward: MemberID
    /// Public, members-only and hidden.
    let common: CommunityID, guild: CommunityID, hall: CommunityID
    /// By slug, but for the commons.
    let groups: [String: GroupID]
    /// Discussions in the order in which they were begun.
    var threads: [ThreadID] = []
    /// What the doors of parts lead to.
    var names: [String: String] = [:]

    init() async throws {
        let site = try TestSite()
        var known: [Principal: MemberID] = [:]
        for (number, principal) in Principal.allCases.enumerated() where principal != .visitor {
            known[principal] = try await site.member(
                "Principal Number\(number)",
                isSiteAdministrator: principal == .siteAdministrator
            )
        }
        author = try await site.member("Ada Author")
        steward = try await site.member("Mia Manager")
        common = try await site.community("commonroom", visibility: .public, joining: .open)
        guild = try await site.community("guildxq")
        hall = try await site.community(
            "zephyrhall",
            visibility: .hidden,
            joining: .invite,
            agreement: "Rules bitternrules."
        )
        groups = [
            "loungexq": try await site.group("loungexq", in: guild, access: .request),
            "circlexq": try await site.group(
                "circlexq",
                in: guild,
                kind: .peerSupport,
                access: .invite,
                contact: "Ask scotercontact."
            ),
            "atticxq": try await site.group(
                "atticxq",
                in: guild,
                kind: .peerSupport,
                access: .invite,
                isListed: false,
                contact: "Ask eidercontact."
            ),
            "vaultxq": try await site.group("vaultxq", in: hall),
        ]
        (self.site, principals) = (site, known)
        for community in [common, guild, hall] { try await site.join(author, community) }
        try await site.join(steward, guild, as: .manager)
        try await admit()
        try await site.join(steward, group: group("atticxq"), of: guild, as: .facilitator)
        for (principal, role) in [(Principal.insider, Role.member), (.facilitator, .facilitator)] {
            try await site.join(member(principal), group: group("circlexq"), of: guild, as: role)
        }
    }

    /// What each principal is in the members-only community.
    private func admit() async throws {
        let parts: [(Principal, Part)] = [
            (.pending, Part(.member, .pending)), (.former, Part(.manager, .former)),
            (.suspended, Part(.moderator, .suspended)),
            (.expiredGuest, Part(.guest, until: site.now - .days(1))),
            (.guest, Part(.guest, until: site.now + .days(1))),
            (.member, Part(.member)), (.insider, Part(.member)), (.facilitator, Part(.member)),
            (.moderator, Part(.moderator)), (.manager, Part(.manager)),
        ]
        for (principal, part) in parts {
            try await site.join(member(principal), guild, as: part.role, standing: part.standing, until: part.until)
        }
        try await site.join(member(.outsider), common, as: .manager)
    }
}

extension SideDoorScene {
    /// The actor of the members-only community.
    var actor: Community { site.env.communities[guild] }

    func member(_ principal: Principal) throws -> MemberID {
        guard let member = principals[principal] else { throw Denial.missing }
        return member
    }

    func viewer(_ principal: Principal) throws -> Viewer { Viewer(member: try member(principal)) }

    func group(_ slug: String) throws -> GroupID {
        guard let group = groups[slug] else { throw Denial.missing }
        return group
    }

    /// A discussion by the name that its part gave it.
    func thread(_ name: String) throws -> ThreadID {
        guard let id = names[name].flatMap({ ThreadID($0) }) else { throw Denial.missing }
        return id
    }

    func first(of thread: String) async throws -> PostID {
        let id = try self.thread(thread)
        return try await site.value("SELECT id FROM post WHERE threadId = \(id) AND number = 1")
    }

    /// A member of the members-only community who tries no route, and of one of its groups.
    func person(_ name: String, in group: String? = nil) async throws -> MemberID {
        let member = try await site.member(name)
        try await site.join(member, guild)
        if let group { try await site.join(member, group: self.group(group), of: guild) }
        return member
    }

    /// The address of a door.
    package func address(_ path: String) throws -> String {
        let parts = path.split(separator: "{", omittingEmptySubsequences: false)
        let filled = try parts.dropFirst().map { part -> String in
            let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            guard pieces.count == 2, let value = names[String(pieces[0])] else { throw Denial.missing }
            return value + pieces[1]
        }
        return (parts.prefix(1).map { String($0) } + filled).joined()
    }
}
