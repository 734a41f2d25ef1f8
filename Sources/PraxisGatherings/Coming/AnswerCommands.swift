package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension Community {
    /// Says whether the viewer comes to a date; the next person on its waiting list gets a seat that this frees, and a mail.
    ///
    /// What is so already changes nothing. Nil `needs` leaves what the viewer had told the host before.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.input` naming `answer` if it is over or cancelled; what the
    ///   policy says.
    package func answer(
        _ answer: GatheringAnswer,
        needs: AccessNeeds? = nil,
        to thread: ThreadID,
        as viewer: Viewer
    )
        async throws
    {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let gathering = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(AnswerGathering.self, facts), member = try permit.author()
            if gathering.state != .planned { throw Denial.input([FieldError("answer", .gatheringIsCancelled)]) }
            if gathering.endAt <= db.now { throw Denial.input([FieldError("answer", .gatheringIsOver)]) }
            let old = try db.first(AnswerRow.of(member, to: thread))
            if old?.answer == answer, needs == nil || needs?.text == old?.needs { return }
            let before = try db.seats(thread, capacity: gathering.capacity)
            try db.setAnswer(answer, needs: needs?.text, of: member, to: thread)
            try db.record(.gatheringAnswered, thread.subject, by: permit)
            try db.tellPromoted(thread, since: before, capacity: gathering.capacity)
        }
    }
}

/// What someone needs to take part, checked.
package struct AccessNeeds: Sendable {
    package let text: String

    /// - Throws: `Denial.input` naming `needs`.
    package init(_ typed: String) throws(Denial) {
        text = try TypedText.checked(typed, "needs", Limits.accessNeedsScalars)
    }
}
