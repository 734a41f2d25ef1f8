package import PraxisDomain

/// A community, or a group in one, by the addresses under which its people are looked after.
package struct PlacePaths: Hashable, Sendable {
    /// Of the community.
    package let community: String
    package let home: String

    package init(community: String, group: String? = nil) {
        self.community = community
        home = group.map { Paths.group(community, $0) } ?? Paths.community(community)
    }

    package static let members = PlacePage("/members")
    package var members: String { Self.members(self) }
    /// A page of those whose name holds `text`, or of all.
    package func members(named text: String = "", page: Int) -> String {
        let query = (text.isEmpty ? [] : ["q=" + Fields.encode(text)]) + (page > 1 ? ["page=\(page)"] : [])
        return query.isEmpty ? members : members + "?" + query.joined(separator: "&")
    }
    package static let member = PlaceAddress<MemberID>("/members/{member}")
    package func member(_ id: MemberID) -> String { Self.member(self, id) }
    package static let removal = PlaceAddress<MemberID>("/members/{member}/remove")
    package func removal(of member: MemberID) -> String { Self.removal(self, member) }
    /// Where a member is silenced, suspended or reinstated.
    package static let standing = PlaceAddress<MemberID>("/members/{member}/standing")
    package func standing(of member: MemberID) -> String { Self.standing(self, member) }
    package static let standingEnd = PlaceAddress<MemberID>("/members/{member}/standing/end")
    package func standingEnd(of member: MemberID) -> String { Self.standingEnd(self, member) }
    package static let invitations = PlacePage("/invitations")
    package var invitations: String { Self.invitations(self) }
    package static let revocation = PlaceAddress<InvitationID>("/invitations/{invitation}/revoke")
    package func revocation(of id: InvitationID) -> String { Self.revocation(self, id) }
    package static let join = PlacePage("/join")
    package var join: String { Self.join(self) }
    package static let leave = PlacePage("/leave")
    package var leave: String { Self.leave(self) }
    package static let settings = PlacePage("/settings")
    package var settings: String { Self.settings(self) }
    package static let audit = PlacePage("/audit")
    package var audit: String { Self.audit(self) }
}
