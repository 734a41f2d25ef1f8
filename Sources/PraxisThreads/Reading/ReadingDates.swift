import Foundation
package import HTML
package import PraxisDomain
package import PraxisWeb
import PraxisWords

/// The dates of one page: today is computed once, and the zone is asked once for each stretch between two changes of its clock.
package struct ReadingDates: Sendable {
    private let words: Words
    let zone: TimeZone
    let today: LocalTime
    private var stretches: [(span: Range<Int64>, offset: Int)] = []

    package init(_ call: Call) {
        (words, zone) = (call.words, call.zone)
        today = LocalTime(call.now, in: zone)
    }

    mutating func moment(_ moment: Timestamp) -> String { words.moment(local(moment), today: today) }

    /// A time as shown to the reader, with the exact one for machines.
    mutating func time(_ moment: Timestamp) -> HTML {
        "<time datetime=\"\(moment.rfc3339)\">\(self.moment(moment))</time>"
    }

    /// For a column of a list.
    package mutating func listed(_ moment: Timestamp) -> HTML {
        "<time datetime=\"\(moment.rfc3339)\">\(words.listed(local(moment), today: today))</time>"
    }

    mutating func day(_ moment: Timestamp) -> String { words.day(local(moment), today: today) }

    /// The wall clock at a moment; agrees with `LocalTime.init(_:in:)`.
    mutating func local(_ moment: Timestamp) -> LocalTime {
        // Whole seconds, rounded down before 1970 too.
        let second = moment.rawValue >= 0 ? moment.rawValue / 1000 : (moment.rawValue - 999) / 1000
        return LocalTime(secondsSince1970: Int(second) + offset(second))
    }

    private mutating func offset(_ second: Int64) -> Int {
        if let known = stretches.first(where: { $0.span.contains(second) }) { return known.offset }
        var start = second - 100 * 86_400
        while true {
            let from = Date(timeIntervalSince1970: Double(start))
            let change = zone.nextDaylightSavingTimeTransition(after: from)
            let end = change.map { Int64($0.timeIntervalSince1970) } ?? Int64.max
            let stretch = (span: start..<max(end, start + 1), offset: zone.secondsFromGMT(for: from))
            if second < stretch.span.upperBound {
                stretches.append(stretch)
                return stretch.offset
            }
            start = stretch.span.upperBound
        }
    }
}
