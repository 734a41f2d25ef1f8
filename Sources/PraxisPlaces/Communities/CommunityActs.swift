package import PraxisDomain

/// Sees who belongs to a community.
package enum SeeMembers: Act {
    package static let name = "seeMembers", allowed: Capacities = [.member], scope = ActScope.community
    package static let writes = false
}

package enum JoinCommunity: Act, PlainAct {
    package static let name = "joinCommunity", allowed: Capacities = [.newcomer], scope = ActScope.community
    package static let writes = false
}

package enum LeaveCommunity: Act, PlainAct {
    package static let name = "leaveCommunity", allowed: Capacities = [.guest, .member], scope = ActScope.community
    package static let writes = false
}

package enum AddCommunity: Act, AuditedAct {
    package static let name = "addCommunity", allowed: Capacities = [.siteAdministrator], scope = ActScope.site
    package static let writes = false
}

package enum ChangeCommunity: Act, AuditedAct {
    package static let name = "changeCommunity", allowed: Capacities = [.manager], scope = ActScope.community
}

package enum SetCommunityRole: Act, AuditedAct {
    package static let name = "setCommunityRole", allowed: Capacities = [.manager], scope = ActScope.community
}

extension [any Act.Type] {
    static let communities: Self = [
        SeeMembers.self, JoinCommunity.self, LeaveCommunity.self, AddCommunity.self, ChangeCommunity.self,
        SetCommunityRole.self,
    ]
}

extension AuditAct {
    package static let roleChanged: AuditAct = "role-changed"
    package static let requestAccepted: AuditAct = "request-accepted"
    package static let requestDeclined: AuditAct = "request-declined"
    package static let communityAdded: AuditAct = "community-added"
    package static let communityChanged: AuditAct = "community-changed"
    package static let invited: AuditAct = "invited"
    package static let invitationRevoked: AuditAct = "invitation-revoked"
}
