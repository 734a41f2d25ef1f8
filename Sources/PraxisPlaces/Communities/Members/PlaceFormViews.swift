package import HTML
import PraxisDomain
package import PraxisWeb
import PraxisWords

extension Call {
    package func communityCrumbs(_ line: CommunityLine) -> [Page.Crumb] {
        [.init(words.communities.title(), Paths.communities), .init(line.name, Paths.community(line.slug))]
    }

    /// What the page before did, from `?done=` in the address.
    package func placeBanner() -> HTML {
        let done = words.communities.done
        let said: Phrase? =
            switch query["done"] {
            case "withdrawn": words.door.withdrawn
            case "removed": words.peoplePage.removed
            case "joined": done.joined
            case "asked": done.asked
            case "left": done.left
            case "agreed": done.agreed
            case "accepted": done.accepted
            case "declined": done.declined
            case "revoked": done.revoked
            case "changed": done.changed
            default: nil
            }
        return said.map { banner($0()) } ?? HTML()
    }
}

extension Words {
    /// A change of role in words, from its words in the tables: "Member → Moderator".
    func change(_ spelt: [String]) -> String {
        spelt.map { word in Role(rawValue: word).map { name(of: $0) } ?? word }.joined(separator: " → ")
    }

    func name(of role: Role) -> String {
        let roles = communities.roles
        return switch role {
        case .guest: roles.guest()
        case .member: roles.member()
        case .facilitator: roles.facilitator()
        case .moderator: roles.moderator()
        case .manager: roles.manager()
        }
    }

    func name(of standing: Standing) -> String {
        let standings = communities.standings
        return switch standing {
        case .pending: standings.pending()
        case .active: standings.active()
        case .lapsed: standings.lapsed()
        case .silenced: standings.silenced()
        case .suspended: standings.suspended()
        case .former: standings.former()
        }
    }
}
