package import Foundation

/// The time zones there are: every name of the system's own time zone data, links and older names among them, that this machine can
/// calculate with.
///
/// The one reading of a zone: settings, imports, pages and programs take the same names.
package enum Zones {
    /// The zone of that name; nil if it is none of `names`.
    package static func named(_ name: String) -> TimeZone? { known.contains(name) ? TimeZone(identifier: name) : nil }

    /// The zone that was stored under that name, or else the site's.
    ///
    /// What is stored was checked; only a machine with older time zone data does not know it.
    package static func stored(_ name: String?, orElse site: String) -> TimeZone {
        name.flatMap { TimeZone(identifier: $0) } ?? TimeZone(identifier: site) ?? .gmt
    }

    /// Every name, in alphabetical order.
    package static let names: [String] = known.sorted()

    private static let known: Set<String> = {
        let compiled =
            (try? String(contentsOfFile: "/usr/share/zoneinfo/tzdata.zi", encoding: .utf8)).map(names(in:)) ?? []
        let all = Set(compiled + TimeZone.knownTimeZoneIdentifiers + ["UTC"]).subtracting(["Factory"])
        return all.filter { TimeZone(identifier: $0) != nil }
    }()

    /// The names that a file in zic's compact form declares: `Z name …` for a zone, `L zone name` for a link to one.
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
