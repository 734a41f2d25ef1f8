import Foundation
import PraxisDomain

/// A date, or a series of dates, as a calendar takes it.
struct CalendarEvent: Sendable {
    var uid: String
    /// Rises with every change.
    var sequence: Int
    var changedAt: Timestamp
    let startAt: Timestamp
    let endAt: Timestamp
    let isCancelled: Bool
    let summary: String
    /// Nil if it is not known, or may not leave.
    var location: String?
    /// Likewise.
    var address: String?
    var recurrence = Recurrence.none

    enum Recurrence: Sendable {
        /// Its times are said in UTC.
        case none
        /// By a rule of RFC 5545, but for some of its dates by wall time; its times are said in the zone.
        case rule(String, except: [LocalTime], CalendarZone)
        /// In place of the date that the series of the same UID has at that wall time.
        case instead(of: LocalTime, CalendarZone)
    }

    /// The zone in which its times are said; nil for UTC.
    var zone: CalendarZone? {
        switch recurrence {
        case .none: nil
        case .rule(_, _, let zone), .instead(_, let zone): zone
        }
    }
}

/// A time zone under the name by which calendars know it.
struct CalendarZone: Hashable, Sendable {
    let name: String
    let zone: TimeZone

    /// One that this machine does not know any more is UTC.
    init(_ stored: String) {
        let known = Zones.named(stored)
        (name, zone) = (known == nil ? "UTC" : stored, known ?? .gmt)
    }
}
