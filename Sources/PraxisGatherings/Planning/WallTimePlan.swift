package import Foundation
package import PraxisDomain

/// Wall time, which is what a clock on the host's wall shows, and the moment that it is: pure.
package enum WallTimePlan {
    /// Reads `2026-12-15T12:00`; returns nil if it is something else, or a day that does not exist.
    package static func wall(_ text: String) -> LocalTime? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, halves[1].utf8.count == 5, let day = LocalTime(date: String(halves[0])) else {
            return nil
        }
        return clock(String(halves[1])).map { wall(day, $0) }
    }

    /// Minutes since midnight: reads `9:30` and `21:05`; returns nil if it is something else.
    package static func clock(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), hour < 24, let minute = Int(parts[1]), minute < 60
        else { return nil }
        return hour * 60 + minute
    }

    package static func wall(_ day: LocalTime, _ minutes: Int) -> LocalTime {
        LocalTime(secondsSince1970: day.dayNumber * 86_400 + minutes * 60)
    }

    /// As it is stored and as programs spell it.
    package static func text(_ wall: LocalTime) -> String { wall.date + "T" + clock(wall) }

    /// `09:30`, as a field of a form has it.
    package static func clock(_ wall: LocalTime) -> String { "\(wall.hour.padded(2)):\(wall.minute.padded(2))" }

    /// The first moment at which clocks of the zone show it; returns nil if they go forward past it.
    package static func moment(_ wall: LocalTime, in zone: TimeZone) -> Timestamp? { moments(wall, in: zone).min() }

    /// Whether clocks of the zone show it exactly once, so that everyone reads it alike.
    static func isCertain(_ wall: LocalTime, in zone: TimeZone) -> Bool { moments(wall, in: zone).count == 1 }

    /// No zone is further than a day from Greenwich, so its offset at those moments is one of those a day before and after.
    private static func moments(_ wall: LocalTime, in zone: TimeZone) -> Set<Timestamp> {
        let local = wall.dayNumber * 86_400 + wall.hour * 3600 + wall.minute * 60
        let offsets = [-86_400, 86_400].map { shift in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local + shift)))
        }
        return Set(offsets.map { Timestamp(rawValue: Int64(local - $0) * 1000) }).filter {
            LocalTime($0, in: zone) == wall
        }
    }

    /// The same for a date of a series, which is on its day in any case.
    ///
    /// A time that the clocks skip is read with the offset before they do (RFC 5545, 3.3.5): half past one in the morning is half past two.
    package static func momentOfSeries(_ wall: LocalTime, in zone: TimeZone) -> Timestamp {
        if let moment = moment(wall, in: zone) { return moment }
        let local = wall.dayNumber * 86_400 + wall.hour * 3600 + wall.minute * 60
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - 86_400)))
        return Timestamp(rawValue: Int64(local - offset) * 1000)
    }
}
