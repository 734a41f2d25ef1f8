import PraxisDomain

/// What a list of sessions calls a browser: "Firefox, Windows".
package enum DevicePlan {
    /// The first that occurs in the header wins: later ones call themselves by the names of earlier ones.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]
    private static let systems = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]

    /// A short name from a `User-Agent` header, at most `Limits.deviceBytes` of printable ASCII; empty if there is
    /// none.
    package static func summary(_ userAgent: String?) -> String {
        let printable = (userAgent ?? "").utf8.prefix(500).filter { (32...126).contains($0) }
        let agent = String(decoding: printable, as: UTF8.self)
        let known = [browsers, systems].compactMap { names in names.first { agent.contains($0.0) }?.1 }
        return known.isEmpty ? String(agent.prefix(Limits.deviceBytes)) : known.joined(separator: ", ")
    }
}
