import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisWeb

/// Everything that the page of one item shows to those who may decide it.
package struct QueueItemView: Sendable {
    let line: QueueLine
    let scope: QueueScope
    /// Whether the viewer sees it as the safeguarding contact alone: the post and nothing around it.
    let isForContactOnly: Bool
    /// Whether it keeps its text to itself: the safeguarding contact opens it first, which is recorded.
    let isShut: Bool
    /// Whether the viewer reads the thread, too: a moderator need not have joined the group.
    let readsThread: Bool
    let post: ItemPost?
    /// The posts before it, the oldest first.
    let context: [ContextPost]
    let reports: [ItemReport]
    /// Why it is here.
    let why: QueueKind.Why
    let history: AuthorHistory?
    let notes: [CaseNote]
    let steps: [TimelineStep]
    /// How many wait for the viewer, this one included.
    let waiting: Int
    let hasContact: Bool
    /// Where the viewer can silence or suspend the author; nil if the author is out of their reach, or is who a report worries about.
    let standing: String?
    /// Of whom a report worries about, while it is open.
    let person: WorriedAbout?

    /// The item as a page shows it.
    ///
    /// `isRecorded` says that a look of the safeguarding contact is on record. What stands `beside` a list has the scope that was read for
    /// the list, and not how many items wait, which is counted over all of them.
    /// - Throws: `Denial.missing`.
    static func load(
        _ id: QueueItemID,
        _ kinds: QueueKinds,
        in slug: String,
        isRecorded: Bool = false,
        beside list: QueueScope? = nil,
        _ reading: Reading
    ) throws -> QueueItemView {
        let admitted = try Access.item(id, reading)
        let scope = try list ?? QueueScope.load(slug, reading)
        let line = try reading.first(
            "SELECT \(QueueLine.columns) FROM \(QueueLine.source) AND q.id = \(id)" as SQL<QueueLine>
        )
        guard let line, admitted.facts.community?.id == scope.community.id else { throw Denial.missing }
        let isNarrow = admitted.isForContactOnly
        // A claim of the contact's recorded the look.
        let isShut = isNarrow && !isRecorded && line.holder(at: reading.now)?.member != reading.viewer.member
        let post = try isShut ? nil : reading.first(ItemPost.of(id))
        let isWorry = line.reason == .worried && line.decision == nil && !isShut
        return QueueItemView(
            line: line,
            scope: scope,
            isForContactOnly: isNarrow,
            isShut: isShut,
            readsThread: Policy.allows(ReadGroup.self, admitted.facts),
            post: post,
            context: try isNarrow ? [] : post.map { try reading.all(ContextPost.before($0)).reversed() } ?? [],
            reports: try isShut ? [] : reading.all(ItemReport.of(id)),
            why: try kinds[line.kind].why(line.matter, reading.db),
            history: try isNarrow
                ? nil : reading.first(AuthorHistory.of(line.member.id, in: scope, besides: id, isBrief: list != nil)),
            notes: try isShut ? [] : reading.all(CaseNote.of(id)),
            steps: try isShut ? [] : reading.all(TimelineStep.of(id)),
            waiting: try list != nil ? 0 : reading.first(QueueCount.of(scope, at: reading.now))?.count ?? 0,
            hasContact: try reading.first(contact(scope, besides: line.member.id)) != nil,
            standing: try isNarrow || !line.isAboutPost || line.reason == .worried
                ? nil : standing(of: line, in: scope, reading),
            person: try isWorry ? reading.first(WorriedAbout.of(id)) : nil
        )
    }

    /// In the community if the viewer reaches the author there, else in the group.
    private static func standing(of line: QueueLine, in scope: QueueScope, _ reading: Reading) throws -> String? {
        func isReached(_ facts: Facts) throws -> Bool {
            guard Policy.allows(Silence.self, facts),
                let target = try Target.read(line.member.id, facts, reading.db, at: reading.now)
            else { return false }
            return Policy.allows(Silence.self, facts.towards(target))
        }
        let slug = scope.community.slug
        if try isReached(try Access.community(scope.community.id, reading)) {
            return PlacePaths(community: slug).standing(of: line.member.id)
        }
        guard let group = line.group,
            let facts = try Access.unlessMissing({ try Access.group(group.id, reading) }),
            try isReached(facts)
        else { return nil }
        return PlacePaths(community: slug, group: group.slug).standing(of: line.member.id)
    }

    private static func contact(_ scope: QueueScope, besides author: MemberID) -> SQL<MemberID> {
        """
        SELECT contactId FROM communityCare
        WHERE communityId = \(scope.community.id) AND contactId NOT IN (\(scope.viewer), \(author))
        """
    }
}

/// What helps to look after the person whom a report worries about.
struct WorriedAbout: RowDecodable, Sendable {
    let email: String
    /// What the community says of whom to call; empty if it has no words of its own.
    let crisis: String

    static let columns: SQL<Void> = "a.email, coalesce(care.crisis, '')"

    init(_ columns: inout Columns) throws { (email, crisis) = (try columns.text(), try columns.text()) }

    static func of(_ item: QueueItemID) -> SQL<WorriedAbout> {
        """
        SELECT \(columns) FROM queueItem q JOIN member a ON a.id = q.memberId
        LEFT JOIN communityCare care ON care.communityId = q.communityId WHERE q.id = \(item)
        """
    }

    /// The address as a link to write to it.
    var link: String {
        let parts = email.split(separator: "@", maxSplits: 1).map { Fields.encode(String($0)) }
        return "mailto:" + parts.joined(separator: "@")
    }
}

/// The decision that the address of a page says was just made.
struct SaidDecision: Sendable {
    let item: QueueItemID
    let end: String

    /// The item, if it did end so and that can still be undone.
    ///
    /// Walks the primary key of `queueItem`.
    func undoable(_ kinds: QueueKinds, in scope: QueueScope, _ reading: Reading) throws -> QueueItemID? {
        let line = try reading.first(
            """
            SELECT \(QueueLine.columns) FROM \(QueueLine.source) AND q.id = \(item)
                AND q.communityId = \(scope.community.id) AND \(scope.condition(at: reading.now))
            """ as SQL<QueueLine>
        )
        guard let line, let decision = line.decision, line.end(kinds)?.rawValue == end else { return nil }
        return reading.now <= decision.at + Limits.decisionUndo ? item : nil
    }
}
