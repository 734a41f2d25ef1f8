package import Foundation
import PraxisDigest
package import PraxisDomain

/// The day on which a member wants to be reminded of a bookmark.
package struct Reminder: Equatable, Sendable {
    /// In days since 1970-01-01.
    let day: Int
    /// The moment from which the next digest tells of it, later than every digest so far; nil for a day that is over, of which none does.
    let tellFrom: Timestamp?

    package init(_ day: LocalTime, in zone: TimeZone, at now: Timestamp) {
        self.day = day.dayNumber
        let isOver = day.dayNumber < LocalTime(now, in: zone).dayNumber
        let midnight = DigestPlan.midnight(of: day.dayNumber, in: zone)
        tellFrom = isOver ? nil : max(now + Span(milliseconds: 1), midnight)
    }
}

/// What a command says of the reminder of a bookmark.
package enum ReminderChange: Equatable, Sendable {
    /// As it was; none if the bookmark is new.
    case unchanged
    case to(Reminder?)
}
