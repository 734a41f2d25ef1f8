package import PraxisDomain
import PraxisWeb

/// A series as it was typed, in a form or by a program.
package struct TypedSeries: Sendable {
    /// What its dates have in common, and when the first one is; its title is the name.
    package var date = TypedGathering()
    package var purpose = ""
    package var recording = RecordingRule.never.rawValue
    package var credit = ""
    /// A `Rhythm`; counts only without a rule.
    package var repeats = ""
    /// `open`, `until` or `count`.
    package var ends = "open"
    package var until = ""
    package var count = ""
    /// The ids of the lists of holidays that it follows, as the form has them.
    package var holidays: [String] = []
    /// As a program spells it; nil in a form.
    package var rule: String?

    package init() {}

    init(_ form: Fields) {
        date = TypedGathering(form)
        date.title = form.text("name")
        (purpose, credit) = (form.text("purpose"), form.text("credit"))
        recording = form.text("recording")
        (repeats, ends) = (form.text("repeats"), form.text("ends"))
        (until, count) = (form.text("until"), form.text("count"))
        holidays = form.all("holidays")
    }

    /// One that is there, in a rhythm from its next date on.
    init(_ details: SeriesDetails, _ rhythm: SeriesRhythm) {
        date.title = details.name.text
        (date.date, date.time) = (rhythm.first.date, WallTimePlan.clock(rhythm.first))
        (date.zone, date.minutes) = (details.zone, String(details.minutes))
        (date.mode, date.place) = (details.mode.rawValue, details.place)
        (date.joinLink, date.capacity) = (details.joinLink, details.capacity.map(String.init) ?? "")
        (purpose, credit) = (details.purpose, details.credit)
        recording = details.recording.rawValue
        repeats = rhythm.rhythm?.rawValue ?? ""
        switch rhythm.rule.end {
        case .never: break
        case .count(let dates): (ends, count) = ("count", String(dates))
        case .day(let day): (ends, until) = ("until", LocalTime(dayNumber: day).date)
        }
    }

    /// What a form begins with.
    var fields: Fields {
        let own = [
            ("name", date.title), ("purpose", purpose), ("recording", recording), ("credit", credit),
            ("repeats", repeats),
            ("ends", ends), ("until", until), ("count", count),
        ]
        let lists = holidays.map { ("holidays", $0) }
        return Fields(date.fields.pairs.filter { $0.name != "title" } + (own + lists).map { (name: $0.0, value: $0.1) })
    }

    /// `old` is when its first date was to begin before, which may lie in the past.
    /// - Throws: `Denial.input` with all that is wrong, in the order of the form.
    package func series(at now: Timestamp, insteadOf old: Timestamp? = nil) throws(Denial) -> NewSeries {
        var errors: [FieldError] = []
        let common = errors.collect(nil as GatheringDetails?) { () throws(Denial) in
            try date.details(at: now, insteadOf: old)
        }
        errors = errors.map { $0.field == "title" ? FieldError("name", $0.problem) : $0 }
        let purpose = errors.collect("") { () throws(Denial) in
            try TypedText.checked(self.purpose, "purpose", Limits.seriesPurposeScalars)
        }
        let credit = errors.collect("") { () throws(Denial) in
            try TypedText.line(self.credit, "credit", Limits.seriesCreditScalars)
        }
        let recording = RecordingRule(rawValue: self.recording)
        if recording == nil { errors.append(FieldError("recording", .missing)) }
        let rhythm = errors.collect(nil as SeriesRhythm?) { () throws(Denial) in try checkedRhythm(at: now) }
        let holidays = self.holidays.compactMap { HolidayListID($0) }
        if holidays.count < self.holidays.count { errors.append(FieldError("holidays", .holidayListIsGone)) }
        guard errors.isEmpty, let common, let recording, let rhythm else { throw .input(errors) }
        let details = SeriesDetails(
            name: common.title,
            purpose: purpose,
            zone: common.zone,
            minutes: common.minutes,
            mode: common.mode,
            place: common.place,
            joinLink: common.joinLink,
            capacity: common.capacity,
            recording: recording,
            credit: credit
        )
        return NewSeries(details: details, rhythm: rhythm, holidays: holidays)
    }

    /// The same, with `start` and `rule` named in place of the fields that a form has for them.
    func series(ofProgramAt now: Timestamp, insteadOf old: Timestamp? = nil) throws(Denial) -> NewSeries {
        do {
            return try series(at: now, insteadOf: old)
        } catch .input(let errors) {
            var named: [FieldError] = []
            for error in errors {
                let field =
                    switch error.field {
                    case "date", "time": "start"
                    case "repeats", "ends", "until", "count": "rule"
                    default: error.field
                    }
                if !named.contains(where: { $0.field == field }) { named.append(FieldError(field, error.problem)) }
            }
            throw .input(named)
        }
    }
}

