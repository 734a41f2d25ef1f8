package import PraxisCommunity
import PraxisDigest
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
        try await command { db in try db.answer(answer, needs: needs, to: thread, as: viewer) }
    }

    /// Says the same for the holder of a link of a mail about the date, without signing them in.
    /// - Throws: also `Denial.missing` for a token that is old, of another site, tampered with, or for something else.
    package func answer(_ answer: GatheringAnswer, byLink token: String, key: [UInt8]) async throws {
        try await command { db in
            guard let link = try MailLink.opened(token, key, db.db) else { throw Denial.missing }
            try db.answer(answer, needs: nil, to: link.gathering(), as: Viewer(member: link.member))
        }
    }
}

extension WriteDB {
    fileprivate func answer(
        _ answer: GatheringAnswer,
        needs: AccessNeeds?,
        to thread: ThreadID,
        as viewer: Viewer
    ) throws {
        let facts = try facts(of: thread, for: viewer)
        let gathering = try Gathering.load(thread, db)
        let permit = try Policy.permit(AnswerGathering.self, facts), member = try permit.author()
        if gathering.state != .planned { throw Denial.input([FieldError("answer", .gatheringIsCancelled)]) }
        if gathering.endAt <= now { throw Denial.input([FieldError("answer", .gatheringIsOver)]) }
        let old = try first(AnswerRow.of(member, to: thread))
        if old?.answer == answer, needs == nil || needs?.text == old?.needs { return }
        let before = try seats(thread, capacity: gathering.capacity)
        try setAnswer(answer, needs: needs?.text, of: member, to: thread)
        try record(.gatheringAnswered, thread.subject, by: permit)
        try tellPromoted(thread, since: before, capacity: gathering.capacity)
        if answer == .yes, old?.answer != .yes { try confirm(thread, to: member) }
    }

    /// Queues the mail that confirms a yes: once for each turn.
    private func confirm(_ thread: ThreadID, to member: MemberID) throws {
        guard let turn = try AnswerRow.turn(of: member, to: thread, db) else { return }
        let about = MailMatter(thread.subject, numbers: [turn])
        try queueMail(.confirmation, to: member, period: "\(thread) \(turn)", about: about)
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
