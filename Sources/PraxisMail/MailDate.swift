import FoundationEssentials

/// The date of a message in UTC (RFC 5322, 3.3), such as `Tue, 29 Feb 2028 07:00:00 +0000`.
///
/// Plain arithmetic, independent of locales and time zone data. Years from 1970 to 9999; other dates are moved to the nearest moment in
/// that range.
func mailDate(_ moment: Date) -> String {
    let seconds = Int(min(max(moment.timeIntervalSince1970.rounded(.down), 0), 253_402_300_799))
    let (days, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
    let date = CivilDate(daysSince1970: days)
    let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][date.month - 1]
    let clock = [time / 3_600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return "\(weekday), \(date.day) \(name) \(date.year) \(clock) +0000"
}

/// A date of the Gregorian calendar.
private struct CivilDate {
    let year: Int
    let month: Int
    let day: Int

    /// Counts in years that begin in March, so that the leap day is the last of its year.
    init(daysSince1970: Int) {
        let days = daysSince1970 + 719_468  // from 1 March of the year 0
        let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let isNextYear = monthFromMarch >= 10
        year = era * 400 + yearOfEra + (isNextYear ? 1 : 0)
        month = isNextYear ? monthFromMarch - 9 : monthFromMarch + 3
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    }
}
