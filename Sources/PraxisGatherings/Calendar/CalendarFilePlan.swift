import Foundation
import PraxisDomain

/// A file for calendars (RFC 5545): pure.
enum CalendarFilePlan {
    /// Octets of a line, without its end.
    private static let lineOctets = 75

    /// A file of one date, as it is published.
    static func text(_ event: CalendarEvent) -> String { text(["METHOD:PUBLISH"], [event]) }

    /// A file of many dates, which programs ask for again each hour; `name` is what they call it.
    static func text(_ events: [CalendarEvent], name: String) -> String {
        let said = escaped(name)
        return text(
            [
                "NAME:" + said, "X-WR-CALNAME:" + said, "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                "X-PUBLISHED-TTL:PT1H",
            ],
            events
        )
    }

    private static func text(_ heading: [String], _ events: [CalendarEvent]) -> String {
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Praxis//Gatherings//EN", "CALSCALE:GREGORIAN"] + heading
            + zones(events) + events.flatMap(lines) + ["END:VCALENDAR"]
        return lines.map { folded($0) + "\r\n" }.joined()
    }

    /// Those in which times are said.
    ///
    /// A file without any event has one all the same, since it must hold something.
    private static func zones(_ events: [CalendarEvent]) -> [String] {
        let named = Set(events.compactMap(\.zone)).sorted { $0.name < $1.name }
        let zones = events.isEmpty ? [CalendarZone("UTC")] : named
        let first = events.map(\.startAt).min().map { LocalTime($0, in: .gmt).year } ?? 2000
        return zones.flatMap { CalendarZonePlan.lines($0, from: first - 1) }
    }

    private static func lines(_ event: CalendarEvent) -> [String] {
        let told: [String?] = [
            "SUMMARY:" + escaped(event.summary), event.location.map { "LOCATION:" + escaped($0) },
            event.address.map { "URL:" + $0 },
            // Many programs show no address but that in the text.
            event.address.map { "DESCRIPTION:" + escaped($0) },
            "STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"), "END:VEVENT",
        ]
        return [
            "BEGIN:VEVENT", "UID:" + escaped(event.uid), "DTSTAMP:" + moment(event.changedAt),
            "LAST-MODIFIED:" + moment(event.changedAt), "SEQUENCE:\(event.sequence)",
            "DTSTART" + time(event.startAt, event.zone), "DTEND" + time(event.endAt, event.zone),
        ] + recurrence(event.recurrence) + told.compactMap { $0 }
    }

    private static func recurrence(_ recurrence: CalendarEvent.Recurrence) -> [String] {
        switch recurrence {
        case .none: []
        // One exception a line: not every program reads several.
        case .rule(let rule, let except, let zone): ["RRULE:" + rule] + except.map { "EXDATE" + wall($0, zone) }
        case .instead(let of, let zone): ["RECURRENCE-ID" + wall(of, zone)]
        }
    }

    private static func time(_ moment: Timestamp, _ zone: CalendarZone?) -> String {
        zone.map { wall(LocalTime(moment, in: $0.zone), $0) } ?? ":" + self.moment(moment)
    }

    private static func wall(_ wall: LocalTime, _ zone: CalendarZone) -> String {
        ";TZID=\(zone.name):" + self.wall(wall)
    }

    /// To the minute.
    static func wall(_ wall: LocalTime) -> String {
        "\(wall.year.padded(4))\(wall.month.padded(2))\(wall.day.padded(2))T\(wall.hour.padded(2))\(wall.minute.padded(2))00"
    }

    /// In UTC, to the second.
    static func moment(_ moment: Timestamp) -> String {
        let seconds = Int(moment.rawValue.floorDivided(by: 1000)), utc = LocalTime(secondsSince1970: seconds)
        let second = seconds - utc.dayNumber * 86_400 - utc.hour * 3600 - utc.minute * 60
        return wall(utc).dropLast(2) + second.padded(2) + "Z"
    }

    /// Characters that no calendar can have, and those by which some programs break lines, are spaces.
    private static func escaped(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\", ";", ",": result += "\\" + String(scalar)
            case "\n", "\r": result += "\\n"
            default: result.unicodeScalars.append(breaks(scalar) ? " " : scalar)
            }
        }
    }

    private static func breaks(_ scalar: Unicode.Scalar) -> Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
    }

    /// Broken into lines of 75 octets, never within a character; each but the first begins with a space.
    private static func folded(_ line: String) -> String {
        var folded = "", octets = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if octets + size > lineOctets {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(scalar)
            octets += size
        }
        return folded
    }
}
