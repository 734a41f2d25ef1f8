package import PraxisDomain
import PraxisStore

/// A queue item and the facts for a viewer who may decide it.
package struct AdmittedItem: Sendable {
    package let facts: Facts
    /// Whether it is to be moderated, and not to be granted.
    package let isAboutPost: Bool
    /// Whether the viewer sees it only as the safeguarding contact: that post and nothing around it, and each view is recorded.
    package let isForContactOnly: Bool
}

extension Access {
    /// A queue item, for viewers who may decide it: never one about their own post or request, never one they reported themselves.
    ///
    /// Two statements by primary key.
    /// - Throws: `Denial.missing`.
    package static func item(_ id: QueueItemID, _ reading: Reading) throws -> AdmittedItem {
        let row = try reading.first(
            """
            SELECT \(ItemRow.columns(for: reading.viewer, at: reading.now))
            FROM queueItem q LEFT JOIN communityCare care ON care.communityId = q.communityId WHERE q.id = \(id)
            """ as SQL<ItemRow>
        )
        guard let row else { throw Denial.missing }
        let place = try facts(
            reading,
            "SELECT q.communityId, q.groupId, NULL, q.memberId FROM queueItem q WHERE q.id = \(id)"
        )
        let act = Policy.act(toDecideOnPost: row.isAboutPost)
        let facts = place.about(row.facts)
        if !Policy.allows(act, facts) { throw Denial.missing }
        let byRole = place.about(ItemFacts(isReporter: row.facts.isReporter))
        return AdmittedItem(
            facts: facts,
            isAboutPost: row.isAboutPost,
            isForContactOnly: !Policy.allows(act, byRole)
        )
    }
}

private struct ItemRow: RowDecodable {
    let isAboutPost: Bool
    let facts: ItemFacts

    static func columns(for viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        """
        q.subjectKind = 'post',
        EXISTS (SELECT 1 FROM report r WHERE r.itemId = q.id AND r.reporterId = \(viewer.member)),
        q.subjectKind = 'post' AND (care.contactId = \(viewer.member)) IS TRUE
            AND (q.level = 'safeguarding' OR q.createdAt <= \(now - Limits.safeguardingAfter))
        """
    }

    init(_ columns: inout Columns) throws {
        isAboutPost = try columns.bool()
        facts = ItemFacts(isReporter: try columns.bool(), isForContact: try columns.bool())
    }
}
