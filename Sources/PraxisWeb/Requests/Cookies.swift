import HTTPTypes
package import PraxisCommunity

/// Our four cookies: the session, the visitor cookie to which the forms of people who are not signed in are bound, for a minute at most
/// that a form was answered (`DoneOnce`), and how pages look (`RememberedAppearance`).
package enum Cookies {
    /// `__Host-` keeps a sibling domain from setting one; a loopback site without TLS cannot use it.
    package static func session(_ settings: SiteSettings) -> String { settings.isSecure ? "__Host-praxis" : "praxis" }
    static func visitor(_ settings: SiteSettings) -> String {
        settings.isSecure ? "__Host-praxis-visitor" : "praxis-visitor"
    }
    static func appearance(_ settings: SiteSettings) -> String {
        settings.isSecure ? "__Host-praxis-appearance" : "praxis-appearance"
    }
    static func done(_ settings: SiteSettings) -> String { settings.isSecure ? "__Host-praxis-done" : "praxis-done" }

    /// A `Set-Cookie` value, by default with the longest lifetime of a session.
    package static func set(
        _ name: String,
        _ value: String,
        _ settings: SiteSettings,
        seconds: Int = 7_776_000
    ) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (settings.isSecure ? "; Secure" : "")
    }

    package static func clear(_ name: String, _ settings: SiteSettings) -> String {
        "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (settings.isSecure ? "; Secure" : "")
    }

    /// The cookie's value.
    ///
    /// Returns nil if the name occurs twice: someone planted one of them.
    static func value(_ name: String, in fields: HTTPFields) -> String? {
        var found: String?
        for header in fields[values: .cookie] {
            for pair in header.split(separator: ";") {
                let trimmed = pair.drop { $0 == " " }
                guard trimmed.hasPrefix(name), trimmed.dropFirst(name.count).first == "=" else { continue }
                if found != nil { return nil }
                found = String(trimmed.dropFirst(name.count + 1))
            }
        }
        return found
    }
}
