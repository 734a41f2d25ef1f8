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

    /// The same where the host is, with the name of the city; nil if the clocks of `reader` show the same.
    func host(_ stored: String, besides reader: TimeZone, orElse site: String, day: (LocalTime) -> String) -> String? {
        let zone = Zones.stored(stored, orElse: site)
        if LocalTime(startAt, in: reader) == LocalTime(startAt, in: zone) { return nil }
        return words.gatherings.hostTime(["when": text(in: zone, day: day), "city": TimeZonePlan.city(of: stored)])
    }
}
