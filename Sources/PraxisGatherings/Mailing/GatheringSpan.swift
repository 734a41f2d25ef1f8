import Foundation
import PraxisDomain
import PraxisPlaces
import PraxisWords

/// From when until when a date is, in words.
struct GatheringSpan {
    let words: Words
    let startAt: Timestamp
    let endAt: Timestamp

    init(_ words: Words, _ startAt: Timestamp, _ endAt: Timestamp) {
        self.words = words
        (self.startAt, self.endAt) = (startAt, endAt)
    }

    /// "Tuesday 1 December, 12:30pm to 1:30pm"; `day` says how a day is called.
    func text(in zone: TimeZone, day: (LocalTime) -> String) -> String {
        let said = words.gatherings, start = LocalTime(startAt, in: zone), end = LocalTime(endAt, in: zone)
        let from = words.time(start), until = words.time(end)
        if start.dayNumber == end.dayNumber { return said.when(["day": day(start), "from": from, "until": until]) }
        return said.whenOvernight(["day": day(start), "from": from, "untilDay": day(end), "until": until])
    }

    /// The same where the host is, without a day that is the same, with the name of the city; nil if the clocks of `reader` show the same.
    func host(_ stored: String, besides reader: TimeZone, orElse site: String, day: (LocalTime) -> String) -> String? {
        let zone = Zones.stored(stored, orElse: site), said = words.gatherings, city = TimeZonePlan.city(of: stored)
        let start = LocalTime(startAt, in: zone), end = LocalTime(endAt, in: zone)
        let theirs = LocalTime(startAt, in: reader)
        if theirs == start { return nil }
        if theirs.dayNumber == start.dayNumber, start.dayNumber == end.dayNumber {
            return said.hostHours(["from": words.time(start), "until": words.time(end), "city": city])
        }
        return said.hostTime(["when": text(in: zone, day: day), "city": city])
    }
}
