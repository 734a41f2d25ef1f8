package import PraxisDomain
package import PraxisWeb

extension Paths {
    package static func about(_ community: String) -> String { communityPart(community, "about") }
    package static func joinCommunity(_ community: String) -> String { communityPart(community, "join") }
    package static func leaveCommunity(_ community: String) -> String { communityPart(community, "leave") }
    package static func communitySettings(_ community: String) -> String { communityPart(community, "settings") }
    package static func newGroup(_ community: String) -> String { communityPart(community, "groups/new") }
}

/// A community, or a group in one, by the addresses under which its people are looked after.
package struct PlacePaths: Hashable, Sendable {
    package let home: String

    package init(community: String, group: String? = nil) {
        home = group.map { Paths.group(community, $0) } ?? Paths.community(community)
    }

    package var members: String { home + "/members" }
    package func members(page: Int) -> String { page > 1 ? "\(members)?page=\(page)" : members }
    package func member(_ id: MemberID) -> String { "\(members)/\(id)" }
    /// Where somebody is silenced, suspended or reinstated.
    package func standing(of member: MemberID) -> String { "\(self.member(member))/standing" }
    package func standingEnd(of member: MemberID) -> String { "\(standing(of: member))/end" }
    package var invitations: String { home + "/invitations" }
    package func revocation(of id: InvitationID) -> String { "\(invitations)/\(id)/revoke" }
    package var join: String { home + "/join" }
    package var leave: String { home + "/leave" }
    package var settings: String { home + "/settings" }
    package var audit: String { home + "/audit" }
}
