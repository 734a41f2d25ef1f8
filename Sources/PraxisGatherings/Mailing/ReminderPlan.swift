package import Foundation
package import PraxisDomain

/// How long before a date those who come are reminded of it, the longest first.
package enum ReminderLead: String, CaseIterable, Sendable {
    case week, day, hour

    /// As a mail keeps it.
    package var number: Int64 {
        switch self {
        case .week: 7 * 24
        case .day: 24
        case .hour: 1
        }
    }

    package init?(number: Int64) {
        guard let lead = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = lead
    }
}

/// When those who come to a date are reminded of it: pure.
///
/// A week and a day before it the clock on the host's wall shows what it shows when the date begins, also in a week in which clocks change.
package struct ReminderPlan: Sendable {
    private let wall: LocalTime
    private let zone: TimeZone
    private let startAt: Timestamp

    package init(wall: LocalTime, zone: TimeZone, startAt: Timestamp) {
        (self.wall, self.zone) = (wall, zone)
        self.startAt = startAt
    }

    package func moment(_ lead: ReminderLead) -> Timestamp {
        switch lead {
        case .week: before(days: 7)
        case .day: before(days: 1)
        case .hour: startAt - .hours(1)
        }
    }

    /// The next moment at which somebody is reminded; nil after the last one.
    package func next(after now: Timestamp) -> Timestamp? {
        ReminderLead.allCases.map(moment).first { $0 > now }
    }

    /// Of those whose moment has come, the nearest to the date; nil before the first, and once the date has begun.
    ///
    /// The others are left out: who was not reminded in time is reminded once.
    package func due(at now: Timestamp) -> ReminderLead? {
        startAt > now ? ReminderLead.allCases.last { moment($0) <= now } : nil
    }

    private func before(days: Int) -> Timestamp {
        let day = LocalTime(dayNumber: wall.dayNumber - days)
        return WallTimePlan.momentOfSeries(WallTimePlan.wall(day, wall.hour * 60 + wall.minute), in: zone)
    }
}
