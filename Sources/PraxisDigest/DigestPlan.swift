package import Foundation
package import PraxisDomain

/// How often a member wants the digest, and at which hour of their own day.
package struct Cadence: Equatable, Sendable {
    package enum Rhythm: String, CaseIterable, Codable, Sendable { case daily, weekly, fortnightly, monthly, none }

    package var rhythm = Rhythm.daily
    /// Of the daily digest; 0 is Monday.
    package var days: Set<Int> = [0, 1, 2, 3, 4]
    /// Of the weekly and the fortnightly one; 0 is Monday.
    package var weekday = 0
    /// Of the monthly one, 1 to 31; a shorter month ends earlier.
    package var monthDay = 1
    /// 0 to 23.
    package var hour = 7

    package init() {}

    /// Whether a digest is due on a day.
    ///
    /// Every other week counts from Monday 5 January 1970, for all members alike.
    func includes(_ day: LocalTime) -> Bool {
        switch rhythm {
        case .none: return false
        case .daily: return days.contains(day.weekday)
        case .weekly: return day.weekday == weekday
        case .fortnightly: return day.weekday == weekday && DigestPlan.week(of: day.dayNumber) % 2 == 0
        case .monthly:
            if day.day == monthDay { return true }
            return day.day < monthDay && LocalTime(dayNumber: day.dayNumber + 1).day == 1
        }
    }
}

/// When a digest is due: a day of the member's own calendar, and the moment at which it begins to be.
package struct DigestDueTime: Equatable, Sendable {
    /// Days since 1970-01-01.
    package let day: Int
    package let at: Timestamp

    /// Makes the outbox take one digest for each day.
    package var period: String { LocalTime(dayNumber: day).date }
}

/// When digests are due.
///
/// Pure: no clock, no database.
package enum DigestPlan {
    /// A digest leaves up to so long after its due time, never before it, so that not all of them leave in the same second.
    package static let spread = Span.minutes(10)

    /// Days within which every rhythm has a due time.
    private static let longestWait = 62

    /// The first due time strictly after `last`, on a later day than `day` if one is given; nil for those who want no digest.
    ///
    /// Across a daylight-saving gap the digest leaves at the next hour that exists (RFC 5545, 3.3.5); if an hour occurs
    /// twice, the first counts.
    package static func next(
        after last: Timestamp,
        _ cadence: Cadence,
        in zone: TimeZone,
        laterThan day: Int? = nil
    ) -> DigestDueTime? {
        if cadence.rhythm == .none { return nil }
        let first = max(LocalTime(last, in: zone).dayNumber - 1, (day ?? Int.min / 2) + 1)
        for number in first...first + longestWait where cadence.includes(LocalTime(dayNumber: number)) {
            let at = moment(day: number, hour: cadence.hour, in: zone)
            if at > last { return DigestDueTime(day: number, at: at) }
        }
        return nil
    }

    /// The due time that is due now, with missed ones collapsed into the latest; and the first one to come.
    ///
    /// `dueAt` is when the oldest due time not looked at was due, `day` the last day that had its digest. Nothing is due if its day had its
    /// digest already: the member has moved to a zone where it is that day again.
    package static func round(
        dueAt: Timestamp,
        now: Timestamp,
        lastDay day: Int?,
        _ cadence: Cadence,
        in zone: TimeZone
    ) -> (due: DigestDueTime?, next: DigestDueTime?) {
        var due = next(after: dueAt - Span(milliseconds: 1), cadence, in: zone, laterThan: day)
        guard let first = due, first.at <= now else { return (nil, due) }
        var following = next(after: first.at, cadence, in: zone, laterThan: first.day)
        while let missed = following, missed.at <= now {
            due = missed
            following = next(after: missed.at, cadence, in: zone, laterThan: missed.day)
        }
        return (due, following)
    }

    /// How long after its due time a member's digest is handed over: the same each time, spread evenly over the members.
    package static func delay(of member: MemberID) -> Span {
        // Multiplication by the golden ratio scatters neighbouring ids.
        let scattered = UInt64(bitPattern: member.rawValue) &* 0x9E37_79B9_7F4A_7C15
        return Span(milliseconds: Int64((scattered >> 32) % UInt64(spread.milliseconds)))
    }

    /// The number of a day's week; weeks begin on Monday.
    package static func week(of day: Int) -> Int { Int(Int64(day + 3).floorDivided(by: 7)) }

    /// When a day begins.
    package static func midnight(of day: Int, in zone: TimeZone) -> Timestamp { moment(day: day, hour: 0, in: zone) }

    /// When the wall clock of `zone` shows the full `hour` of a day.
    private static func moment(day: Int, hour: Int, in zone: TimeZone) -> Timestamp {
        let wall = Double(day * 86_400 + hour * 3600)
        func offset(_ seconds: Double) -> Double {
            Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds)))
        }
        // The offsets a day before and a day after are those on either side of a change of the clocks.
        let before = wall - offset(wall - 86_400 - offset(wall))
        let after = wall - offset(wall + 86_400 - offset(wall))
        let isRight = { (seconds: Double) in seconds + offset(seconds) == wall }
        return Timestamp(rawValue: Int64(isRight(before) || !isRight(after) ? before : after) * 1000)
    }
}
