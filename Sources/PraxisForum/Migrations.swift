package import PraxisStore

extension Migration {
    /// The migrations of every slice; the numbers order them.
    package static let all =
        people + communities + groups + threads + search + imports + triage + standing + digest + dutyMails
}
