import Foundation
package import PraxisDomain

/// When a series meets from a date on: the first date and the rule.
package struct SeriesRhythm: Equatable, Sendable {
    /// What the clock on the host's wall shows at the first date, which is as the rule says.
    package let first: LocalTime
    package let rule: RecurrenceRule

    package init(first: LocalTime, rule: RecurrenceRule) { (self.first, self.rule) = (first, rule) }

    /// Its dates by wall time, none after the day `horizon`.
    package func dates(through horizon: Int) -> some Sequence<LocalTime> {
        let minutes = first.hour * 60 + first.minute
        return RecurrencePlan(rule, from: first.dayNumber, through: horizon).lazy.map { day in
            WallTimePlan.wall(LocalTime(dayNumber: day), minutes)
        }
    }

    /// The rhythm that a form offers.
    package var rhythm: Rhythm? { Rhythm(rule, on: first) }

    /// The same from one of its dates on, which need be none that it has.
    func continued(at date: LocalTime) -> SeriesRhythm {
        var rule = rule
        if case .count(let count) = rule.end {
            let before = dates(through: date.dayNumber - 1).reduce(into: 0) { count, _ in count += 1 }
            rule.end = .count(max(1, count - before))
        }
        return SeriesRhythm(first: date, rule: rule)
    }

    /// The same rhythm, in the same number or until the same day, from another first date on.
    func moved(to wall: LocalTime) -> SeriesRhythm {
        guard let rhythm else { return SeriesRhythm(first: wall, rule: rule) }
        return SeriesRhythm(first: wall, rule: rhythm.fitting(wall).rule(on: wall, end: rule.end))
    }
}

extension Rhythm {
    /// The same about a day that is not the last of its weekdays in the month: about the second or third one.
    fileprivate func fitting(_ day: LocalTime) -> Rhythm {
        if LocalTime(dayNumber: day.dayNumber + 7).month != day.month { return self }
        return switch self {
        case .monthlyOnLast: .monthlyOnWeekday
        case .quarterlyOnLast: .quarterlyOnWeekday
        case .yearlyOnLast: .yearlyOnWeekday
        default: self
        }
    }
}

/// Which dates of a series are to be made, and when the next one is: pure.
struct ReadyDatesPlan {
    /// By wall time.
    let dates: [LocalTime]
    /// Nil if no further date follows.
    let dueAt: Timestamp?

    /// No rule that is offered leaves more days without a date: 29 February.
    private static let longestGap = 9 * 366

    /// `last` is the latest date that the rhythm has been given, and `ends` says when those end that are not over.
    init(_ rhythm: SeriesRhythm, in zone: TimeZone, after last: LocalTime?, ends: [Timestamp], at now: Timestamp) {
        let reach = now + Limits.gatheringAhead
        var dates: [LocalTime] = [], next: LocalTime?, standing = ends.count
        let horizon = LocalTime(reach, in: zone).dayNumber + Self.longestGap
        for wall in rhythm.dates(through: horizon) where last.map({ wall.isAfter($0) }) ?? true {
            let moment = WallTimePlan.momentOfSeries(wall, in: zone)
            guard moment <= reach, standing < Limits.seriesDates, dates.count < Limits.seriesDates else {
                next = wall
                break
            }
            dates.append(wall)
            if moment >= now { standing += 1 }
        }
        self.dates = dates
        dueAt = next.map { next in
            if dates.count == Limits.seriesDates, standing < Limits.seriesDates { return now }
            let within = WallTimePlan.momentOfSeries(next, in: zone) - Limits.gatheringAhead
            return standing < Limits.seriesDates ? within : max(within, (ends.min() ?? now) + .minutes(1))
        }
    }
}

extension LocalTime {
    /// To the minute.
    package func isAfter(_ other: LocalTime) -> Bool {
        (dayNumber, hour, minute) > (other.dayNumber, other.hour, other.minute)
    }
}
