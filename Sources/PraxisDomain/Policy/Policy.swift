/// Who may do what: one table, pure, decided from facts alone.
///
/// `permissions.txt` is its dump; PRODUCT.md states it in words.
package enum Policy {
    /// The table.
    ///
    /// An action is allowed to anyone who holds one of its capacities.
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

    /// Why `action` is refused; returns nil if it is allowed.
    ///
    /// `.missing` if the viewer may not see the place.
    package static func refusal(_ action: Action, _ facts: Facts) -> Denial? {
        let held = capacities(of: facts)
        let sees = held.contains(.onlooker) || action == .triage && held.contains(.safeguarding)
        if facts.community != nil && !sees { return .missing }
        if facts.thread != nil && !held.contains(.reader) { return .missing }
        guard held.isDisjoint(with: capacities(for: action)) else { return condition(action, facts, held) }
        if facts.viewer.member == nil { return .signedOut }
        return action == .readGroup || action == .readCommunity ? .missing : .notAllowed
    }

    /// Proves that the viewer may do `A` in the place of the facts, or throws the reason to tell them.
    ///
    /// Pure: it decides from `facts` alone, the capacities first, then the conditions that hold even for those who have them. Read the
    /// facts in the transaction that acts, so that a right which ends meanwhile is not used.
    ///
    ///     let facts = try Access.thread(thread, for: viewer, db.db, at: db.now)
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
        if let denial = refusal(A.action, facts) { throw denial }
        return Permit(facts.viewer, facts.place)
    }

    /// Conditions that apply even to those with the right capacity: reach, standing, the agreement, a closed thread.
    private static func condition(_ action: Action, _ facts: Facts, _ held: Capacities) -> Denial? {
        if let target = facts.target, spares(target, facts, held) { return .notAllowed }
        // Members do not decide on their own post, request or report, nor learn who reported them.
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

    /// Whether an action adds or changes something that others see; removing one's own detail and leaving are always possible.
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
/// A function that makes a change takes the permit of its act, so calling it without a check, or with the permit of another act, does
/// not compile:
///
///     func addReply(_ text: PostText, by permit: borrowing Permit<Reply>, _ db: WriteDB) throws -> PostID
///
/// `Policy.permit(_:_:)` makes one after its check, and `system(in:)` without one. It cannot be copied. It says nothing about later
/// transactions: do not let it outlive the one its facts were read in.
package struct Permit<A: Act>: ~Copyable, Sendable {
    package let viewer: Viewer
    package let place: Place

    fileprivate init(_ viewer: Viewer, _ place: Place) { (self.viewer, self.place) = (viewer, place) }

    /// For work done on no member's behalf, without a check: an import, a command of the administrator on the machine itself.
    package static func system(in place: Place) -> Self { Self(.visitor, place) }
}
