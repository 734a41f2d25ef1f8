/// Who may do what: pure, decided from facts and the row that each act brings.
///
/// `Tests/Golden/permissions.txt` is the table of all acts.
package enum Policy {
    /// Why `act` is refused; returns nil if it is allowed.
    ///
    /// `.missing` if the viewer may not see the place.
    package static func refusal(_ act: any Act.Type, _ facts: Facts) -> Denial? {
        let held = capacities(of: facts)
        if facts.community != nil && held.isDisjoint(with: act.sees) { return .missing }
        if facts.thread != nil && !held.contains(.reader) { return .missing }
        guard held.isDisjoint(with: act.allowed) else { return condition(act, facts, held) }
        return facts.viewer.member == nil ? .signedOut : act.refusal
    }

    /// Whether the viewer may do it.
    package static func allows(_ act: any Act.Type, _ facts: Facts) -> Bool { refusal(act, facts) == nil }

    /// Proves that the viewer may do `A` in the place of the facts, or throws the reason to tell them.
    ///
    /// Pure: it decides from `facts` alone, the capacities first, then the conditions that hold even for those who have them. Read the
    /// facts in the transaction that acts, so that a right which ends meanwhile is not used.
    ///
    ///     let facts = try Access.thread(thread, db.reading(as: viewer))
    ///     let permit = try Policy.permit(Reply.self, facts)
    ///
    /// - Parameters:
    ///   - act: the act to be permitted; it is part of the permit's type.
    ///   - facts: the viewer, the place and, where the act has one, its target or queue item.
    /// - Returns: a permit for that act, by that viewer, in that place.
    /// - Throws: `Denial.missing` if the viewer may not see or read the place, or would decide on a post, request or report of their own;
    ///   `.signedOut` for a visitor; `.notAllowed` without the capacity, or towards a member out of reach; `.silenced`, `.lapsed`,
    ///   `.agreement` or `.closed` if a condition is not met.
    package static func permit<A: Act>(_ act: A.Type, _ facts: Facts) throws(Denial) -> Permit<A> {
        if let denial = refusal(act, facts) { throw denial }
        return Permit(facts)
    }

    /// Conditions that apply even to those with the right capacity: reach, standing, the agreement, and those of the act itself.
    private static func condition(_ act: any Act.Type, _ facts: Facts, _ held: Capacities) -> Denial? {
        if let target = facts.target, spares(target, facts, held) { return .notAllowed }
        // Members do not decide on their own post, request or report, nor learn who reported them.
        if let item = facts.item, facts.isAuthor || item.isReporter { return .missing }
        guard act.writes else { return act.condition(facts) }
        for part in [facts.community?.part, facts.group?.part] {
            switch part?.standing {
            case .silenced: return .silenced
            case .lapsed: return .lapsed
            default: break
            }
        }
        if let community = facts.community, community.part != nil, !community.hasAgreed { return .agreement }
        return act.condition(facts)
    }
}
