import PraxisDomain

/// A date as a calendar takes it.
struct CalendarEvent: Sendable {
    let uid: String
    let sequence: Int
    let changedAt: Timestamp
    let startAt: Timestamp
    let endAt: Timestamp
    let isCancelled: Bool
    let summary: String
    /// Nil if it is not known, or may not leave.
    var location: String?
    var address: String?
}

/// A file of one date for calendars (RFC 5545): pure.
enum CalendarFilePlan {
    /// Octets of a line, without its end.
    private static let lineOctets = 75

    static func text(_ event: CalendarEvent) -> String {
        let lines: [String?] = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Praxis//Gatherings//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT", "UID:" + escaped(event.uid), "DTSTAMP:" + moment(event.changedAt),
            "LAST-MODIFIED:" + moment(event.changedAt), "SEQUENCE:\(event.sequence)",
            "DTSTART:" + moment(event.startAt),
            "DTEND:" + moment(event.endAt), "SUMMARY:" + escaped(event.summary),
            event.location.map { "LOCATION:" + escaped($0) }, event.address.map { "URL:" + $0 },
            "STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"), "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.compactMap { $0 }.map { folded($0) + "\r\n" }.joined()
    }

    /// In UTC, to the second.
    private static func moment(_ moment: Timestamp) -> String {
        let seconds = Int(moment.rawValue.floorDivided(by: 1000)), utc = LocalTime(secondsSince1970: seconds)
        let second = seconds - utc.dayNumber * 86_400 - utc.hour * 3600 - utc.minute * 60
        return "\(utc.year.padded(4))\(utc.month.padded(2))\(utc.day.padded(2))T"
            + "\(utc.hour.padded(2))\(utc.minute.padded(2))\(second.padded(2))Z"
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "\\", ";", ",": result += "\\" + String(character)
            case "\n", "\r\n", "\r": result += "\\n"
            default: result.append(character)
            }
        }
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
