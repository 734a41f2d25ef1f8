package import PraxisDomain

/// A community, or a group in one, by the addresses under which its people are looked after.
package struct PlacePaths: Hashable, Sendable {
    package let home: String

    package init(community: String, group: String? = nil) {
        home = group.map { Paths.group(community, $0) } ?? Paths.community(community)
    }

    package var members: String { home + "/members" }
    /// A page of those whose name holds `text`, or of all.
    package func members(named text: String = "", page: Int) -> String {
        let query = (text.isEmpty ? [] : ["q=" + Fields.encode(text)]) + (page > 1 ? ["page=\(page)"] : [])
        return query.isEmpty ? members : members + "?" + query.joined(separator: "&")
    }
    package func member(_ id: MemberID) -> String { "\(members)/\(id)" }
    package func removal(of member: MemberID) -> String { "\(self.member(member))/remove" }
    /// Where a member is silenced, suspended or reinstated.
    package func standing(of member: MemberID) -> String { "\(self.member(member))/standing" }
    package func standingEnd(of member: MemberID) -> String { "\(standing(of: member))/end" }
    package var invitations: String { home + "/invitations" }
    package func revocation(of id: InvitationID) -> String { "\(invitations)/\(id)/revoke" }
    package var join: String { home + "/join" }
    package var leave: String { home + "/leave" }
    package var settings: String { home + "/settings" }
    package var audit: String { home + "/audit" }
}
