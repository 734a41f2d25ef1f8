package import Foundation

/// The available time zones: every name in the system's time zone data, links and older names included, that this machine can calculate
/// with.
///
/// The only definition of a zone: settings, imports, pages and programs accept the same names.
package enum Zones {
    /// The zone of that name; returns nil if it is not in `names`.
    package static func named(_ name: String) -> TimeZone? { known.contains(name) ? TimeZone(identifier: name) : nil }

    /// The zone that was stored under that name, or else the site's.
    ///
    /// Stored names were checked; only a machine with older time zone data can fail to know one.
    package static func stored(_ name: String?, orElse site: String) -> TimeZone {
        name.flatMap { TimeZone(identifier: $0) } ?? TimeZone(identifier: site) ?? .gmt
    }

    /// All names, in alphabetical order.
    package static let names: [String] = known.sorted()

    private static let known: Set<String> = {
        let compiled =
            (try? String(contentsOfFile: "/usr/share/zoneinfo/tzdata.zi", encoding: .utf8)).map(names(in:)) ?? []
        let all = Set(compiled + TimeZone.knownTimeZoneIdentifiers + ["UTC"]).subtracting(["Factory"])
        return all.filter { TimeZone(identifier: $0) != nil }
    }()

    /// The names declared in a file in zic's compact form: `Z name …` for a zone, `L zone name` for a link to one.
    package static func names(in file: String) -> [String] {
        file.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            switch words.first {
            case "Z" where words.count > 1: return String(words[1])
            case "L" where words.count > 2: return String(words[2])
            default: return nil
            }
        }
    }
}
