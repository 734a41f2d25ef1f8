/// The capacities in which a viewer acts in a place.
///
/// Several may apply at once, and none implies another.
package struct Capacities: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Anyone, signed in or not, to whom the place is open.
    package static let reader = Capacities(rawValue: 1 << 0)
    /// Anyone who may know that the place exists.
    package static let onlooker = Capacities(rawValue: 1 << 1)
    package static let member = Capacities(rawValue: 1 << 2)
    package static let groupMember = Capacities(rawValue: 1 << 3)
    package static let author = Capacities(rawValue: 1 << 4)
    package static let threadAuthor = Capacities(rawValue: 1 << 5)
    package static let facilitator = Capacities(rawValue: 1 << 6)
    package static let moderator = Capacities(rawValue: 1 << 7)
    package static let manager = Capacities(rawValue: 1 << 8)
    package static let siteAdministrator = Capacities(rawValue: 1 << 9)
    /// Signed in, but not yet a member of the community.
    package static let newcomer = Capacities(rawValue: 1 << 10)
    /// A member of the community who has not joined the group.
    package static let groupNewcomer = Capacities(rawValue: 1 << 11)
    /// Admitted to the community until a date.
    package static let guest = Capacities(rawValue: 1 << 12)
    /// The community's safeguarding contact, for a queue item that has been escalated to them.
    package static let safeguarding = Capacities(rawValue: 1 << 13)
    /// Admitted to one thread, until a date, that they could not read otherwise.
    package static let admitted = Capacities(rawValue: 1 << 14)
}

extension Policy {
    /// The viewer's capacities, from the facts alone.
    package static func capacities(of facts: Facts) -> Capacities {
        var held: Capacities = facts.viewer.isSiteAdministrator ? [.siteAdministrator] : []
        guard let community = facts.community else { return held }
        let part = facts.viewer.member == nil ? nil : community.part?.counting(at: facts.now)
        let groupPart = facts.viewer.member == nil ? nil : facts.group?.part?.counting(at: facts.now)
        if community.visibility != .hidden || part != nil { held.insert(.onlooker) }
        held.formUnion(communityCapacities(community, part, facts.viewer))
        if let group = facts.group {
            held.subtract([.onlooker, .reader])
            // A confidential group is its facilitators' alone.
            if group.kind.isConfidential { held.subtract([.manager, .moderator]) }
            held.formUnion(groupCapacities(group, groupPart, community, part, facts))
            // A thread without a facet whose first post is held or hidden is visible to its author alone.
            if facts.thread?.isShown == false, facts.thread?.isOwn == false { held.remove(.reader) }
            if part != nil, facts.item?.isForContact == true { held.insert(.safeguarding) }
        }
        return held
    }

    private static func communityCapacities(
        _ community: CommunityFacts,
        _ part: Part?,
        _ viewer: Viewer
    ) -> Capacities {
        guard let part else {
            var held: Capacities = community.visibility == .public ? [.reader] : []
            if viewer.member != nil, community.part?.standing != .suspended { held.insert(.newcomer) }
            return held
        }
        switch part.role {
        case .guest: return [.reader, .guest]
        case .member, .facilitator: return [.reader, .member]
        case .moderator: return [.reader, .member, .moderator]
        case .manager: return [.reader, .member, .manager]
        }
    }

    private static func groupCapacities(
        _ group: GroupFacts,
        _ groupPart: Part?,
        _ community: CommunityFacts,
        _ part: Part?,
        _ facts: Facts
    ) -> Capacities {
        var held: Capacities = []
        // A member suspended in the community is excluded from all of it, even as a guest of a group.
        let isSuspended = community.part?.standing == .suspended
        let joined = groupPart != nil && (part != nil || groupPart?.role == .guest && !isSuspended)
        let isBarred = group.part?.standing == .suspended
        let isOpen = group.access == .open && !group.kind.isConfidential
        let publicly = isOpen && community.visibility == .public && facts.thread?.isPublic != false
        if joined || (isOpen && part != nil && !isBarred) || publicly { held.insert(.reader) }
        // An admission opens one thread and nothing beside it, to no one who is suspended here.
        if held.isEmpty, !isSuspended, !isBarred, isAdmitted(facts) { held.formUnion([.reader, .admitted]) }
        if joined || (group.isListed && (part.map { $0.role != .guest } == true || community.visibility == .public))
            || held.contains(.reader)
        {
            held.insert(.onlooker)
        }
        if joined || (isOpen && part != nil && !isBarred) { held.insert(.groupMember) }
        if !joined, let part, part.role != .guest, !isBarred { held.insert(.groupNewcomer) }
        if joined, groupPart?.role == .facilitator { held.insert(.facilitator) }
        if isOpen, part?.role == .facilitator, !isBarred { held.insert(.facilitator) }
        if held.contains(.reader) {
            if facts.thread?.isOwn == true && held.contains(.groupMember) { held.insert(.threadAuthor) }
            if facts.isAuthor { held.insert(.author) }
        }
        return held
    }

    private static func isAdmitted(_ facts: Facts) -> Bool {
        guard facts.viewer.member != nil, let until = facts.thread?.admittedUntil else { return false }
        return until > facts.now
    }
}
