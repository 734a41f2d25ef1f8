package import Foundation
package import PraxisDomain

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

extension Words {
    /// "today at 8:05am", "Tuesday 17 November at 4:12pm", "3 March 2025 at 9:00am".
    package func moment(_ moment: Timestamp, in zone: TimeZone, now: Timestamp) -> String {
        self.moment(LocalTime(moment, in: zone), today: LocalTime(now, in: zone))
    }

    /// The same for times that are already converted.
    package func moment(_ local: LocalTime, today: LocalTime) -> String {
        dates.dayAtTime(["day": day(local, today: today), "time": time(local)])
    }

    /// "today", "yesterday", "Tuesday 17 November", "3 March 2025".
    package func day(_ moment: Timestamp, in zone: TimeZone, now: Timestamp) -> String {
        day(LocalTime(moment, in: zone), today: LocalTime(now, in: zone))
    }

    /// The same for times that are already converted.
    package func day(_ local: LocalTime, today: LocalTime) -> String {
        switch today.dayNumber - local.dayNumber {
        case 0: return dates.today()
        case 1: return dates.yesterday()
        default:
            return date(local, local.year == today.year ? dates.dayThisYear : dates.dayOtherYear)
        }
    }

    /// For a column of times: "today at 8:05am", "yesterday", "17 November", "3 March 2025".
    package func listed(_ local: LocalTime, today: LocalTime) -> String {
        let days = today.dayNumber - local.dayNumber
        if days < 2 { return days == 1 ? dates.yesterday() : moment(local, today: today) }
        return date(local, local.year == today.year ? dates.dayAndMonth : dates.dayOtherYear)
    }

    /// "Tuesday 17 November", even for today or yesterday.
    package func date(_ local: LocalTime) -> String { date(local, dates.dayThisYear) }

    /// "3 March 2025", even for this year.
    package func fullDate(_ moment: Timestamp, in zone: TimeZone) -> String {
        fullDate(LocalTime(moment, in: zone))
    }

    /// "Tuesday 17 November", in another year than `year` "Tuesday 3 March 2025".
    package func date(_ local: LocalTime, in year: Int) -> String {
        if local.year == year { return date(local) }
        return dates.weekdays[local.weekday] + " " + fullDate(local)
    }

    /// The same for a time that is already converted.
    package func fullDate(_ local: LocalTime) -> String { date(local, dates.dayOtherYear) }

    /// "November 2026", as it begins a line.
    package func monthOfYear(_ local: LocalTime) -> String {
        let text = dates.monthOfYear(["month": dates.months[local.month - 1], "year": String(local.year)])
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// The number of a day in its month, as it is written: "2", in French "1er".
    package func day(of local: LocalTime) -> String { local.day == 1 ? dates.firstDay() : String(local.day) }

    private func date(_ local: LocalTime, _ pattern: Phrase) -> String {
        pattern([
            "weekday": dates.weekdays[local.weekday], "day": day(of: local), "month": dates.months[local.month - 1],
            "year": String(local.year),
        ])
    }

    /// "8:05am", "12 noon".
    package func time(_ local: LocalTime) -> String {
        if local.hour == 12 && local.minute == 0 { return dates.noon() }
        let isTwelve = dates.hours == 12
        let hour = isTwelve ? (local.hour + 11) % 12 + 1 : local.hour
        return (local.minute == 0 ? dates.fullHour : dates.time)([
            "hour": String(hour), "minute": local.minute.padded(2),
            "half": local.hour < 12 ? dates.morning() : dates.afternoon(),
        ])
    }
}
