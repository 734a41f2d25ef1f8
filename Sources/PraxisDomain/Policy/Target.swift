/// Another member, for acts that are about a person, and their roles in the place.
package struct Target: Hashable, Sendable {
    package let member: MemberID
    /// In the community; nil for a guest of a single group.
    package let role: Role?
    /// In the group that the act is about; nil if they have not joined it.
    package let groupRole: Role?

    package init(_ member: MemberID, role: Role?, groupRole: Role? = nil) {
        self.member = member
        self.role = role
        self.groupRole = groupRole
    }
}

extension Noun {
    package enum Restriction {}
}

package typealias RestrictionID = ID<Noun.Restriction>

/// What takes away a member's right to write, or their place, for a time or until it is lifted.
package enum RestrictionKind: String, CaseIterable, Codable, Sendable {
    /// May read, not write.
    case silenced
    /// Is treated as a visitor.
    case suspended

    package var standing: Standing { self == .silenced ? .silenced : .suspended }
}

extension Policy {
    /// Whether a member is out of reach of those who silence, suspend and reinstate in the place.
    ///
    /// No one does it to themselves. Only a community manager reaches moderators and managers; only those who moderate or manage reach a
    /// group's facilitators. In a confidential group, the community's roles do not count: only its facilitators reach anyone.
    static func spares(_ target: Target, _ facts: Facts, _ held: Capacities) -> Bool {
        if target.member == facts.viewer.member { return true }
        if held.contains(.manager) { return false }
        let isConfidential = facts.group?.kind.isConfidential ?? false
        if !isConfidential, target.role == .moderator || target.role == .manager { return true }
        return target.groupRole == .facilitator && !held.contains(.moderator)
    }
}
