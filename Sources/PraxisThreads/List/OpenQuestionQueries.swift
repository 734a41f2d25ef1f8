import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// Questions that the member could answer, the one that has waited longest first.
    static let openQuestions = HomeSlot(12) { reading, _ in
        let questions = try OpenQuestion.waiting(reading)
        return { call in
            questions.map { question in
                let text = call.words.threads.read.openQuestion(["title": question.title])
                return (Paths.thread(question.thread), text)
            }
        }
    }
}

/// A question of somebody else that nobody has answered.
private struct OpenQuestion: RowDecodable, Sendable {
    let thread: ThreadID
    let title: String

    static let columns: SQL<Void> = "t.id, t.title"

    init(_ columns: inout Columns) throws { (thread, title) = (try columns.id(), try columns.text()) }

    private static let atMost = 3
    /// Younger ones are among what is new.
    private static let ages = (least: Span.days(1), most: Span.days(30))

    /// Those in groups that the reader belongs to.
    ///
    /// Walks `thread_waiting`.
    static func waiting(_ reading: Reading) throws -> [OpenQuestion] {
        try reading.all(
            """
            WITH \(Visibility.places(reading.viewer, at: reading.now))
            SELECT \(columns) FROM thread t CROSS JOIN place
            WHERE t.state = 'open' AND t.kind = \(ThreadKind.question)
                AND t.createdAt > \(reading.now - ages.most) AND t.createdAt <= \(reading.now - ages.least)
                AND \(Visibility.readable) AND NOT place.publicOnly AND place.threadId IS NULL
                AND t.lastJournal > 0 AND t.authorId <> \(reading.viewer.member) AND \(SQL<Void>.isWithoutAnswer)
            ORDER BY t.createdAt LIMIT \(atMost)
            """ as SQL<OpenQuestion>
        )
    }
}
