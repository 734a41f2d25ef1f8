package import PraxisDomain
import PraxisWords

extension ThreadWords {
    /// The roles that can be mentioned, by their folded names in every language: a post is read by people of all of them.
    package static let mentionedRoles: [String: Role] = {
        var roles: [String: Role] = [:]
        for section in Language.allCases.compactMap({ try? file.words(in: $0) as? ThreadWords }) {
            let names = section.write.mentions
            for name in names.moderators { roles[TypedText.folded(name)] = .moderator }
            for name in names.facilitators { roles[TypedText.folded(name)] = .facilitator }
        }
        return roles
    }()
}
