/// Somebody else, for the acts that are about a person: what they are in the place.
package struct Target: Hashable, Sendable {
    package let member: MemberID
    /// In the community; nothing for a guest of one group.
    package let role: Role?
    /// In the group that the act is about, where they have joined it.
    package let groupRole: Role?

    package init(_ member: MemberID, role: Role?, groupRole: Role? = nil) {
        (self.member, self.role, self.groupRole) = (member, role, groupRole)
    }
}

extension Noun {
    package enum Restriction {}
}

package typealias RestrictionID = ID<Noun.Restriction>

/// What takes a member's voice or their place away for a while, or until somebody lifts it.
package enum RestrictionKind: String, CaseIterable, Codable, Sendable {
    /// Reads, does not write.
    case silenced
    /// Is as a visitor.
    case suspended

    package var standing: Standing { self == .silenced ? .silenced : .suspended }
}

extension Policy {
    /// Whether a person is out of reach of whoever silences, suspends and reinstates in the place.
    ///
    /// Nobody does it to themselves. Only a community manager reaches moderators and managers, only those who moderate or manage reach a
    /// group's facilitators. In a confidential group the roles of the community count for nothing: its facilitators alone reach anybody.
    static func spares(_ target: Target, _ facts: Facts, _ held: Capacities) -> Bool {
        if target.member == facts.viewer.member { return true }
        if held.contains(.manager) { return false }
        let isConfidential = facts.group?.kind.isConfidential ?? false
        if !isConfidential, target.role == .moderator || target.role == .manager { return true }
        return target.groupRole == .facilitator && !held.contains(.moderator)
    }
}
