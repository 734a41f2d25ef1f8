import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

/// A community or one of its groups, as the page of its people meets it.
enum PlaceOfPeople: Sendable {
    case community(CommunityView)
    case group(GroupView)

    var name: String {
        switch self {
        case .community(let view): view.details.line.name
        case .group(let view): view.group.name
        }
    }

    var community: CommunityLine {
        switch self {
        case .community(let view): view.details.line
        case .group(let view): view.community.line
        }
    }

    /// Who can open the pages on which its people are managed.
    func managers(_ words: Words) -> ReadersStrip {
        switch self {
        case .community: .managers(words)
        case .group(let view): .managers(of: view.group, words)
        }
    }

    /// Nil for the community itself.
    var group: GroupID? {
        if case .group(let view) = self { view.group.id } else { nil }
    }

    var paths: PlacePaths {
        switch self {
        case .community(let view): PlacePaths(community: view.details.line.slug)
        case .group(let view): PlacePaths(community: view.community.line.slug, group: view.group.slug)
        }
    }

    /// What the viewer may do with those who belong.
    var rights: Rights {
        switch self {
        case .community(let view): Rights(view.rights)
        case .group(let view): Rights(view.rights)
        }
    }

    struct Rights: Sendable {
        let decides: Bool
        let invites: Bool
        let setsRoles: Bool
        let restricts: Bool

        fileprivate init(_ rights: CommunityRights) {
            decides = rights.decides
            invites = rights.invites
            setsRoles = rights.setsRoles
            restricts = rights.restricts
        }

        fileprivate init(_ rights: GroupRights) {
            decides = rights.decides
            invites = rights.invites
            setsRoles = rights.setsRoles
            restricts = rights.restricts
        }
    }

    /// The roles that can be given there.
    var roles: [Role] { group == nil ? Role.allCases : [.guest, .member, .facilitator] }

    /// The standings that can be given along with a role; a membership lapses in a community, and with it everywhere in it.
    ///
    /// Silencing, suspending and removing have pages of their own.
    var standings: [Standing] { group == nil ? [.active, .lapsed] : [.active] }

    /// - Throws: why the viewer does not see who belongs.
    func checkSeesMembers() throws(Denial) {
        switch self {
        case .community(let view): if let refusal = Policy.refusal(SeeMembers.self, view.facts) { throw refusal }
        case .group(let view):
            if !view.rights.seesMembers { throw view.facts.viewer.member == nil ? .signedOut : .notAllowed }
        }
    }

    /// The people of a page, with what the viewer may look after.
    func people(named text: String, page: Int, _ reading: Reading) throws -> PeoplePage {
        let rights = rights, community = community.id, group = group, all = rights.setsRoles || rights.restricts
        let now = reading.now
        var model = PeoplePage(
            paths: paths,
            people: try reading.all(
                PlaceMember.of(community, group, named: text, regardlessOfStanding: all, page: page, at: now)
            ),
            count: try reading.first(
                PlaceMember.count(community, group, named: text, regardlessOfStanding: all, at: now)
            ) ?? 0,
            page: page,
            named: text
        )
        if rights.decides {
            let all = try JoinRequest.decidable(in: community, after: nil, reading)
            model.requests = all.filter { $0.group == group }
        }
        if rights.invites { model.invitations = try reading.all(OpenInvitation.to(community, group, at: now)) }
        if rights.setsRoles { (model.roles, model.standings) = (roles, standings) }
        model.restricts = rights.restricts
        if rights.restricts { model.reached = try reached(model.people.map(\.id), reading.db, at: now) }
        return model
    }

    /// Those of `people` whom the viewer may restrict there, as the page that does it decides.
    private func reached(_ people: [MemberID], _ db: DB, at now: Timestamp) throws -> Set<MemberID> {
        try Set(
            people.filter { member in
                guard let target = try Target.read(member, facts, db, at: now) else { return false }
                return Policy.allows(Silence.self, facts.towards(target))
            }
        )
    }

    private var facts: Facts {
        switch self {
        case .community(let view): view.facts
        case .group(let view): view.facts
        }
    }
}
