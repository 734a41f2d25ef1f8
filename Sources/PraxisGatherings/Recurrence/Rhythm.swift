package import PraxisDomain

/// The rhythms that a series can have, as its form offers them; the day that each is about is that of the first date.
package enum Rhythm: String, CaseIterable, Sendable {
    case weekly
    case fortnightly
    case monthlyOnDay = "monthly-day"
    case monthlyOnWeekday = "monthly-weekday"
    case monthlyOnLast = "monthly-last"
    case quarterlyOnDay = "quarterly-day"
    case quarterlyOnWeekday = "quarterly-weekday"
    case quarterlyOnLast = "quarterly-last"
    case yearlyOnDay = "yearly-day"
    case yearlyOnWeekday = "yearly-weekday"
    case yearlyOnLast = "yearly-last"

    /// Which days of a month it is about.
    package enum Anchor: Sendable {
        /// The 15th.
        case day
        /// The second Tuesday.
        case weekday
        /// The last Tuesday.
        case last
    }

    /// Nil for weeks.
    package var anchor: Anchor? {
        switch self {
        case .weekly, .fortnightly: nil
        case .monthlyOnDay, .quarterlyOnDay, .yearlyOnDay: .day
        case .monthlyOnWeekday, .quarterlyOnWeekday, .yearlyOnWeekday: .weekday
        case .monthlyOnLast, .quarterlyOnLast, .yearlyOnLast: .last
        }
    }

    /// The rule of a series whose first date is on `day`.
    package func rule(on day: LocalTime, end: RecurrenceRule.End = .never) -> RecurrenceRule {
        var rule = RecurrenceRule(frequency)
        rule.interval = interval
        rule.end = end
        switch anchor {
        case nil: rule.weekdays = [.init(day: day.weekday)]
        case .day: rule.monthDays = [day.day]
        case .weekday: rule.weekdays = [.init(day: day.weekday, ordinal: (day.day - 1) / 7 + 1)]
        case .last: rule.weekdays = [.init(day: day.weekday, ordinal: -1)]
        }
        if frequency == .yearly { rule.months = [day.month] }
        return rule
    }

    private var frequency: RecurrenceRule.Frequency {
        switch self {
        case .weekly, .fortnightly: .weekly
        case .monthlyOnDay, .monthlyOnWeekday, .monthlyOnLast, .quarterlyOnDay, .quarterlyOnWeekday, .quarterlyOnLast:
            .monthly
        case .yearlyOnDay, .yearlyOnWeekday, .yearlyOnLast: .yearly
        }
    }

    private var interval: Int {
        switch self {
        case .weekly, .monthlyOnDay, .monthlyOnWeekday, .monthlyOnLast, .yearlyOnDay, .yearlyOnWeekday, .yearlyOnLast: 1
        case .fortnightly: 2
        case .quarterlyOnDay, .quarterlyOnWeekday, .quarterlyOnLast: 3
        }
    }
}

extension Rhythm {
    /// The rhythm that a rule says of a series whose first date is on `day`; nil for one that is not offered.
    package init?(_ rule: RecurrenceRule, on day: LocalTime) {
        var said = rule.spelledOut(on: day)
        said.end = .never
        guard let known = Self.allCases.first(where: { $0.rule(on: day) == said }) else { return nil }
        self = known
    }
}

extension RecurrenceRule {
    /// With what is left to the first date said, and nothing said that makes no difference.
    fileprivate func spelledOut(on day: LocalTime) -> RecurrenceRule {
        var rule = self
        rule.weekStart = 0
        if rule.weekdays.isEmpty, rule.monthDays.isEmpty {
            if frequency == .weekly { rule.weekdays = [Weekday(day: day.weekday)] }
            if frequency == .monthly || frequency == .yearly { rule.monthDays = [day.day] }
            if frequency == .yearly, months.isEmpty { rule.months = [day.month] }
        }
        // The second of all Tuesdays of a month.
        if positions.count == 1, weekdays.count == 1, weekdays[0].ordinal == nil, monthDays.isEmpty,
            frequency == .monthly || frequency == .yearly && months.count == 1
        {
            rule.weekdays = [Weekday(day: weekdays[0].day, ordinal: positions[0])]
            rule.positions = []
        }
        return rule
    }
}
