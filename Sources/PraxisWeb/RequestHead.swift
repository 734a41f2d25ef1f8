import HTTPTypes
import PraxisCommunity
import PraxisDomain

extension HTTPRequest {
    /// A GET by cookie that a person asked for: not a prefetch, not a HEAD.
    var isLook: Bool {
        guard method == .get, headerFields[.authorization] == nil else { return false }
        return !(headerFields[.secPurpose] ?? headerFields[.purpose] ?? "").contains("prefetch")
    }

    /// The first enabled language that the browser asks for, or the site's.
    func language(_ settings: SiteSettings) -> Language {
        let asked = headerFields[.acceptLanguage] ?? ""
        for part in asked.split(separator: ",").prefix(10) {
            let code = String(part.drop { $0 == " " }.prefix(2)).lowercased()
            if let language = Language(rawValue: code), settings.languages.contains(language) { return language }
        }
        return settings.language
    }

    /// The peer, or whom a trusted proxy names last in `X-Forwarded-For`.
    func address(behind peer: String, _ settings: SiteSettings) -> String {
        guard settings.trustedProxies.contains(peer) else { return peer }
        let named = (headerFields[.xForwardedFor] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        return named.last { !settings.trustedProxies.contains($0) } ?? peer
    }
}

extension HTTPField.Name {
    private static func named(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .accept }

    static let secFetchSite = named("Sec-Fetch-Site")
    static let secPurpose = named("Sec-Purpose")
    static let purpose = named("Purpose")
    static let xForwardedFor = named("X-Forwarded-For")
}
