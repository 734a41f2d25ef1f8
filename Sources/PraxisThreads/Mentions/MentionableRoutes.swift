import Hummingbird
import PraxisCommunity
import PraxisDomain
package import PraxisWeb

extension Route {
    /// What the script offers while an "@" and the beginning of a name are typed.
    package static let mentionableRoutes: [Route] = [.memberPage(Paths.mentionable) { try await $0.mentionable() }]
}

extension Rate {
    /// Beginnings of names per member.
    fileprivate static let mentionable = Rate(60, per: .minutes(1))
}

private struct MentionableAnswer: Encodable { let names: [String] }

extension Call {
    fileprivate func mentionable() async throws -> Response {
        guard let place = draftTarget(query["place"] ?? "") else { throw Denial.missing }
        try env.limiter.use(.init("names", "member \(try member())"), [.mentionable])
        let chosen = place.choosing(query["group"]), typed = query["q"] ?? ""
        let found = try await read { try MentionableNames.beginning(typed, in: try chosen.readers($0), $0) }
        return try .json(MentionableAnswer(names: found.names))
    }
}
