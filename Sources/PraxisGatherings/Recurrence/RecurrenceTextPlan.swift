import PraxisDomain

/// A rule as RFC 5545 spells it: pure.
extension RecurrenceRule {
    /// Why a text is no rule that is read.
    package enum Refusal: Error, Equatable {
        case unreadable
        /// The part or the value that is not read.
        case notOffered(String)
    }

    private static let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    private static let offered: Set<Substring> = [
        "FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST", "COUNT", "UNTIL",
    ]

    /// `until` gives the last day that a value of `UNTIL` allows, by the time and the zone of the series; nil if it is no date.
    package init(_ text: String, until: (String) -> Int?) throws(Refusal) {
        guard text.utf8.count <= 500 else { throw .unreadable }
        var parts: [Substring: Substring] = [:]
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, !pair[1].isEmpty, parts.updateValue(pair[1], forKey: pair[0]) == nil else {
                throw .unreadable
            }
        }
        if let other = parts.keys.filter({ !Self.offered.contains($0) }).min() {
            throw .notOffered(String(other.prefix(20)))
        }
        guard let word = parts["FREQ"] else { throw .unreadable }
        guard let frequency = Frequency(rawValue: String(word)) else { throw .notOffered(String(word.prefix(20))) }
        self.init(frequency)
        try readNumbers(parts)
        try readEnd(parts["COUNT"], parts["UNTIL"], until)
        if let reason = contradiction { throw .notOffered(reason) }
    }

    private mutating func readNumbers(_ parts: [Substring: Substring]) throws(Refusal) {
        interval = try Self.numbers(parts["INTERVAL"], 1...999).first ?? 1
        monthDays = try Self.numbers(parts["BYMONTHDAY"], -31...31)
        months = try Self.numbers(parts["BYMONTH"], 1...12)
        positions = try Self.numbers(parts["BYSETPOS"], -366...366)
        for word in parts["BYDAY"]?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
            weekdays.append(try Self.weekday(word))
        }
        if let word = parts["WKST"] {
            guard let day = Self.days.firstIndex(of: String(word)) else { throw .unreadable }
            weekStart = day
        }
    }

    private mutating func readEnd(_ count: Substring?, _ until: Substring?, _ day: (String) -> Int?) throws(Refusal) {
        if count != nil, until != nil { throw .unreadable }
        if let count = try Self.numbers(count, 1...9_999).first { end = .count(count) }
        if let until {
            guard let day = day(String(until)) else { throw .unreadable }
            end = .day(day)
        }
    }

    /// What RFC 5545 forbids of parts that are each allowed.
    private var contradiction: String? {
        if frequency == .weekly, !monthDays.isEmpty { return "BYMONTHDAY" }
        let hasOrdinal = weekdays.contains { $0.ordinal != nil }
        if hasOrdinal, frequency == .daily || frequency == .weekly { return "BYDAY" }
        if !positions.isEmpty, weekdays.isEmpty, monthDays.isEmpty, months.isEmpty { return "BYSETPOS" }
        return nil
    }

    private static func weekday(_ word: Substring) throws(Refusal) -> Weekday {
        guard let day = days.firstIndex(of: String(word.suffix(2))) else { throw .unreadable }
        let ordinal = word.dropLast(2)
        return Weekday(day: day, ordinal: ordinal.isEmpty ? nil : try numbers(ordinal, -53...53).first)
    }

    /// Whole numbers between commas, none of them 0.
    private static func numbers(_ list: Substring?, _ range: ClosedRange<Int>) throws(Refusal) -> [Int] {
        var found: [Int] = []
        for word in list?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
            guard let number = Int(word), number != 0, range.contains(number) else { throw .unreadable }
            found.append(number)
        }
        return found
    }

    /// As it is stored and as programs read it; a week that begins on Monday is not said.
    package var text: String {
        var parts = ["FREQ=" + frequency.rawValue]
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        if weekStart != 0 { parts.append("WKST=" + Self.days[weekStart]) }
        if !months.isEmpty { parts.append("BYMONTH=" + Self.list(months)) }
        if !monthDays.isEmpty { parts.append("BYMONTHDAY=" + Self.list(monthDays)) }
        if !weekdays.isEmpty {
            let words = weekdays.map { ($0.ordinal.map(String.init) ?? "") + Self.days[$0.day] }
            parts.append("BYDAY=" + words.joined(separator: ","))
        }
        if !positions.isEmpty { parts.append("BYSETPOS=" + Self.list(positions)) }
        switch end {
        case .never: break
        case .count(let count): parts.append("COUNT=\(count)")
        case .day(let day): parts.append("UNTIL=" + LocalTime(dayNumber: day).date.filter { $0 != "-" })
        }
        return parts.joined(separator: ";")
    }

    private static func list(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }
}
