import HTTPTypes
import PraxisCommunity
import PraxisDomain

extension HTTPRequest {
    /// A GET by cookie made by a person: not a prefetch, not a HEAD.
    var isLook: Bool {
        guard method == .get, headerFields[.authorization] == nil else { return false }
        return !(headerFields[.secPurpose] ?? headerFields[.purpose] ?? "").contains("prefetch")
    }

    /// The first enabled language that the browser prefers, or the site's.
    func language(_ settings: SiteSettings) -> Language {
        let asked = headerFields[.acceptLanguage] ?? ""
        for part in asked.split(separator: ",").prefix(10) {
            let code = String(part.drop { $0 == " " }.prefix(2)).lowercased()
            if let language = Language(rawValue: code), settings.languages.contains(language) { return language }
        }
        return settings.language
    }

    /// Whether the client takes an answer in gzip (RFC 9110, 12.5.3).
    var takesGzip: Bool {
        for part in (headerFields[.acceptEncoding] ?? "").split(separator: ",").prefix(20) {
            let words = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let coding = words.first, coding == "gzip" || coding == "x-gzip" || coding == "*" else { continue }
            let weight = words.dropFirst().first { $0.hasPrefix("q=") }
            return weight.map { Double($0.dropFirst(2)).map { $0 > 0 } ?? false } ?? true
        }
        return false
    }

    /// The address by which limits count: the peer's, or the last one a trusted proxy names in `X-Forwarded-For`, in the form of
    /// `NetworkAddress.counted`.
    ///
    /// If a proxy names no address, the proxy itself is counted: anything else would be a key that its clients choose.
    func address(behind peer: String, _ settings: SiteSettings) -> String {
        guard let own = NetworkAddress(peer) else { return peer }
        let proxies = Set(settings.trustedProxies.compactMap(NetworkAddress.init))
        guard proxies.contains(own) else { return own.counted }
        let named = (headerFields[.xForwardedFor] ?? "").split(separator: ",", omittingEmptySubsequences: false)
            .map { NetworkAddress($0) }
        let client = named.last { $0.map { !proxies.contains($0) } ?? true }
        return (client.flatMap { $0 } ?? own).counted
    }
}

extension HTTPField.Name {
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }

    static let secFetchSite = named("Sec-Fetch-Site")
    static let secPurpose = named("Sec-Purpose")
    static let purpose = named("Purpose")
    static let xForwardedFor = named("X-Forwarded-For")
}
