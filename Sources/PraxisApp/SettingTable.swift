import Foundation
import Logging
import PraxisCommunity
import PraxisDomain
import PraxisMail
import PraxisPlaces

/// One setting: its key, its default, and its possible values.
package struct Setting: Sendable {
    package let key: String
    /// As shown in the example file.
    package let initial: String
    package let expects: String
    /// Applies a value; returns false if it is invalid.
    let take: @Sendable (inout Configuration, String) -> Bool

    /// All settings, in the order of the example file.
    package static let all = place + mail + site + running

    private static let place = [
        Setting(key: "PRAXIS_DATA", initial: "data", expects: "the path of a folder") {
            $0.data = $1; return !$1.isEmpty
        },
        Setting(key: "PRAXIS_HOST", initial: "127.0.0.1", expects: "an address or a host name to listen on") {
            $0.host = $1
            return !$1.isEmpty && $1.utf8.allSatisfy { isHostByte($0) || $0 == UInt8(ascii: ":") }
        },
        Setting(key: "PRAXIS_PORT", initial: "8080", expects: "a number from 0 to 65535") {
            guard let port = number($1), port <= 65_535 else { return false }
            $0.port = port
            return true
        },
        Setting(
            key: "PRAXIS_BASE_URL",
            initial: "http://127.0.0.1:8080",
            expects: "an address like https://forum.example.org, without a path"
        ) {
            guard let url = baseURL($1) else { return false }
            $0.site.baseURL = url
            return true
        },
    ]

    private static let mail = [
        Setting(
            key: "PRAXIS_SENDMAIL",
            initial: "/usr/sbin/sendmail -i",
            expects: "the absolute path of a program, and its arguments after spaces"
        ) {
            $0.sendmail = $1; return Sendmail(setting: $1) != nil
        },
        Setting(key: "PRAXIS_MAIL_PROCESSES", initial: "8", expects: "a number from 1 to 64") {
            guard let count = number($1), (1...64).contains(count) else { return false }
            $0.mailProcesses = count
            return true
        },
        Setting(key: "PRAXIS_MAIL_TIMEOUT", initial: "60", expects: "a number of seconds from 1 to 300") {
            guard let seconds = number($1), (1...300).contains(seconds) else { return false }
            $0.mailTimeout = seconds
            return true
        },
        Setting(key: "PRAXIS_MAIL_FROM", initial: "praxis@localhost", expects: "an email address") {
            guard let address = EmailAddress($1) else { return false }
            $0.site.mailFrom = address.text
            return true
        },
    ]

    private static let site = [
        Setting(key: "PRAXIS_SITE_NAME", initial: "Praxis", expects: "a name of 1 to 80 characters") {
            $0.site.name = $1
            return Limits.nameScalars.contains($1.unicodeScalars.count)
        },
        Setting(key: "PRAXIS_TIME_ZONE", initial: "UTC", expects: "a time zone name, like Europe/London") {
            $0.site.timeZone = $1
            return Zones.named($1) != nil
        },
        Setting(
            key: "PRAXIS_LANGUAGES",
            initial: "en,fr",
            expects:
                "languages among \(Language.allCases.map(\.rawValue).joined(separator: ", ")), the site's own first"
        ) {
            let languages = list($1).map(Language.init)
            $0.site.languages = languages.compactMap { $0 }
            return !languages.isEmpty && !languages.contains(nil) && Set(languages).count == languages.count
        },
        Setting(key: "PRAXIS_SIGN_UP", initial: "open", expects: "open, approval, or email domains between commas") {
            guard let signUp = signUp($1) else { return false }
            $0.site.signUp = signUp
            return true
        },
    ]

    private static let running = [
        Setting(key: "PRAXIS_TRUSTED_PROXIES", initial: "", expects: "IP addresses between commas") {
            $0.site.trustedProxies = Set(list($1))
            return list($1).allSatisfy(isAddress)
        },
        Setting(
            key: "PRAXIS_LOG",
            initial: "notice",
            expects: "one of \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))"
        ) {
            guard let level = Logger.Level(rawValue: $1.lowercased()) else { return false }
            $0.log = level
            return true
        },
        Setting(key: "PRAXIS_LIMITS", initial: "on", expects: "on or off") {
            $0.site.limitsAreOn = $1 == "on"
            return $1 == "on" || $1 == "off"
        },
    ]
}

extension Setting {
    private static func list(_ value: String) -> [String] {
        value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    private static func number(_ value: String) -> Int? {
        value.utf8.allSatisfy { (48...57).contains($0) } ? Int(value) : nil
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 46
    }

    /// The URL without a trailing slash.
    private static func baseURL(_ value: String) -> String? {
        let url = value.hasSuffix("/") ? String(value.dropLast()) : value
        guard let scheme = ["https://", "http://"].first(where: url.hasPrefix) else { return nil }
        var rest = url.dropFirst(scheme.count)
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]"), isAddress(String(rest[rest.index(after: rest.startIndex)..<end]))
            else {
                return nil
            }
            rest = rest[rest.index(after: end)...]
        } else {
            let host = rest.prefix { $0 != ":" }
            guard !host.isEmpty, host.utf8.allSatisfy(isHostByte) else { return nil }
            rest = rest.dropFirst(host.count)
        }
        guard rest.first == ":" else { return rest.isEmpty ? url : nil }
        return number(String(rest.dropFirst())).map { $0 <= 65_535 } == true ? url : nil
    }

    private static func signUp(_ value: String) -> SiteSettings.SignUp? {
        switch value {
        case "open": return .open
        case "approval": return .approval
        default:
            let domains = list(value.lowercased())
            let areDomains = domains.allSatisfy { $0.contains(".") && EmailAddress("a@" + $0) != nil }
            return domains.isEmpty || !areDomains ? nil : .domains(domains)
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        var four = in_addr(), six = in6_addr()
        return inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
    }
}
