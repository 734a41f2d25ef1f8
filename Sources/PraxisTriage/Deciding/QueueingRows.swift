import PraxisCommunity
package import PraxisDomain
package import PraxisStore

// How things come into the queue, and leave it without a decision there: what follows from the events of other capabilities.

extension WriteDB {
    /// The open item of a kind about a post; worries about its author have one to themselves.
    func openItem(of post: PostID, _ kind: QueueItemKind, _ reason: ReportReason?) throws -> QueueItemID? {
        try first(
            """
            SELECT id FROM queueItem WHERE subjectKind = 'post' AND subjectId = \(post) AND kind = \(kind) AND state = 'open'
              AND (coalesce(reason, '') = 'worried') = \(reason == .worried)
            """ as SQL<QueueItemID>
        )
    }

    /// The open item of a kind about anything but a post.
    func openItem(of kind: QueueItemKind, about subject: Subject) throws -> QueueItemID? {
        try first(
            """
            SELECT id FROM queueItem
            WHERE (subjectKind, subjectId) = (\(subject.kind), \(subject.id)) AND kind = \(kind) AND state = 'open'
            """ as SQL<QueueItemID>
        )
    }

    /// Makes an item about anything but a post, asked for by a member; its journal entry is the caller's own.
    ///
    /// Precondition: there is no open one of that kind about it.
    package func addItem(
        _ kind: QueueItemKind,
        about subject: Subject,
        of member: MemberID,
        in community: CommunityID,
        group: GroupID? = nil
    ) throws -> QueueItemID {
        let item: QueueItemID = try insert(
            """
            INSERT INTO queueItem (kind, communityId, groupId, memberId, subjectKind, subjectId, createdAt)
            VALUES (\(kind), \(community), \(group), \(member), \(subject.kind), \(subject.id), \(now)) RETURNING id
            """
        )
        try addStep(.asked, to: item, by: member)
        return item
    }

    /// The open item about a post; made if it does not exist, else with a higher version.
    func openItem(
        about post: PostID,
        kind: QueueItemKind,
        at facts: Facts,
        reason: ReportReason? = nil
    ) throws -> QueueItemID {
        let rank = reason == .worried ? 0 : 1
        if let known = try openItem(of: post, kind, reason) {
            try run(
                """
                UPDATE queueItem SET version = version + 1,
                    reason = CASE WHEN \(reason == .identifiesClient) THEN \(reason) ELSE reason END
                WHERE id = \(known)
                """
            )
            return known
        }
        return try insert(
            """
            INSERT INTO queueItem (kind, communityId, groupId, threadId, subjectKind, subjectId, memberId, reason, rank, createdAt)
            SELECT \(kind), \(facts.community?.id), \(facts.group?.id), threadId, 'post', id, authorId, \(reason), \(rank), \(now)
            FROM post WHERE id = \(post) RETURNING id
            """
        )
    }

    /// A newcomer's post waits until it has been read; one that was held by somebody else has an item of another kind.
    func queueHeld(_ entry: JournalEntry) throws {
        guard let post = entry.subject?.id(as: Noun.Post.self), let group = entry.group, let author = entry.actor,
            try first("SELECT authorId FROM post WHERE id = \(post)" as SQL<MemberID>) == author
        else { return }
        let facts = try facts(of: group, for: Viewer(member: author))
        let item = try openItem(about: post, kind: .held, at: facts)
        try addStep(.held, to: item, by: author)
        _ = try escalateIfUndecidable(item)
    }

    /// Who may decide an item; if only its author and its reporters could, it goes to the safeguarding contact at once.
    /// - Returns: whom the item is with now.
    func escalateIfUndecidable(_ item: QueueItemID) throws -> [MemberID] {
        let deciders = try deciders(of: item)
        if !deciders.isEmpty { return deciders }
        try run("UPDATE queueItem SET level = 'safeguarding' WHERE id = \(item)")
        return try self.deciders(of: item)
    }

    /// Those whose role could let them, and whom the policy lets.
    private func deciders(of item: QueueItemID) throws -> [MemberID] {
        let candidates = try all(
            """
            SELECT ms.memberId FROM queueItem q JOIN membership ms ON ms.communityId = q.communityId
            WHERE q.id = \(item) AND ms.role IN ('facilitator', 'moderator') AND ms.standing NOT IN ('pending', 'former')
            UNION SELECT gm.memberId FROM queueItem q JOIN groupMembership gm ON gm.groupId = q.groupId
            WHERE q.id = \(item) AND gm.role = 'facilitator' AND gm.standing NOT IN ('pending', 'former')
            UNION SELECT care.contactId FROM queueItem q JOIN communityCare care ON care.communityId = q.communityId
            WHERE q.id = \(item) AND care.contactId IS NOT NULL
            LIMIT 100
            """ as SQL<MemberID>
        )
        return try candidates.filter { member in
            try Access.unlessMissing { try Access.item(item, reading(as: Viewer(member: member))) } != nil
        }
    }

