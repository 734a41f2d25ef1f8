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
    /// Sees who has joined: the members of an open group's community, those who have joined another, and those who set its roles.
    package let seesMembers: Bool
    /// Is told how many have joined: at the door of a confidential group nobody is.
    package let seesHowMany: Bool
    /// Is told who facilitates it.
    package let seesFacilitators: Bool
    package let decides: Bool
    package let invites: Bool
    package let setsRoles: Bool
    package let changes: Bool
    package let restricts: Bool
    package let readsAudit: Bool

    package init(_ facts: Facts) {
        func may(_ act: any Act.Type) -> Bool { Policy.allows(act, facts) }
        isSignedIn = facts.viewer.member != nil
        hasJoined = facts.group?.part?.counting(at: facts.now) != nil && may(LeaveGroup.self)
        (reads, joins) = (may(ReadGroup.self), may(JoinGroup.self))
        leaves = hasJoined
        decides = may(DecideRequest.self)
        invites = may(Invite.self)
        setsRoles = may(SetGroupRole.self)
        changes = may(ChangeGroup.self)
        (restricts, readsAudit) = (may(Silence.self), may(ReadAudit.self))
        seesHowMany = reads || facts.group?.kind.isConfidential == false
        seesFacilitators = may(SeeFacilitators.self)
        seesMembers = reads && may(SeeMembers.self) || may(SetGroupRole.self)
    }
}
