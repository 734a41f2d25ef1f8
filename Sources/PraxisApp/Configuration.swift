package import Logging
package import PraxisCommunity
import PraxisDomain

/// The administrator's settings, read once at the start.
///
/// Without any settings, the site works on this machine only.
package struct Configuration: Sendable {
    /// The data folder; relative to where the process was started.
    package var data = "data"
    package var host = "127.0.0.1"
    /// 0 picks any free port.
    package var port = 8080
    /// A program and its arguments, separated by spaces.
    package var sendmail = "/usr/sbin/sendmail -i"
    /// At most this many mail programs run at a time.
    package var mailProcesses = 8
    /// Seconds that each of them may take.
    package var mailTimeout = 60
    package var log = Logger.Level.notice
    package var site = SiteSettings()

    package init() {}

    /// Whether the base URL can be reached only from this machine.
    var isOnLoopback: Bool {
        let isNumeric = site.host.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
        return site.host == "localhost" || site.host == "[::1]" || isNumeric && site.host.hasPrefix("127.")
    }

    /// The settings by their keys, except those that `serve` may be given otherwise: the data folder, host and port, and a base URL derived
    /// from them.
    package var values: [String: String] {
        [
            "PRAXIS_BASE_URL": site.baseURL == ownURL ? "" : site.baseURL,
            "PRAXIS_SENDMAIL": sendmail,
            "PRAXIS_MAIL_PROCESSES": String(mailProcesses),
            "PRAXIS_MAIL_TIMEOUT": String(mailTimeout),
            "PRAXIS_MAIL_FROM": site.mailFrom,
            "PRAXIS_SITE_NAME": site.name,
            "PRAXIS_TIME_ZONE": site.timeZone,
            "PRAXIS_LANGUAGES": site.languages.map(\.rawValue).joined(separator: ","),
            "PRAXIS_SIGN_UP": String(describing: site.signUp),
            "PRAXIS_TRUSTED_PROXIES": site.trustedProxies.sorted().joined(separator: ","),
            "PRAXIS_LOG": log.rawValue,
            "PRAXIS_LIMITS": site.limitsAreOn ? "on" : "off",
        ]
    }

    /// The base URL for host and port, if none is set.
    var ownURL: String {
        let reachable = ["0.0.0.0", "::", ""].contains(host) ? "127.0.0.1" : host
        return "http://\(reachable.contains(":") ? "[\(reachable)]" : reachable):\(port)"
    }
}

/// A problem in the configuration.
///
/// None of these contains a value, which may be a secret.
package enum ConfigurationProblem: Hashable, Sendable {
    case badValue(key: String, expects: String)
    case unknownKey(String, nearest: String)
    case notASetting(line: Int)
    case unreadable(path: String, reason: String)
    case limitsNeedLoopback
}

/// All problems in the configuration together.
package struct ConfigurationError: Error, Equatable, Sendable {
    package let problems: [ConfigurationProblem]
}
