import PraxisDomain

/// What a draft may hold, in Unicode scalars: more than a post, so that a text that must be shortened is kept too.
enum DraftLimits {
    static let title = 0...1_000
    static let body = 0...64_000
    /// How long a discarded draft can be put back.
    static let discardedFor = Span.hours(24)
}
