/// Who may do what: one table, pure, from facts alone.
///
/// `permissions.txt` is its dump; PRODUCT.md says it in words.
package enum Policy {
    /// The table.
    ///
    /// An action is allowed to whoever holds one of its capacities.
    package static func capacities(for action: Action) -> Capacities {
        switch action {
        case .seeCommunity, .seeGroup: [.onlooker]
        case .readCommunity: [.member, .reader]
        case .seeMembers: [.member]
        case .readGroup: [.reader]
        case .joinCommunity: [.newcomer]
        case .joinGroup: [.groupNewcomer]
        case .leaveCommunity: [.guest, .member]
        case .leaveGroup: [.groupMember]
        case .startThread, .reply: [.groupMember]
        case .startNotice, .close, .pin: [.facilitator]
        case .markAnswered, .retitle: [.threadAuthor, .facilitator]
        case .edit, .withdraw: [.author]
        case .redact: [.author, .facilitator]
        case .decideRequest, .invite: [.facilitator, .manager]
        case .addGroup, .changeCommunity, .setCommunityRole: [.manager]
        case .setGroupRole, .changeGroup: [.facilitator, .manager]
        case .addCommunity, .decideAccount: [.siteAdministrator]
        case .lookAfterMail: [.siteAdministrator]
        case .silence, .suspend, .reinstate: [.facilitator, .moderator, .manager]
        case .readAudit: [.facilitator, .moderator, .manager]
        case .readSiteAudit: [.siteAdministrator]
        case .report: [.groupMember]
        case .triage: [.facilitator, .moderator, .safeguarding]
        }
    }

    /// Why `action` is refused, or nothing when it is allowed.
    ///
    /// What the viewer may not see is `.missing`.
    package static func refusal(_ action: Action, _ facts: Facts) -> Denial? {
        let held = capacities(of: facts)
        let sees = held.contains(.onlooker) || action == .triage && held.contains(.safeguarding)
        if facts.community != nil && !sees { return .missing }
        if facts.thread != nil && !held.contains(.reader) { return .missing }
        guard held.isDisjoint(with: capacities(for: action)) else { return condition(action, facts, held) }
        if facts.viewer.member == nil { return .signedOut }
        return action == .readGroup || action == .readCommunity ? .missing : .notAllowed
    }

    /// Makes the proof that `viewer` may do `Act` in the place the facts are of.
    /// - Throws: the `Denial` that the person reads about.
    package static func permit<A: Act>(_ act: A.Type, _ facts: Facts) throws(Denial) -> Permit<A> {
        if let denial = refusal(A.action, facts) { throw denial }
        return Permit(facts.viewer, facts.place)
    }

    /// What even those with the right capacity must wait for: standing, the agreement, a closed thread.
    private static func condition(_ action: Action, _ facts: Facts, _ held: Capacities) -> Denial? {
        if let target = facts.target, spares(target, facts, held) { return .notAllowed }
        // Nobody decides on their own post, request or report, nor learns who reported them.
        if let item = facts.item, facts.isAuthor || item.isReporter { return .missing }
        guard writes(action) else { return nil }
        for part in [facts.community?.part, facts.group?.part] {
            switch part?.standing {
            case .silenced: return .silenced
            case .lapsed: return .lapsed
            default: break
            }
        }
        if let community = facts.community, community.part != nil, !community.hasAgreed { return .agreement }
        if action == .reply, facts.thread?.state == .closed { return .closed }
        return nil
    }

    /// Whether an action adds or changes something that others see; removing one's own detail and leaving are always open.
    private static func writes(_ action: Action) -> Bool {
        switch action {
        case .seeCommunity, .readCommunity, .seeMembers, .seeGroup, .readGroup, .readAudit, .readSiteAudit: false
        case .leaveCommunity, .leaveGroup, .redact, .withdraw, .joinCommunity, .addCommunity, .report: false
        default: true
        }
    }
}

/// Proof that `viewer` may do `A` in `place`, from facts of the running transaction.
///
/// Only `Policy` makes one.
package struct Permit<A: Act>: ~Copyable, Sendable {
    package let viewer: Viewer
    package let place: Place

    fileprivate init(_ viewer: Viewer, _ place: Place) { (self.viewer, self.place) = (viewer, place) }

    /// What a service does on nobody's behalf: an import, a command of the administrator on the machine itself.
    package static func system(in place: Place) -> Self { Self(.visitor, place) }
}
