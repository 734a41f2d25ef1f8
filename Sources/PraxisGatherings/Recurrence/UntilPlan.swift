import Foundation
import PraxisDomain

/// The last day that an `UNTIL` of RFC 5545 allows: pure.
enum UntilPlan {
    /// Reads `20271231`, `20271231T120000` and `20271231T120000Z`, the last one in UTC; returns nil if it is something else.
    ///
    /// A day on which the time of the series comes after it is no day of the series any more.
    static func day(_ text: String, clock: Int, in zone: TimeZone?) -> Int? {
        guard let day = RecurrenceRule.storedDay(String(text.prefix(8))) else { return nil }
        var time = text.dropFirst(8)
        if time.isEmpty { return day }
        let isUTC = time.last == "Z"
        if isUTC { time.removeLast() }
        guard let seconds = seconds(time) else { return nil }
        var local = day * 86_400 + seconds
        if isUTC, let zone { local += zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local))) }
        let wall = LocalTime(secondsSince1970: local)
        return wall.hour * 60 + wall.minute >= clock ? wall.dayNumber : wall.dayNumber - 1
    }

    /// Of `T120000`.
    private static func seconds(_ time: Substring) -> Int? {
        guard time.count == 7, time.first == "T", time.utf8.dropFirst().allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        let numbers = [1, 3, 5].compactMap { Int(time.dropFirst($0).prefix(2)) }
        guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    }
}
