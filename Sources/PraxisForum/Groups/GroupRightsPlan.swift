package import PraxisDomain

/// What one viewer may do with a group, as its pages show it.
///
/// Nothing here is a permission: commands ask the policy again.
package struct GroupRights: Sendable {
    package let isSignedIn: Bool
    package let hasJoined: Bool
    package let reads: Bool
    package let joins: Bool
    package let leaves: Bool
    package let startsThreads: Bool
    /// Whether the group is the viewer's own, so that they may say how to hear from it.
    package let follows: Bool
    /// Sees who has joined: the members of an open group's community, those who have joined another, and those who set its roles.
    package let seesMembers: Bool
    package let decides: Bool
    package let invites: Bool
    package let setsRoles: Bool
    package let changes: Bool
    package let restricts: Bool
    package let readsAudit: Bool

    package init(_ facts: Facts) {
        func may(_ action: Action) -> Bool { Policy.refusal(action, facts) == nil }
        isSignedIn = facts.viewer.member != nil
        hasJoined = facts.group?.part?.counting(at: facts.now) != nil && may(.leaveGroup)
        (reads, joins) = (may(.readGroup), may(.joinGroup))
        leaves = hasJoined
        startsThreads = may(.startThread)
        follows = reads && Policy.capacities(of: facts).contains(.groupMember)
        (decides, invites, setsRoles) = (may(.decideRequest), may(.invite), may(.setGroupRole))
        changes = may(.changeGroup)
        (restricts, readsAudit) = (may(.silence), may(.readAudit))
        seesMembers = reads && may(.seeMembers) || may(.setGroupRole)
    }
}
