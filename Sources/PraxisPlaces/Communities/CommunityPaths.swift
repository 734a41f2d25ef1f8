package import PraxisWeb

extension Paths {
    package static func joinCommunity(_ community: String) -> String { communityPart(community, "join") }
    package static func leaveCommunity(_ community: String) -> String { communityPart(community, "leave") }
    package static func communitySettings(_ community: String) -> String { communityPart(community, "settings") }
    /// Where a request to join is taken back.
    package static func withdrawRequest(_ place: PlacePaths) -> String { place.join + "/withdraw" }
    package static func newGroup(_ community: String) -> String { communityPart(community, "groups/new") }
}

extension PlacePaths {
    /// What a community is about.
    var about: String { home + "/about" }
}
