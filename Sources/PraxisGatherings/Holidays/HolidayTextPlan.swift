package import PraxisDomain

/// Holidays as lines of text: pure.
package enum HolidayTextPlan {
    /// What may stand between the first and the last day, besides spaces.
    private static let between: Set<Substring> = ["to", "au", "à", "-", "–", "—", "→", ","]

    /// Reads a holiday from each line: `2026-12-25 Christmas`, `2026-12-21 to 2027-01-02 Winter break`; empty lines say nothing.
    ///
    /// Commas and tabs count as spaces around the days, so that rows of a table can be pasted.
    /// - Throws: `Denial.input` naming `entries` once for each line that is wrong.
    package static func holidays(_ text: String) throws(Denial) -> [Holiday] {
        let typed = try TypedText.checked(text, "entries", Limits.holidaysScalars)
        // The numbers of lines are those that were typed, also behind empty ones at the beginning.
        let skipped = text.prefix(while: \.isWhitespace).count(where: \.isNewline)
        var errors: [FieldError] = [], holidays: [Holiday] = [], lines: [ClosedRange<Int>: Int] = [:]
        for (index, line) in typed.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = index + 1 + skipped
            let read = errors.collect(nil as Holiday?) { () throws(Denial) in try holiday(line, number) }
            guard let read else { continue }
            if let other = lines.updateValue(number, forKey: read.days) {
                errors.append(FieldError("entries", .holidayGivenTwice(line: number, other: other)))
            }
            holidays.append(read)
        }
        if holidays.count > Limits.holidays { errors.append(FieldError("entries", .tooManyHolidays)) }
        if !errors.isEmpty { throw .input(errors) }
        return holidays.sorted { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
    }

    /// The lines that are read as these holidays; `to` stands between the first and the last day.
    package static func text(_ holidays: [Holiday], to: String) -> String {
        holidays.map { holiday in
            let first = LocalTime(dayNumber: holiday.days.lowerBound).date
            let last = LocalTime(dayNumber: holiday.days.upperBound).date
            return first == last ? "\(first) \(holiday.name)" : "\(first) \(to) \(last) \(holiday.name)"
        }
        .joined(separator: "\n")
    }

    /// Returns nil for an empty line.
    private static func holiday(_ line: Substring, _ number: Int) throws(Denial) -> Holiday? {
        func wrong(_ problem: FieldError.Problem) -> Denial { .input([FieldError("entries", problem)]) }
        var words = line.split { $0.isWhitespace || $0 == "," || $0 == ";" }
        guard let first = words.first else { return nil }
        guard let day = LocalTime(date: String(first)) else { throw wrong(.holidayWithoutDay(line: number)) }
        words.removeFirst()
        if words.count > 1, between.contains(words[0]), LocalTime(date: String(words[1])) != nil { words.removeFirst() }
        var last = day
        if let next = words.first, let end = LocalTime(date: String(next)) {
            last = end
            words.removeFirst()
        }
        if last.dayNumber < day.dayNumber { throw wrong(.holidayEndsEarly(line: number)) }
        if last.dayNumber - day.dayNumber >= Limits.holidayDays { throw wrong(.holidayIsLong(line: number)) }
        guard let start = words.first?.startIndex else { throw wrong(.holidayWithoutName(line: number)) }
        // As it was typed, with its own commas.
        guard let name = try? TypedText.line(String(line[start...]), "entries", Limits.holidayNameScalars) else {
            throw wrong(.holidayNameIsLong(line: number))
        }
        return Holiday(day.dayNumber...last.dayNumber, name)
    }
}

extension FieldError.Problem {
    /// No day as 2026-12-21 stands at its beginning.
    static func holidayWithoutDay(line: Int) -> Self { .own("holiday-without-day", ["line": String(line)]) }
    static func holidayWithoutName(line: Int) -> Self { .own("holiday-without-name", ["line": String(line)]) }
    static func holidayEndsEarly(line: Int) -> Self { .own("holiday-ends-early", ["line": String(line)]) }
    static func holidayIsLong(line: Int) -> Self { .own("holiday-is-long", ["line": String(line)]) }
    static func holidayNameIsLong(line: Int) -> Self { .own("holiday-name-is-long", ["line": String(line)]) }
    static func holidayGivenTwice(line: Int, other: Int) -> Self {
        .own("holiday-given-twice", ["line": String(line), "other": String(other)])
    }
    static let tooManyHolidays = Self.own("too-many-holidays")
    static let tooManyHolidayLists = Self.own("too-many-holiday-lists")
    /// It was deleted, or belongs to another community than the series.
    static let holidayListIsGone = Self.own("holiday-list-is-gone")
}
