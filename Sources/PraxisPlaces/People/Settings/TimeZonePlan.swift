import Foundation
package import PraxisDomain

/// Which time zones a member may choose, and how a list offers them: pure.
package enum TimeZonePlan {
    /// A part of the world, as the time zone database divides it.
    package enum Region: String, CaseIterable, Sendable {
        case africa = "Africa"
        case america = "America"
        case antarctica = "Antarctica"
        case arctic = "Arctic"
        case asia = "Asia"
        case atlantic = "Atlantic"
        case australia = "Australia"
        case europe = "Europe"
        case indian = "Indian"
        case pacific = "Pacific"
        /// Names without a place: UTC, and older ones such as US/Eastern.
        case other = ""
    }

    /// A zone as a list offers it.
    package struct Choice: Equatable, Sendable {
        package let name: String
        /// "Buenos Aires, Argentina".
        package let city: String
        /// "+5:45", with a minus sign, at the moment of the list.
        package let offset: String
    }

    /// A zone by its name in the time zone database.
    /// - Throws: `Denial.input` naming `timeZone`.
    package static func checked(_ typed: String, orElse example: String) throws(Denial) -> String {
        guard Zones.named(typed) != nil else { throw .input([FieldError("timeZone", .notAChoice([example]))]) }
        return typed
    }

    /// Every zone by its part of the world, each part by city.
    package static func offered(at now: Timestamp) -> [(region: Region, choices: [Choice])] {
        let moment = Date(timeIntervalSince1970: now.seconds)
        let byRegion = Dictionary(grouping: Zones.names, by: region)
        return Region.allCases.compactMap { region in
            guard let names = byRegion[region] else { return nil }
            let choices = names.compactMap { choice($0, at: moment) }
            return (region, choices.sorted { ($0.city, $0.name) < ($1.city, $1.name) })
        }
    }

    private static func region(of name: String) -> Region {
        guard let slash = name.firstIndex(of: "/") else { return .other }
        return Region(rawValue: String(name[..<slash])) ?? .other
    }

    /// What people call a zone: "Buenos Aires, Argentina"; of a name without a place, the name.
    package static func city(of name: String) -> String {
        if region(of: name) == .other { return name.replacing("_", with: " ") }
        return name.split(separator: "/").dropFirst().reversed().joined(separator: ", ").replacing("_", with: " ")
    }

    private static func choice(_ name: String, at moment: Date) -> Choice? {
        guard let zone = Zones.named(name) else { return nil }
        return Choice(name: name, city: city(of: name), offset: offset(zone.secondsFromGMT(for: moment)))
    }

    /// Hours and minutes east of Greenwich.
    private static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60, rest = minutes % 60
        return (seconds < 0 ? "\u{2212}" : "+") + String(minutes / 60) + (rest < 10 ? ":0" : ":") + String(rest)
    }
}
