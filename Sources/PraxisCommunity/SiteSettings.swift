package import PraxisDomain

/// The administrator's settings, as the slices need them.
///
/// Read once at the start; PraxisApp parses and checks them.
package struct SiteSettings: Sendable {
    package var name = "Praxis"
    /// Without a trailing slash.
    package var baseURL = "http://127.0.0.1:8080"
    package var mailFrom = "praxis@localhost"
    /// An identifier of the time zone database.
    package var timeZone = "UTC"
    /// The enabled languages; the first is the site's.
    package var languages: [Language] = [.english, .french]
    package var signUp = SignUp.open
    /// Addresses of proxies whose `X-Forwarded-For` is trusted.
    package var trustedProxies: Set<String> = []
    package var limitsAreOn = true

    /// Who may create an account: anyone, anyone with a mailbox in certain domains, or anyone after approval.
    package enum SignUp: Equatable, Sendable {
        case open
        case domains([String])
        case approval
    }

    package init() {}

    package var language: Language { languages.first ?? .english }

    package var isSecure: Bool { baseURL.hasPrefix("https://") }

    /// The host of the base URL, without a port: the right-hand side of message ids and list ids.
    package var host: String {
        let rest = baseURL.drop { $0 != "/" }.drop { $0 == "/" }
        if rest.first == "[" { return String(rest.prefix { $0 != "]" }) + "]" }
        return String(rest.prefix { $0 != ":" && $0 != "/" })
    }
}
