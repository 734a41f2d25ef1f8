import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisStore
package import PraxisThreads

/// What a moderator decides on an item.
package struct Decision: Sendable {
    package let action: QueueAction
    package let stock: StockReason?
    /// For the author and the reporters.
    package let reason: String
    /// What was done, for those who decide here; empty for nothing to add.
    package let note: String
    /// The version that it is based on; nil takes any.
    package let version: Int?

    /// - Throws: `Denial.input` for a reason that is too long, or missing if the author must be told one.
    package init(
        _ action: QueueAction,
        stock: StockReason? = nil,
        reason: String = "",
        note: String = "",
        version: Int?,
        field: String = "reason"
    ) throws(Denial) {
        self.note = note.isEmpty ? "" : try TypedText.checked(note, "note", Limits.caseNoteScalars)
        self.reason = try TypedText.checked(reason, field, Limits.decisionReasonScalars)
        if ResolvePlan.needsReason(action), stock == nil, self.reason.isEmpty {
            throw .input([FieldError(field, .missing)])
        }
        self.action = action
        self.stock = stock
        self.version = version
    }
}

extension Community {
    /// Decides an item: of any number of concurrent decisions exactly one is taken.
    ///
    /// Author and reporters are told two minutes later, unless it is undone before.
    /// - Returns: how the item ended.
    /// - Throws: `Denial.decided` and `.claimed` with who was quicker, `.stale` if the item is not what the decision is based on,
    ///   `.input` for an action that the item does not take, or if it is a worry and no one has noted yet what was done.
    ///
    /// Idempotent under the same key: a repetition decides nothing and returns the same.
    @discardableResult
    package func resolve(
        _ item: QueueItemID,
        _ decision: Decision,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> QueueEnd {
        let kinds = capabilities.queueKinds
        let (lease, end) = try await command { db in
            var lease: Int?, end: QueueEnd?
            _ = try db.once(key) { db in
                (lease, end) = try db.resolve(item, kinds, decision, as: viewer)
                return item
            }
            return (lease, try end ?? db.item(item, kinds, for: viewer).end(decision.action))
        }
        if let lease { noteLease(item, lease) }
        return end
    }

    /// Takes a decision back within 24 hours: the post, or the request, is exactly what it was before, and the item waits again.
    /// - Throws: `Denial.tooLate` afterwards, `.stale` if something else has been decided on since.
    package func undo(_ item: QueueItemID, as viewer: Viewer) async throws {
        let kinds = capabilities.queueKinds
        let lease = try await command { db in try db.undo(item, kinds, as: viewer) }
        if let lease { noteLease(item, lease) }
    }
}

extension WriteDB {
    /// - Returns: the number of the lease that ends with the decision, and how the item ended.
    fileprivate func resolve(
        _ id: QueueItemID,
        _ kinds: QueueKinds,
        _ decision: Decision,
        as viewer: Viewer
    ) throws -> (lease: Int, end: QueueEnd) {
        let open = try item(id, kinds, for: viewer), row = open.row, actor = open.actor
        try checkIsFree(open)
        try check(decision, on: row, open.kind)
        if !decision.note.isEmpty { try add(decision.note, to: row, by: open.permit) }
        let end = open.end(decision.action)
        if let request = row.request {
            _ = try decide(request, in: row.community, accepting: decision.action == .approve, as: viewer)
            try run(
                "UPDATE queueItem SET stock = \(decision.stock), decisionReason = \(decision.reason) WHERE id = \(id)"
            )
            try audit(.resolved, row, end, by: open.permit)
        } else {
            let mandate = try audit(.resolved, row, end, by: open.permit)
            let former = try apply(decision, to: row, open.kind, by: mandate)
            try run(
                """
                UPDATE queueItem SET state = 'decided', action = \(decision.action), stock = \(decision.stock),
                    decisionReason = \(decision.reason), decidedBy = \(actor), decidedAt = \(now), formerState = \(former),
                    version = version + 1, lease = lease + 1, claimedBy = NULL, claimedUntil = NULL
                WHERE id = \(id)
                """
            )
            let step = StepDecision(action: decision.action, stock: decision.stock, words: decision.reason)
            try addStep(.decided, to: id, by: actor, step)
            try record(.decided, about: id, by: mandate)
            if let former { try tell(row, decision.action, former: former) }
        }
        return (row.lease + 1, end)
    }

