import PraxisDomain
import PraxisStore

/// How many said what of a date `e`, and what the viewer said: for lists, which name nobody.
struct AnswerTally: Sendable {
    let seated: Int
    let waiting: Int
    let maybe: Int
    let own: GivenAnswer?

    /// Walks `gatheringAnswer_by_turn` for each date, and the primary key.
    static func columns(for viewer: MemberID?) -> SQL<Void> {
        """
        (SELECT count(*) FROM gatheringAnswer r WHERE r.threadId = e.threadId AND r.answer = 'yes'),
        (SELECT count(*) FROM gatheringAnswer r WHERE r.threadId = e.threadId AND r.answer = 'maybe'),
        (SELECT r.answer FROM gatheringAnswer r WHERE r.threadId = e.threadId AND r.memberId = \(viewer)),
        (SELECT count(*) FROM gatheringAnswer r JOIN gatheringAnswer o ON o.threadId = r.threadId
            WHERE r.threadId = e.threadId AND r.answer = 'yes' AND r.turn <= o.turn AND o.memberId = \(viewer))
        """
    }

    /// `capacity` is that of the date; nil if there is room for everyone.
    init(_ columns: inout Columns, capacity: Int?) throws {
        let yes = try columns.int()
        maybe = try columns.int()
        seated = min(yes, capacity ?? yes)
        waiting = yes - seated
        let answer = try columns.optionalWord(GatheringAnswer.self), turn = try columns.int()
        let isWaiting = answer == .yes && turn > seated
        own = answer.map { [seated] in GivenAnswer(answer: $0, waiting: isWaiting ? turn - seated : nil) }
    }
}
