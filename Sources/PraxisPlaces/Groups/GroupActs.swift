package import PraxisDomain

package enum JoinGroup: Act, PlainAct {
    package static let name = "joinGroup", allowed: Capacities = [.groupNewcomer], scope = ActScope.group
}

package enum LeaveGroup: Act, PlainAct {
    package static let name = "leaveGroup", allowed: Capacities = [.groupMember], scope = ActScope.group
    package static let writes = false
}

package enum AddGroup: Act, AuditedAct {
    package static let name = "addGroup", allowed: Capacities = [.manager], scope = ActScope.community
}

package enum ChangeGroup: Act, AuditedAct {
    package static let name = "changeGroup", allowed: Capacities = [.facilitator, .manager], scope = ActScope.group
}

package enum SetGroupRole: Act, AuditedAct {
    package static let name = "setGroupRole", allowed: Capacities = [.facilitator, .manager], scope = ActScope.group
}

extension [any Act.Type] {
    static let groups: Self = [JoinGroup.self, LeaveGroup.self, AddGroup.self, ChangeGroup.self, SetGroupRole.self]
}

extension AuditAct {
    package static let groupAdded: AuditAct = "group-added"
    package static let groupChanged: AuditAct = "group-changed"
}
