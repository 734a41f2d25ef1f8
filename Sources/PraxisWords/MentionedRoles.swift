package import PraxisDomain

extension Dictionaries {
    /// The roles that can be mentioned, by their folded names in every language: a post is read by people of all of them.
    package static let mentionedRoles: [String: Role] = {
        guard let all = try? Dictionaries() else { return [:] }
        var roles: [String: Role] = [:]
        for words in Language.allCases.compactMap({ all[$0]?.threads.write.mentions }) {
            for name in words.moderators { roles[TypedText.folded(name)] = .moderator }
            for name in words.facilitators { roles[TypedText.folded(name)] = .facilitator }
        }
        return roles
    }()
}
