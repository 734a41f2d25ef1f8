package enum GatheringState: String, CaseIterable, Codable, Sendable {
    case planned
    /// It does not take place, and calendars and lists say so.
    case cancelled
    /// It does not take place, and stands in no list; its page says so.
    case skipped

    /// What programs can ask for; a date is skipped by `DELETE`.
    static let asked: [GatheringState] = [.planned, .cancelled]
}
