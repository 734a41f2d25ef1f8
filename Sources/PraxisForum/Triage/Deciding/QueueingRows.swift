import PraxisCommunity
import PraxisDomain
import PraxisStore

// How things come into the queue, and leave it without a decision there: what other slices' commands call.

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

    /// The same; made if there is none, with its version raised if there is.
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

    /// A newcomer's post waits until it has been read.
    func queueHeld(_ post: PostID, at place: PostPlace, by author: MemberID) throws {
        let facts = try facts(of: place.group, for: Viewer(member: author))
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
            try Access.unlessMissing { try Access.item(item, for: Viewer(member: member), db, at: now) } != nil
        }
    }

    /// Opens an item for a request to join.
    func queueRequest(
        _ request: RequestID,
        of member: MemberID,
        in community: CommunityID,
        group: GroupID?
    ) throws {
        let item: QueueItemID = try insert(
            """
            INSERT INTO queueItem (kind, communityId, groupId, memberId, subjectKind, subjectId, createdAt)
            VALUES ('request', \(community), \(group), \(member), 'request', \(request), \(now)) RETURNING id
            """
        )
        try addStep(.asked, to: item, by: member)
    }

    /// Closes the items of those requests of a member that are decided, wherever that was.
    func closeRequestItems<A>(
        of member: MemberID,
        in community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws {
        for request in try endRequestItems(of: member, in: community) {
            let place = Place(community: community, group: request.group)
            try record(.decided, request.item.subject, in: place, by: mandate)
        }
    }

    /// The same for those requests that their member has withdrawn.
    func closeOwnRequestItems(in community: CommunityID, by permit: borrowing Permit<OwnAccount>) throws {
        for request in try endRequestItems(of: permit.author(), in: community) {
            let place = Place(community: community, group: request.group)
            try record(.decided, ofRequest: request.item, in: place, by: permit)
        }
    }

    private func endRequestItems(of member: MemberID, in community: CommunityID) throws -> [EndedRequest] {
        let ended = try all(
            """
            SELECT q.id, q.groupId, r.decidedBy, r.isAccepted FROM queueItem q JOIN request r ON q.subjectKind = 'request' AND r.id = q.subjectId
            WHERE q.memberId = \(member) AND q.communityId = \(community) AND q.kind = 'request' AND q.state = 'open'
              AND r.decidedAt IS NOT NULL
            """ as SQL<EndedRequest>
        )
        for request in ended {
            let action: QueueAction = request.isAccepted ? .approve : .dismiss
            try run(
                """
                UPDATE queueItem SET state = 'decided', action = \(action), decidedBy = \(request.decider), decidedAt = \(now),
                    version = version + 1, lease = lease + 1, claimedBy = NULL, claimedUntil = NULL WHERE id = \(request.item)
                """
            )
            try addStep(.decided, to: request.item, by: request.decider, (action, nil, ""))
        }
        return ended
    }

    /// The author changed a post: decisions based on the old text become stale, and what was approved as a newcomer's post comes back.
    func noteEdit<A: RewritingAct>(of post: PostID, by mandate: borrowing Mandate<A>) throws {
        let editor = mandate.actor
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
    func sealReports(of post: PostID) throws {
        try run("UPDATE report SET isSealed = \(true), body = '' WHERE postId = \(post)")
    }
}

private struct EndedRequest: RowDecodable {
    let item: QueueItemID
    let group: GroupID?
    let decider: MemberID?
    let isAccepted: Bool

    init(_ columns: inout Columns) throws {
        (item, group, decider) = (try columns.id(), columns.optionalID(), columns.optionalID())
        isAccepted = columns.optionalInteger() == 1
    }
}
