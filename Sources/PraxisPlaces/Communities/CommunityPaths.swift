import PraxisDomain
package import PraxisWeb

extension Paths {
    static let joinCommunity = Address<String>(PlacePaths.join.ofCommunity)
    static let leaveCommunity = Address<String>(PlacePaths.leave.ofCommunity)
    package static let communitySettings = Address<String>(PlacePaths.settings.ofCommunity)
    package static let agreement = Address<String>("/c/{community}/agreement")
    package static let newGroup = Address<String>("/c/{community}/groups/new")
    static let acceptRequest = Address<RequestID>("/requests/{request}/accept")
    static let declineRequest = Address<RequestID>("/requests/{request}/decline")
    package static let invitation = Address<String>("/i/{token}")
    static let approveAccount = Address<MemberID>("/settings/accounts/{member}/approve")
    static let declineAccount = Address<MemberID>("/settings/accounts/{member}/decline")
    /// Where a request to join is taken back.
    package static func withdrawRequest(_ place: PlacePaths) -> String { PlacePaths.withdrawal(place) }
}

extension PlacePaths {
    static let withdrawal = PlacePage("/join/withdraw")
    static let auditFile = PlacePage("/audit.csv")
    static let about = PlacePage("/about")
    /// What a community is about.
    var about: String { Self.about(self) }
}

extension APIPaths {
    static let session = "/session"
    static let me = "/me"
    static let communities = "/communities"
    static let community = Address<String>("/communities/{slug}")
    static let membership = Address<String>("/communities/{slug}/membership")
    static let requests = Address<String>("/communities/{slug}/requests")
    static let acceptRequest = Address<RequestID>("/requests/{request}/accept")
    static let declineRequest = Address<RequestID>("/requests/{request}/decline")
    static let groups = Address<String>("/communities/{slug}/groups")
    static let group = Address<String, String>("/communities/{slug}/groups/{group}")
    static let groupMembership = Address<String, String>("/communities/{slug}/groups/{group}/membership")
}
