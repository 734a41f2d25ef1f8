import HTTPTypes
package import PraxisCommunity

/// Our two cookies: the session, and what binds the forms of people who are not signed in.
package enum Cookies {
    /// `__Host-` keeps a sibling domain from planting one; a loopback site without TLS cannot have it.
    package static func session(_ settings: SiteSettings) -> String { settings.isSecure ? "__Host-praxis" : "praxis" }
    static func visitor(_ settings: SiteSettings) -> String {
        settings.isSecure ? "__Host-praxis-visitor" : "praxis-visitor"
    }

    /// A `Set-Cookie` value that lives as long as a session may.
    package static func set(_ name: String, _ value: String, _ settings: SiteSettings) -> String {
        "\(name)=\(value); Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax" + (settings.isSecure ? "; Secure" : "")
    }

    package static func clear(_ name: String, _ settings: SiteSettings) -> String {
        "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax" + (settings.isSecure ? "; Secure" : "")
    }

    /// The cookie's value.
    ///
    /// Twice the same name is somebody's planting, and counts as none.
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
