package import Foundation

/// A moment as a local clock and calendar show it.
///
/// Plain arithmetic on the proleptic Gregorian calendar.
package struct LocalTime: Hashable, Sendable {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    package let day: Int
    package let hour: Int
    package let minute: Int
    /// 0 is Monday.
    package let weekday: Int
    /// Days since 1970-01-01.
    package let dayNumber: Int

    package init(_ moment: Timestamp, in zone: TimeZone) {
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: moment.seconds))
        self.init(secondsSince1970: Int(moment.rawValue.floorDivided(by: 1000)) + offset)
    }

    /// Midnight of the day with this number, counted from 1970-01-01.
    package init(dayNumber: Int) { self.init(secondsSince1970: dayNumber * 86_400) }

    /// From seconds since 1970-01-01T00:00 in local time.
    ///
    /// The calendar arithmetic is Howard Hinnant's days-to-civil.
    package init(secondsSince1970 seconds: Int) {
        dayNumber = Int(Int64(seconds).floorDivided(by: 86_400))
        let second = seconds - dayNumber * 86_400
        (hour, minute) = (second / 3600, second / 60 % 60)
        weekday = ((dayNumber + 3) % 7 + 7) % 7
        let shifted = dayNumber + 719_468
        let era = Int(Int64(shifted).floorDivided(by: 146_097))
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's civil-to-days).
    package static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date in ISO 8601: `2026-11-21`.
    package var date: String { "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))" }
}

extension Int64 {
    /// The quotient rounded towards negative infinity, for a positive `divisor`.
    package func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Int {
    /// Decimal digits, padded with leading zeros to at least `width`.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}

extension Timestamp {
    /// The first moment of a day in `zone`, the day as people write it: 2026-11-21; nil if there is no such day.
    package init?(startOf text: String, in zone: TimeZone) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }) else {
            return nil
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let day = DateComponents(calendar: calendar, year: Int(parts[0]), month: Int(parts[1]), day: Int(parts[2]))
        guard day.isValidDate, let date = calendar.date(from: day) else { return nil }
        self.init(rawValue: Int64(calendar.startOfDay(for: date).timeIntervalSince1970 * 1000))
    }
}
