import PraxisDomain

/// The days of a rule: pure, and never endless.
package struct RecurrencePlan: Sequence, IteratorProtocol {
    private let rule: RecurrenceRule
    private let start: LocalTime
    private let last: Int
    private var period = 0
    private var days: ArraySlice<Int> = []
    private var given = 0

    /// The days from `first` on that are as the rule says, in days since 1970-01-01, none after `horizon`.
    ///
    /// `first` itself is one of them only if it is as the rule says. Each step looks at one day, week, month or year up to the horizon,
    /// so that a rule without any day ends, too.
    package init(_ rule: RecurrenceRule, from first: Int, through horizon: Int) {
        self.rule = rule
        start = LocalTime(dayNumber: first)
        if case .day(let day) = rule.end { last = Swift.min(day, horizon) } else { last = horizon }
    }

    package mutating func next() -> Int? {
        if case .count(let most) = rule.end, given >= most { return nil }
        while days.isEmpty {
            guard let found = nextPeriod() else { return nil }
            days = found[...]
        }
        given += 1
        return days.removeFirst()
    }

    /// The days of the next day, week, month or year; returns nil when it begins after the last day.
    private mutating func nextPeriod() -> [Int]? {
        let step = period * rule.interval, begin: Int, found: [Int]
        period += 1
        switch rule.frequency {
        case .daily:
            begin = start.dayNumber + step
            found = isWanted(LocalTime(dayNumber: begin)) ? [begin] : []
        case .weekly:
            begin = start.dayNumber - (start.weekday - rule.weekStart + 7) % 7 + 7 * step
            found = inWeek(begin)
        case .monthly:
            let month = start.year * 12 + start.month - 1 + step
            begin = LocalTime.dayNumber(year: month / 12, month: month % 12 + 1, day: 1)
            found = isInMonths(month % 12 + 1) ? inMonth(month / 12, month % 12 + 1) : []
        case .yearly:
            begin = LocalTime.dayNumber(year: start.year + step, month: 1, day: 1)
            found = inYear(start.year + step)
        }
        return begin > last ? nil : chosen(found.sorted()).filter { $0 >= start.dayNumber && $0 <= last }
    }

    private func inWeek(_ begin: Int) -> [Int] {
        let weekdays = rule.weekdays.isEmpty ? [start.weekday] : rule.weekdays.map(\.day)
        return (begin..<begin + 7).filter { number in
            let day = LocalTime(dayNumber: number)
            return weekdays.contains(day.weekday) && isInMonths(day.month)
        }
    }

    private func inMonth(_ year: Int, _ month: Int) -> [Int] {
        let first = LocalTime.dayNumber(year: year, month: month, day: 1), days = Self.days(in: month, of: year)
        if rule.monthDays.isEmpty, rule.weekdays.isEmpty { return start.day <= days ? [first + start.day - 1] : [] }
        return matching(first..<first + days) { day in
            rule.monthDays.isEmpty || rule.monthDays.contains(day + 1) || rule.monthDays.contains(day - days)
        }
    }

    private func inYear(_ year: Int) -> [Int] {
        if rule.months.isEmpty, rule.monthDays.isEmpty, !rule.weekdays.isEmpty {
            let first = LocalTime.dayNumber(year: year, month: 1, day: 1)
            return matching(first..<LocalTime.dayNumber(year: year + 1, month: 1, day: 1)) { _ in true }
        }
        let usual = rule.monthDays.isEmpty && rule.weekdays.isEmpty ? [start.month] : Array(1...12)
        return (rule.months.isEmpty ? usual : Array(Set(rule.months))).flatMap { inMonth(year, $0) }
    }

    /// Those days of a month or a year that `isDay` takes by their place in it and that are one of the rule's weekdays.
    private func matching(_ days: Range<Int>, _ isDay: (Int) -> Bool) -> [Int] {
        days.filter { number in
            let place = number - days.lowerBound
            guard isDay(place) else { return false }
            let ordinal = place / 7 + 1, fromEnd = -((days.upperBound - 1 - number) / 7) - 1
            let weekday = LocalTime(dayNumber: number).weekday
            return rule.weekdays.isEmpty
                || rule.weekdays.contains { wanted in
                    wanted.day == weekday && (wanted.ordinal.map { $0 == ordinal || $0 == fromEnd } ?? true)
                }
        }
    }

    private func isInMonths(_ month: Int) -> Bool { rule.months.isEmpty || rule.months.contains(month) }

    private func isWanted(_ day: LocalTime) -> Bool {
        let days = Self.days(in: day.month, of: day.year)
        return isInMonths(day.month) && (rule.weekdays.isEmpty || rule.weekdays.contains { $0.day == day.weekday })
            && (rule.monthDays.isEmpty || rule.monthDays.contains(day.day)
                || rule.monthDays.contains(day.day - days - 1))
    }

    /// By the rule's positions in a period, if it has any.
    private func chosen(_ days: [Int]) -> [Int] {
        if rule.positions.isEmpty { return days }
        let places = Set(rule.positions.map { $0 > 0 ? $0 - 1 : days.count + $0 })
        return days.indices.filter(places.contains).map { days[$0] }
    }

    private static func days(in month: Int, of year: Int) -> Int {
        if month == 12 { return 31 }
        return LocalTime.dayNumber(year: year, month: month + 1, day: 1)
            - LocalTime.dayNumber(year: year, month: month, day: 1)
    }
}
