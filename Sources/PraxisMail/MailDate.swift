import FoundationEssentials

/// The date of a message in UTC (RFC 5322, 3.3), such as `Tue, 29 Feb 2028 07:00:00 +0000`.
///
/// Plain arithmetic, independent of locales and time zone data. Years from 1970 to 9999; other dates are moved to the nearest moment in
/// that range.
func mailDate(_ date: Date) -> String {
    let seconds = Int(min(max(date.timeIntervalSince1970.rounded(.down), 0), 253_402_300_799))
    let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
    let (year, month, day) = civilDate(days)
    let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]
    let clock = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(weekday), \(day) \(name) \(year) \(clock) +0000"
}

/// The Gregorian date of a day counted from 1 January 1970.
///
/// Counts in years that begin in March, so that the leap day is the last of its year.
private func civilDate(_ daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
    let days = daysSince1970 + 719_468  // from 1 March of the year 0
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153  // 0 is March
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let isNextYear = month >= 10
    return (era * 400 + yearOfEra + (isNextYear ? 1 : 0), isNextYear ? month - 9 : month + 3, day)
}
