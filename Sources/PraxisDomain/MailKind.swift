/// The kind of a queued mail; each has one template, which makes the mail at hand-over.
package enum MailKind: String, CaseIterable, Codable, Sendable {
    case digest
    /// To the author of a post: the decision on it.
    case postDecision = "post-decision"
    /// To a reporter: the outcome of the report.
    case reportOutcome = "report-outcome"
    /// To those on duty: someone is worried about a member.
    case worried
    /// To those who decide: people ask to join one of their places.
    case joinRequest = "join-request"
    /// To a person who asked to join: the decision.
    case requestDecision = "request-decision"
    /// To a member: they were silenced, suspended or reinstated.
    case standing
    /// To those who decide, and to safeguarding contacts: how much is waiting for them, once a day.
    case duty
}
