package import PraxisDomain

extension Limits {
    /// Bookmarks of one member; the sentence about it names the number.
    package static let bookmarks = 1_000
}

extension FieldError.Problem {
    static let tooManyBookmarks = Self.own("too-many-bookmarks")
    /// A reminder is typed for a day that is over.
    static let dayIsOver = Self.own("day-is-over")
}
