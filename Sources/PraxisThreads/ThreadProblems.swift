package import PraxisDomain

extension FieldError.Problem {
    package static let ownPost = Self.own("own-post")

    package static func tooManyPinned(maximum: Int) -> Self { .own("too-many-pinned", ["maximum": String(maximum)]) }
}

extension Denial {
    /// The thread is closed.
    package static let closed = Self.own("closed", .forbidden)
}
