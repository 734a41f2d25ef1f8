/// What a queued mail is: each has one template that makes it at hand-over.
package enum MailKind: String, CaseIterable, Codable, Sendable {
    case digest
    /// To the author of a post: what was decided on it.
    case postDecision = "post-decision"
    /// To a reporter: what became of the report.
    case reportOutcome = "report-outcome"
    /// To those on duty: somebody is worried about a member.
    case worried
    /// To those who decide: people ask to join a place of theirs.
    case joinRequest = "join-request"
    /// To somebody who asked to join: what was decided.
    case requestDecision = "request-decision"
    /// To a member: they were silenced, suspended or reinstated.
    case standing
    /// To those who decide, and to safeguarding contacts: how much is waiting for them, once a day.
    case duty
}
