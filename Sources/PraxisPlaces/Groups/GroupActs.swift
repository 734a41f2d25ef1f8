package import PraxisDomain

package enum JoinGroup: Act, PlainAct {
    package static let name = "joinGroup", allowed: Capacities = [.groupNewcomer], scope = ActScope.group
}

package enum LeaveGroup: Act, PlainAct {
    package static let name = "leaveGroup", allowed: Capacities = [.groupMember], scope = ActScope.group
    package static let writes = false
}

/// Sees who facilitates a group: of a confidential one those who have joined it alone.
package enum SeeFacilitators: Act {
    package static let name = "seeFacilitators", allowed: Capacities = [.member, .groupMember], scope = ActScope.group
    package static let writes = false

    package static func condition(_ facts: Facts) -> Denial? {
        facts.group?.kind.isConfidential != true || Policy.capacities(of: facts).contains(.groupMember)
            ? nil : .notAllowed
    }
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
    static let groups: Self = [
        JoinGroup.self, LeaveGroup.self, SeeFacilitators.self, AddGroup.self, ChangeGroup.self, SetGroupRole.self,
    ]
}

extension AuditAct {
    package static let groupAdded: AuditAct = "group-added"
    package static let groupChanged: AuditAct = "group-changed"
}