    /// Opens an item for a member's request to join, unless the request has one: it was decided, and is open again.
    func queueRequest(_ entry: JournalEntry) throws {
        guard let member = entry.subject?.id(as: Noun.Member.self), let community = entry.community else { return }
        let request = try first(
            """
            SELECT r.id FROM request r
            WHERE r.communityId = \(community) AND coalesce(r.groupId, 0) = \(entry.group?.rawValue ?? 0) AND r.memberId = \(member)
              AND r.decidedAt IS NULL
              AND NOT EXISTS (SELECT 1 FROM queueItem q WHERE q.subjectKind = 'request' AND q.subjectId = r.id)
            """ as SQL<RequestID>
        )
        guard let request else { return }
        _ = try addItem(.request, about: request.subject, of: member, in: community, group: entry.group)
    }

    /// Closes the item of a request that was decided or withdrawn elsewhere than in the queue.
    func closeRequestItem(_ entry: JournalEntry, by mandate: borrowing Mandate<Consequence>) throws {
        guard let request = entry.subject?.id(as: Noun.Request.self) else { return }
        let open = try first(
            """
            SELECT \(EndedRequest.columns) FROM queueItem q JOIN request r ON r.id = q.subjectId
            WHERE q.subjectKind = 'request' AND q.subjectId = \(request) AND q.state = 'open' AND r.decidedAt IS NOT NULL
            """ as SQL<EndedRequest>
        )
        guard let open else { return }
        let action: QueueAction = open.isAccepted ? .approve : .dismiss
        try run(
            """
            UPDATE queueItem SET state = 'decided', action = \(action), decidedBy = \(open.decider), decidedAt = \(now),
                version = version + 1, lease = lease + 1, claimedBy = NULL, claimedUntil = NULL WHERE id = \(open.item)
            """
        )
        try addStep(.decided, to: open.item, by: open.decider, StepDecision(action: action))
        try record(.decided, about: open.item, by: mandate)
    }

    /// The author changed a post: decisions based on the old text become stale, and what was approved as a newcomer's post comes back.
    func noteEdit(_ entry: JournalEntry, by mandate: borrowing Mandate<Consequence>) throws {
        guard let post = entry.subject?.id(as: Noun.Post.self) else { return }
        let editor = entry.actor
        let open = try all(
            "SELECT id FROM queueItem WHERE subjectKind = 'post' AND subjectId = \(post) AND state = 'open'"
                as SQL<QueueItemID>
        )
        for item in open {
            try run("UPDATE queueItem SET version = version + 1 WHERE id = \(item)")
            try addStep(.edited, to: item, by: editor)
        }
        guard open.isEmpty else { return }
        let group = try first(
            """
            SELECT q.groupId FROM queueItem q JOIN communityCare care ON care.communityId = q.communityId
            JOIN newcomer n ON n.communityId = q.communityId AND n.memberId = q.memberId
            WHERE q.subjectKind = 'post' AND q.subjectId = \(post) AND q.kind = 'held' AND q.action = 'approve' AND q.memberId = \(editor) AND care.heldPosts > 0
            LIMIT 1
            """ as SQL<GroupID>
        )
        guard let group else { return }
        let facts = try facts(of: group, for: Viewer(member: editor))
        let item = try openItem(about: post, kind: .held, at: facts)
        try addStep(.edited, to: item, by: editor)
        try record(.reported, about: item, by: mandate)
        _ = try escalateIfUndecidable(item)
    }

    /// Identifying detail was removed: the text that was kept with a report cannot be seen any more, either.
    func sealReports(_ entry: JournalEntry) throws {
        guard let post = entry.subject?.id(as: Noun.Post.self) else { return }
        try run("UPDATE report SET isSealed = \(true), body = '' WHERE postId = \(post)")
    }
}

private struct EndedRequest: RowDecodable {
    let item: QueueItemID
    let decider: MemberID?
    let isAccepted: Bool

    static let columns: SQL<Void> = "q.id, r.decidedBy, r.isAccepted"

    init(_ columns: inout Columns) throws {
        (item, decider) = (try columns.id(), columns.optionalID())
        isAccepted = columns.optionalInteger() == 1
    }
}
