import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Everything that the page of one item shows to whoever may decide it.
struct QueueItemView: Sendable {
    let line: QueueLine
    let scope: QueueScope
    /// Whether the viewer sees it as the safeguarding contact alone: the post and nothing around it.
    let isForContactOnly: Bool
    /// Whether the viewer reads the thread, too: a moderator need not have joined the group.
    let readsThread: Bool
    let post: ItemPost?
    /// The posts before it, the oldest first.
    let context: [ContextPost]
    let reports: [ItemReport]
    /// What whoever asks to join wrote.
    let requestNote: String
    let history: AuthorHistory?
    let notes: [CaseNote]
    let steps: [TimelineStep]
    /// How many wait for the viewer, this one included.
    let waiting: Int
    let hasContact: Bool

    /// - Throws: `Denial.missing`.
    static func load(
        _ id: QueueItemID,
        in slug: String,
        for viewer: Viewer,
        _ db: DB,
        at now: Timestamp
    ) throws -> QueueItemView {
        let admitted = try Access.item(id, for: viewer, db, at: now)
        let scope = try QueueScope.load(slug, for: viewer, db, at: now)
        let line = try db.first(
            "SELECT \(QueueLine.columns) FROM \(QueueLine.source) WHERE q.id = \(id)" as SQL<QueueLine>
        )
        guard let line, admitted.facts.community?.id == scope.community.id else { throw Denial.missing }
        let isNarrow = admitted.isForContactOnly
        let post = try db.first(ItemPost.of(id))
        return QueueItemView(
            line: line,
            scope: scope,
            isForContactOnly: isNarrow,
            readsThread: Policy.refusal(.readGroup, admitted.facts) == nil,
            post: post,
            context: try isNarrow ? [] : post.map { try db.all(ContextPost.before($0)).reversed() } ?? [],
            reports: try db.all(ItemReport.of(id)),
            requestNote: try db.first(note(ofRequest: id)) ?? "",
            history: try isNarrow ? nil : db.first(AuthorHistory.of(line.member.id, in: scope, besides: id)),
            notes: try db.all(CaseNote.of(id)),
            steps: try db.all(TimelineStep.of(id)),
            waiting: try db.first(QueueCount.of(scope, at: now))?.count ?? 0,
            hasContact: try db.first(contact(scope, besides: line.member.id)) != nil
        )
    }

    private static func note(ofRequest id: QueueItemID) -> SQL<String> {
        "SELECT r.note FROM queueItem q JOIN request r ON r.id = q.requestId WHERE q.id = \(id)"
    }

    private static func contact(_ scope: QueueScope, besides author: MemberID) -> SQL<MemberID> {
        """
        SELECT contactId FROM communityCare
        WHERE communityId = \(scope.community.id) AND contactId NOT IN (\(scope.viewer), \(author))
        """
    }
}
