/// When a series meets: what is read of RFC 5545's RRULE (3.3.10), as days without a time.
///
/// `FREQ` is `DAILY`, `WEEKLY`, `MONTHLY` or `YEARLY`; with it `INTERVAL`, `BYDAY` (`2TU`, `-1FR`), `BYMONTHDAY`, `BYMONTH`, `BYSETPOS`,
/// `WKST`, and `COUNT` or `UNTIL`. What people are offered of it is a `Rhythm`.
package struct RecurrenceRule: Equatable, Sendable {
    package enum Frequency: String, Sendable {
        case daily = "DAILY", weekly = "WEEKLY", monthly = "MONTHLY", yearly = "YEARLY"
    }

    /// A day of the week; with an ordinal the second or the last one of a month or a year.
    package struct Weekday: Hashable, Sendable {
        /// 0 is Monday.
        package let day: Int
        /// Never 0; from the end if negative; nil for each of them.
        package let ordinal: Int?

        package init(day: Int, ordinal: Int? = nil) { (self.day, self.ordinal) = (day, ordinal) }
    }

    package enum End: Equatable, Sendable {
        case never
        /// After so many dates.
        case count(Int)
        /// On this day at the latest, in days since 1970-01-01.
        case day(Int)
    }

    package var frequency: Frequency
    package var interval = 1
    package var weekdays: [Weekday] = []
    /// From the end of the month if negative.
    package var monthDays: [Int] = []
    package var months: [Int] = []
    package var positions: [Int] = []
    /// On which day a week begins.
    package var weekStart = 0
    package var end = End.never

    package init(_ frequency: Frequency) { self.frequency = frequency }
}
