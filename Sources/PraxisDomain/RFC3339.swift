extension Timestamp {
    /// Reads RFC 3339, such as `2026-11-21T07:00:00Z`; nil if it is something else, or a time that there is not.
    package init?(rfc3339 text: String) {
        guard let moment = RFC3339.moment(Array(text.utf8)) else { return nil }
        self = moment
    }
}

extension LocalTime {
    /// Reads `2026-11-21`; nil if it is something else.
    package init?(date text: String) {
        guard let noon = Timestamp(rfc3339: text + "T12:00:00Z") else { return nil }
        self.init(secondsSince1970: Int(noon.rawValue / 1000))
        if date != text { return nil }
    }
}

private enum RFC3339 {
    /// `YYYY-MM-DDThh:mm:ss`, a fraction, and `Z` or an offset.
    fileprivate static func moment(_ bytes: [UInt8]) -> Timestamp? {
        guard bytes.count >= 20, bytes[4] == 45, bytes[7] == 45, bytes[10] == 84 || bytes[10] == 32, bytes[13] == 58,
            bytes[16] == 58, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
            (1...12).contains(month),
            let day = number(bytes[8..<10]), (1...daysOf(month, year)).contains(day),
            let hour = number(bytes[11..<13]), hour < 24,
            let minute = number(bytes[14..<16]), minute < 60, let second = number(bytes[17..<19]), second <= 60
        else { return nil }
        var rest = bytes[19...]
        guard let milliseconds = fraction(&rest), let offset = offset(rest) else { return nil }
        let seconds = dayNumber(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
        if second == 60, !canBeLeapSecond(before: seconds) { return nil }
        return Timestamp(rawValue: seconds * 1000 + milliseconds)
    }

    private static func daysOf(_ month: Int64, _ year: Int64) -> Int64 {
        let next = month == 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
        return next - dayNumber(year, month, 1)
    }

    /// Whether a second can have been put in before this one: they are put at the end of June and of December, in UTC.
    private static func canBeLeapSecond(before seconds: Int64) -> Bool {
        guard seconds >= 0, seconds % 86_400 == 0 else { return false }
        let day = seconds / 86_400, year = 1970 + day * 400 / 146_097
        return [year, year + 1].contains { day == dayNumber($0, 1, 1) || day == dayNumber($0, 7, 1) }
    }

    /// Takes `.123456` from the front, as whole milliseconds.
    private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        let digits = rest.dropFirst().prefix { (48...57).contains($0) }
        rest = rest.dropFirst(1 + digits.count)
        guard !digits.isEmpty else { return nil }
        return (0..<3).reduce(0) { $0 * 10 + ($1 < digits.count ? Int64(digits[digits.startIndex + $1] - 48) : 0) }
    }

    /// Seconds east of Greenwich.
    private static func offset(_ rest: ArraySlice<UInt8>) -> Int64? {
        let rest = Array(rest)
        if rest == [UInt8(ascii: "Z")] || rest == [UInt8(ascii: "z")] { return 0 }
        guard rest.count == 6, rest[0] == 43 || rest[0] == 45, rest[3] == 58, let hours = number(rest[1..<3]),
            let minutes = number(rest[4..<6]), hours < 24, minutes < 60
        else { return nil }
        return (hours * 3600 + minutes * 60) * (rest[0] == 43 ? 1 : -1)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }

    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        Int64(LocalTime.dayNumber(year: Int(year), month: Int(month), day: Int(day)))
    }
}