extension TypedSeries {
    /// - Throws: `Denial.input`; nothing about a day or a time that is wrong itself, which the date says.
    private func checkedRhythm(at now: Timestamp) throws(Denial) -> SeriesRhythm? {
        let day = LocalTime(date: date.date), clock = WallTimePlan.clock(date.time)
        if let rule { return try readRule(rule, day, clock, at: now) }
        guard let rhythm = Rhythm(rawValue: repeats) else { throw .input([FieldError("repeats", .missing)]) }
        let end = try checkedEnd(day)
        guard let day, let clock else { return nil }
        let rule = rhythm.rule(on: day, end: end)
        guard let first = Self.first(rule, day, clock) else { throw .input([FieldError("until", .endsBeforeStart)]) }
        return SeriesRhythm(first: first, rule: rule)
    }

    private func checkedEnd(_ day: LocalTime?) throws(Denial) -> RecurrenceRule.End {
        switch ends {
        case "until":
            if until.isEmpty { throw .input([FieldError("until", .missing)]) }
            guard let last = LocalTime(date: until) else { throw .input([FieldError("until", .notATime)]) }
            if let day, last.dayNumber < day.dayNumber { throw .input([FieldError("until", .endsBeforeStart)]) }
            return .day(last.dayNumber)
        case "count":
            if count.isEmpty { throw .input([FieldError("count", .missing)]) }
            guard let dates = Int(count) else { throw .input([FieldError("count", .notANumber)]) }
            let range = Limits.seriesCount
            guard range.contains(dates) else {
                throw .input([FieldError("count", .notBetween(range.lowerBound, range.upperBound))])
            }
            return .count(dates)
        case "open": return .never
        default: throw .input([FieldError("ends", .missing)])
        }
    }

    /// The rule of a program, which the series keeps as its form would say it.
    private func readRule(
        _ text: String,
        _ day: LocalTime?,
        _ clock: Int?,
        at now: Timestamp
    ) throws(Denial) -> SeriesRhythm? {
        let zone = Zones.named(date.zone)
        let read: RecurrenceRule
        do {
            read = try RecurrenceRule(text) { until in
                UntilPlan.day(until, clock: clock ?? 0, in: zone)
            }
        } catch {
            throw .input([FieldError("rule", .ruleNotOffered)])
        }
        guard let day, let clock else { return nil }
        if case .count(let count) = read.end, !Limits.seriesCount.contains(count) {
            throw .input([FieldError("rule", .ruleNotOffered)])
        }
        if case .day(let last) = read.end, last < day.dayNumber {
            throw .input([FieldError("rule", .endsBeforeStart)])
        }
        guard let first = Self.first(read, day, clock) else { throw .input([FieldError("rule", .ruleWithoutDates)]) }
        guard let rhythm = Rhythm(read, on: first) else { throw .input([FieldError("rule", .ruleNotOffered)]) }
        return SeriesRhythm(first: first, rule: rhythm.rule(on: first, end: read.end))
    }

    /// The first date within reach; nil if the rule has no date there.
    private static func first(_ rule: RecurrenceRule, _ day: LocalTime, _ clock: Int) -> LocalTime? {
        var days = RecurrencePlan(rule, from: day.dayNumber, through: day.dayNumber + 731)
        return days.next().map { WallTimePlan.wall(LocalTime(dayNumber: $0), clock) }
    }
}
