package import PraxisDomain

/// What the administrator's settings say, as the slices need it.
///
/// Read once at the start; PraxisApp parses and checks it.
package struct SiteSettings: Sendable {
    package var name = "Praxis"
    /// Without a slash at its end.
    package var baseURL = "http://127.0.0.1:8080"
    package var mailFrom = "praxis@localhost"
    /// An identifier of the time zone database.
    package var timeZone = "UTC"
    /// The enabled languages; the first is the site's.
    package var languages: [Language] = [.english, .french]
    package var signUp = SignUp.open
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    package var trustedProxies: Set<String> = []
    package var limitsAreOn = true

    /// Who may make an account: everybody, the mailboxes of some domains, or everybody after an approval.
    package enum SignUp: Equatable, Sendable {
        case open
        case domains([String])
        case approval
    }

    package init() {}

    package var language: Language { languages.first ?? .english }

    package var isSecure: Bool { baseURL.hasPrefix("https://") }

    /// The host of the base URL, without a port: the right side of message ids and list ids.
    package var host: String {
        let rest = baseURL.drop { $0 != "/" }.drop { $0 == "/" }
        if rest.first == "[" { return String(rest.prefix { $0 != "]" }) + "]" }
        return String(rest.prefix { $0 != ":" && $0 != "/" })
    }
}
