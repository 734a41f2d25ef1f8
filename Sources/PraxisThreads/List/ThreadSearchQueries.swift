import PraxisCapability
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension SearchField {
    /// By what is known of a discussion and its posts.
    static func threads(_ kinds: ThreadKinds) -> [SearchField] { [kind(kinds), status(kinds.awaiting), author] }

    private static func kind(_ kinds: ThreadKinds) -> SearchField {
        choice(
            "kind",
            aliases: ["type"],
            at: 30,
            { $0.threads.search.kind() },
            any: { $0.threads.search.anyKind() },
            kinds.all.map { SearchOption($0.kind.rawValue, $0.plural) },
            tip: Tip(30) { $0.threads.search.tipKind() },
            condition: { .thread("t.kind = \($0)") }
        )
    }

    /// The state of a thread as one looks for it.
    private static func status(_ awaiting: ThreadKinds.Awaiting) -> SearchField {
        choice(
            "status",
            at: 40,
            { $0.threads.search.status() },
            any: { $0.threads.search.anyStatus() },
            [
                SearchOption(ThreadState.open.rawValue) { $0.threads.search.open() },
                SearchOption(ThreadState.answered.rawValue) { $0.threads.answered() },
                SearchOption(ThreadState.closed.rawValue) { $0.threads.closed() },
                SearchOption(unanswered) { $0.threads.search.unanswered() },
            ],
            condition: { .thread($0 == unanswered ? .isUnanswered(awaiting) : "t.state = \($0)") }
        )
    }

    private static let unanswered = "unanswered"

    private static let author = SearchField(
        "from",
        at: 50,
        .string(),
        { $0.threads.search.from() },
        .text,
        operation: Operation(tip: Tip(10) { $0.threads.search.tipFrom() }) { name, _ in
            isSearchable(name) ? written(by: name) : nil
        },
        read: { name, _ in isSearchable(name) ? .condition(written(by: name)) : .nothing }
    )

    /// Posts of all members in whose names these words stand side by side, found by `post_by_author`.
    private static func written(by name: String) -> SearchCondition {
        let members: SQL<Void> = "authorId IN (\(FullText.named(name, in: .member)))"
        return .post("p.\(members)", index: members)
    }
}

extension SQL<Void> {
    /// Whether a thread `t` is open, awaits a reply and has none; if it awaits an answer, none by another member.
    static func isUnanswered(_ awaiting: ThreadKinds.Awaiting) -> SQL<Void> {
        """
        t.state = 'open' AND t.kind IN (\(list: awaiting.anything.map(\.rawValue)))
            AND (t.postCount = 1 OR t.kind IN (\(list: awaiting.answer.map(\.rawValue))) AND \(isWithoutAnswer))
        """
    }

    /// Threads `t` in which no one but who began them has written.
    static let isWithoutAnswer: SQL<Void> = """
        NOT EXISTS (
            SELECT 1 FROM post o WHERE o.threadId = t.id AND o.state = 'published' AND o.authorId <> t.authorId)
        """
}
