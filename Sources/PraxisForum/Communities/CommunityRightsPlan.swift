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
    package let startsThreads: Bool
    package let decides: Bool
    package let invites: Bool
    package let setsRoles: Bool
    package let addsGroups: Bool
    package let changes: Bool
    package let restricts: Bool
    package let readsAudit: Bool
    /// Whether there is a group in which the viewer decides on posts or requests.
    package let triages: Bool

    /// Asks the policy; `startsThreads` says whether there is a group in which the viewer may start a thread.
    package init(_ facts: Facts, startsThreads: Bool, triages: Bool = false) {
        func may(_ action: Action) -> Bool { Policy.refusal(action, facts) == nil }
        isSignedIn = facts.viewer.member != nil
        belongs = facts.community?.part?.counting(at: facts.now) != nil
        hasAgreed = facts.community?.hasAgreed ?? false
        (readsContent, seesMembers) = (may(.readCommunity), may(.seeMembers))
        (joins, leaves) = (may(.joinCommunity), may(.leaveCommunity))
        self.startsThreads = startsThreads
        self.triages = triages || may(.decideRequest)
        (decides, invites, setsRoles) = (may(.decideRequest), may(.invite), may(.setCommunityRole))
        (addsGroups, changes) = (may(.addGroup), may(.changeCommunity))
        (restricts, readsAudit) = (may(.silence), may(.readAudit))
    }
}
