/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z, as stored in every table.
package struct Timestamp: RawRepresentable, Hashable, Comparable, Codable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static let distantPast = Timestamp(rawValue: 0)

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    package static func + (moment: Self, span: Span) -> Self { Self(rawValue: moment.rawValue + span.milliseconds) }

    package static func - (moment: Self, span: Span) -> Self { Self(rawValue: moment.rawValue - span.milliseconds) }

    /// The time from `earlier` to this moment.
    ///
    /// Negative if `earlier` is later than this moment.
    package func since(_ earlier: Self) -> Span { Span(milliseconds: rawValue - earlier.rawValue) }

    /// Seconds since 1970 for `Date(timeIntervalSince1970:)`.
    package var seconds: Double { Double(rawValue) / 1000 }
}

/// A length of time in whole milliseconds.
package struct Span: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Whole milliseconds, rounded towards zero.
    package init(_ duration: Duration) {
        milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    }

    package static func seconds(_ count: Int64) -> Self { Self(milliseconds: count * 1000) }
    package static func minutes(_ count: Int64) -> Self { .seconds(count * 60) }
    package static func hours(_ count: Int64) -> Self { .minutes(count * 60) }
    package static func days(_ count: Int64) -> Self { .hours(count * 24) }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// Whole seconds, rounded up: the value of a `Retry-After` header.
    package var wholeSeconds: Int64 { (milliseconds + 999) / 1000 }
}
