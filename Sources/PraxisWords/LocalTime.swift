package import Foundation
package import PraxisDomain

/// A moment as a clock and a calendar on the wall show it.
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

    /// From seconds since 1970-01-01T00:00 of the wall clock itself.
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
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Timestamp {
    /// RFC 3339 in UTC with milliseconds: `2026-11-21T20:04:00.000Z`, for `<time>` and JSON.
    package var rfc3339: String {
        let whole = rawValue.floorDivided(by: 1000)
        let local = LocalTime(secondsSince1970: Int(whole))
        let second = Int(whole) - local.dayNumber * 86_400 - local.hour * 3600 - local.minute * 60
        return "\(local.year.padded(4))-\(local.month.padded(2))-\(local.day.padded(2))T\(local.hour.padded(2)):"
            + "\(local.minute.padded(2)):\(second.padded(2)).\(Int(rawValue - whole * 1000).padded(3))Z"
    }
}

extension Int {
    /// Decimal digits with zeros in front, up to `width` of them.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}

extension Words {
    /// "today at 8:05am", "Tuesday 17 November at 4:12pm", "3 March 2025 at 9:00am".
    package func moment(_ moment: Timestamp, in zone: TimeZone, now: Timestamp) -> String {
        self.moment(LocalTime(moment, in: zone), today: LocalTime(now, in: zone))
    }

    /// The same for times that were reckoned before.
    package func moment(_ local: LocalTime, today: LocalTime) -> String {
        dates.dayAtTime(["day": day(local, today: today), "time": time(local)])
    }

    /// "today", "yesterday", "Tuesday 17 November", "3 March 2025".
    package func day(_ moment: Timestamp, in zone: TimeZone, now: Timestamp) -> String {
        day(LocalTime(moment, in: zone), today: LocalTime(now, in: zone))
    }

    /// The same for times that were reckoned before.
    package func day(_ local: LocalTime, today: LocalTime) -> String {
        switch today.dayNumber - local.dayNumber {
        case 0: return dates.today()
        case 1: return dates.yesterday()
        default:
            let pattern = local.year == today.year ? dates.dayThisYear : dates.dayOtherYear
            return pattern([
                "weekday": dates.weekdays[local.weekday], "day": String(local.day),
                "month": dates.months[local.month - 1],
                "year": String(local.year),
            ])
        }
    }

    private func time(_ local: LocalTime) -> String {
        let isTwelve = dates.hours == 12
        let hour = isTwelve ? (local.hour + 11) % 12 + 1 : local.hour
        return dates.time([
            "hour": String(hour), "minute": local.minute.padded(2),
            "half": local.hour < 12 ? dates.morning() : dates.afternoon(),
        ])
    }
}
