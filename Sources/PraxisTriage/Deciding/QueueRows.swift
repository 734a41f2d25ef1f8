import PraxisCommunity
package import PraxisDomain
package import PraxisStore
import PraxisThreads

/// A queue item as the commands that change it read it, inside their transaction and after `Access`.
struct ItemRow: RowDecodable, Sendable {
    let id: QueueItemID
    let kind: QueueItemKind
    let community: CommunityID
    let group: GroupID?
    let thread: ThreadID?
    /// A post or a request to join.
    let subject: Subject?
    let member: MemberID
    let reason: ReportReason?
    let state: QueueItemState
    let version: Int
    let lease: Int
    let claim: Claims.Claim?
    let decision: DecisionRow?

    static let columns: SQL<Void> = """
        q.id, q.kind, q.communityId, q.groupId, q.threadId, q.subjectKind, q.subjectId, q.memberId, q.reason, q.state,
        q.version, q.lease, q.claimedBy, h.name, q.claimedUntil, \(DecisionRow.columns)
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        kind = try columns.word()
        community = try columns.id()
        group = columns.optionalID()
        thread = columns.optionalID()
        subject = columns.optionalSubject()
        member = try columns.id()
        (reason, state) = (try columns.optionalWord(), try columns.word())
        (version, lease) = (try columns.int(), try columns.int())
        let holder = columns.optionalID(Noun.Member.self), name = columns.optionalText(), until = columns.optionalTime()
        claim =
            if let holder, let name, let until { Claims.Claim(member: holder, name: name, until: until) } else { nil }
        decision = try DecisionRow(&columns)
    }

    var place: Place { Place(community: community, group: group, thread: thread) }
    var post: PostID? { subject?.id() }
    var request: RequestID? { subject?.id() }

    var matter: QueueMatter { QueueMatter(item: id, subject: subject, group: group, member: member) }

    static func one(_ id: QueueItemID) -> SQL<ItemRow> {
        """
        SELECT \(columns)
        FROM queueItem q LEFT JOIN member h ON h.id = q.claimedBy LEFT JOIN member d ON d.id = q.decidedBy WHERE q.id = \(id)
        """
    }
}

/// What was decided on an item, by whom and when.
struct DecisionRow: Sendable {
    let action: QueueAction
    let by: MemberID?
    let name: String
    let at: Timestamp
    /// Of the post, before it.
    let formerState: PostState?

    static let columns: SQL<Void> = "q.action, q.decidedBy, d.name, q.decidedAt, q.formerState"

    init?(_ columns: inout Columns) throws {
        let action = try columns.optionalWord(QueueAction.self)
        let by = columns.optionalID(Noun.Member.self), name = columns.optionalText(), at = columns.optionalTime()
        let former = try columns.optionalWord(PostState.self)
        guard let action, let at else { return nil }
        self.action = action
        self.by = by
        self.name = name ?? ""
        self.at = at
        formerState = former
    }
}

/// A decision as a line of the timeline says it.
struct StepDecision {
    let action: QueueAction
    var stock: StockReason?
    var words = ""
}

/// A queue item and the permit to decide it.
package struct DecidableItem: ~Copyable {
    let row: ItemRow
    let kind: QueueKind
    let actor: MemberID
    /// Whether the viewer sees it only as the safeguarding contact.
    let isForContactOnly: Bool
    let permit: Permit<Triage>

    /// What the item ends as by an action.
    func end(_ action: QueueAction) -> QueueEnd { kind.choices.end(action, row.reason) }
}

extension WriteDB {
    /// An item that `viewer` may decide, with the permit to.
    /// - Throws: `Denial.missing`.
    package func item(_ id: QueueItemID, _ kinds: QueueKinds, for viewer: Viewer) throws -> DecidableItem {
        let admitted = try admittedItem(id, for: viewer)
        guard let actor = admitted.facts.viewer.member, let row = try first(ItemRow.one(id)) else {
            throw Denial.missing
        }
        let permit = try Policy.permit(toDecideOnPost: admitted.isAboutPost, admitted.facts)
        return DecidableItem(
            row: row,
            kind: kinds[row.kind],
            actor: actor,
            isForContactOnly: admitted.isForContactOnly,
            permit: permit
        )
    }

    /// - Throws: `QueueConflict.decided` if it was decided, `.claimed` if another member has it now.
    func checkIsFree(_ item: borrowing DecidableItem) throws {
        if let decision = item.row.decision {
            let end = item.end(decision.action)
            throw Denial.conflict(
                .decided(by: decision.by, named: decision.name, decision.action, as: end, at: decision.at)
            )
        }
        if let claim = item.row.claim, claim.until > now, claim.member != item.actor {
            throw Denial.conflict(.claimed(by: claim.member, named: claim.name, until: claim.until))
        }
    }

    /// A line of an item's timeline.
    func addStep(
        _ step: QueueStep,
        to item: QueueItemID,
        by actor: MemberID?,
        reason: ReportReason? = nil,
        _ decision: StepDecision? = nil
    ) throws {
        try run(
            """
            INSERT INTO queueEvent (itemId, at, step, actorId, reason, action, stock, words)
            VALUES (\(item), \(now), \(step), \(actor), \(reason), \(decision?.action), \(decision?.stock), \(decision?.words ?? ""))
            """
        )
    }

    /// Writes to the journal what happened to a queue item, in the group or community of the act.
    package func record<A>(_ event: ActEvent<A>, about item: QueueItemID, by mandate: borrowing Mandate<A>) throws {
        let place = Place(community: mandate.place.community, group: mandate.place.group)
        try record(event, item.subject, in: place, by: mandate)
    }

    /// The same in the audit log, without any text that was typed.
    @discardableResult
    func audit(
        _ act: AuditAct,
        _ item: ItemRow,
        _ end: QueueEnd? = nil,
        by permit: borrowing Permit<Triage>
    ) throws -> Mandate<Triage> {
        let detail = [item.kind.rawValue, end?.rawValue].compactMap { $0 }
        return try audit(act, item.id.subject, detail: detail, in: item.place, by: permit)
    }
}