    private func check(_ decision: Decision, on row: ItemRow, _ kind: QueueKind) throws {
        if let version = decision.version, version != row.version {
            let body = try row.post.flatMap { try first("SELECT body FROM post WHERE id = \($0)" as SQL<String>) }
            throw Denial.stale(current: row.version, now: body)
        }
        let actions = kind.choices.actions(row.reason)
        guard actions.contains(decision.action) else {
            throw Denial.input([FieldError("action", .notAChoice(actions.map(\.rawValue)))])
        }
        guard row.reason == .worried, decision.note.isEmpty else { return }
        let hasNote = try first("SELECT 1 FROM queueNote WHERE itemId = \(row.id) LIMIT 1" as SQL<Int>) != nil
        if !hasNote { throw Denial.input([FieldError("note", .missing)]) }
    }

    /// - Returns: the state of the post before; nil if the item is about something else.
    private func apply(
        _ decision: Decision,
        to row: ItemRow,
        _ kind: QueueKind,
        by mandate: borrowing Mandate<Triage>
    ) throws -> PostState? {
        let action = decision.action
        if let effect = kind.effect {
            try effect.decide(self, row.matter, decision, mandate)
            return nil
        }
        guard let post = row.post,
            let former = try first("SELECT state FROM post WHERE id = \(post)" as SQL<PostState>)
        else { throw Denial.missing }
        guard let state = ResolvePlan.state(after: action, about: row.reason) else { return former }
        // What was hidden by another decision is not brought back by finding nothing wrong with it here.
        if action == .dismiss, former == .hidden { return former }
        try moderate(post, to: state, isGivenBack: action == .return, by: mandate)
        if action == .return { try giveBackText(of: post) }
        return former
    }

    /// Queues what the author and the reporters are told.
    private func tell(_ row: ItemRow, _ action: QueueAction, former: PostState) throws {
        let later = now + Limits.decisionMailDelay, period = "\(row.id) \(now.rawValue)"
        let about = MailMatter(row.id.subject, numbers: [now.rawValue])
        if ResolvePlan.tellsAuthor(action, about: row.reason, former: former) {
            try queueMail(.postDecision, to: row.member, period: period, about: about, notBefore: later)
        }
        guard row.kind == .report else { return }
        let reporters = try all("SELECT DISTINCT reporterId FROM report WHERE itemId = \(row.id)" as SQL<MemberID>)
        for reporter in reporters {
            try queueMail(.reportOutcome, to: reporter, period: period, about: about, notBefore: later)
        }
    }

    /// - Returns: the number of the lease; nil if the item is open anyway.
    fileprivate func undo(_ id: QueueItemID, _ kinds: QueueKinds, as viewer: Viewer) throws -> Int? {
        let open = try item(id, kinds, for: viewer), row = open.row
        guard let decision = row.decision else { return nil }
        guard now <= decision.at + Limits.decisionUndo else { throw Denial.tooLate }
        let mandate = try audit(.undone, row, open.end(decision.action), by: open.permit)
        if let request = row.request {
            try takeBackDecision(on: request, in: row.community, by: mandate)
        } else if let effect = open.kind.effect {
            if let subject = row.subject, try openItem(of: row.kind, about: subject) != nil {
                throw Denial.stale(current: row.version)
            }
            try effect.undo(self, row.matter, decision.action, mandate)
        } else {
            try putBack(row, decision, by: mandate)
        }
        try run(
            """
            UPDATE queueItem SET state = 'open', action = NULL, stock = NULL, decisionReason = '', decidedBy = NULL,
                decidedAt = NULL, formerState = NULL, version = version + 1, lease = lease + 1 WHERE id = \(id)
            """
        )
        try addStep(.undone, to: id, by: open.actor)
        try record(.undone, about: id, by: mandate)
        if row.post != nil { try tellUndone(row, decision) }
        return row.lease + 1
    }

    /// Makes the post what it was, unless its author or another decision has changed it since.
    private func putBack(_ row: ItemRow, _ decision: DecisionRow, by mandate: borrowing Mandate<Triage>) throws {
        guard let post = row.post, let former = decision.formerState else { throw Denial.missing }
        if try openItem(of: post, row.kind, row.reason) != nil { throw Denial.stale(current: row.version) }
        if decision.action == .return { try takeBackText(of: post) }
        let state = try first("SELECT state FROM post WHERE id = \(post)" as SQL<PostState>)
        guard let after = ResolvePlan.state(after: decision.action, about: row.reason), state == after, state != former
        else { return }
        try moderate(post, to: former, isUnread: row.kind == .held && former == .held, by: mandate)
    }
}
