package import PraxisDomain

/// What one viewer may do with a community, as its pages show it.
///
/// Nothing here is a permission: commands ask the policy again.
package struct CommunityRights: Sendable {
    package let isSignedIn: Bool
    /// Whether the viewer has a membership that counts, be it a guest's.
    package let belongs: Bool
    package let hasAgreed: Bool
    package let readsContent: Bool
    package let seesMembers: Bool
    package let joins: Bool
    package let leaves: Bool
    package let decides: Bool
    package let invites: Bool
    package let setsRoles: Bool
    package let addsGroups: Bool
    package let changes: Bool
    package let restricts: Bool
    package let readsAudit: Bool
    /// Whether there is a group in which the viewer decides on posts or requests.
    package let triages: Bool

    package init(_ facts: Facts, triages: Bool = false) {
        func may(_ act: any Act.Type) -> Bool { Policy.allows(act, facts) }
        isSignedIn = facts.viewer.member != nil
        belongs = facts.community?.part?.counting(at: facts.now) != nil
        hasAgreed = facts.community?.hasAgreed ?? false
        (readsContent, seesMembers) = (may(ReadCommunity.self), may(SeeMembers.self))
        (joins, leaves) = (may(JoinCommunity.self), may(LeaveCommunity.self))
        self.triages = triages || may(DecideRequest.self)
        decides = may(DecideRequest.self)
        invites = may(Invite.self)
        setsRoles = may(SetCommunityRole.self)
        (addsGroups, changes) = (may(AddGroup.self), may(ChangeCommunity.self))
        (restricts, readsAudit) = (may(Silence.self), may(ReadAudit.self))
    }
}
