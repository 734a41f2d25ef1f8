import Foundation
package import PraxisDomain

/// Which time zones a member may choose.
package enum TimeZonePlan {
    /// A zone by its identifier in the time zone database.
    /// - Throws: `Denial.input` naming `timeZone`.
    package static func checked(_ typed: String, orElse example: String) throws(Denial) -> String {
        guard known.contains(typed) else { throw .input([FieldError("timeZone", .notAChoice([example]))]) }
        return typed
    }

    /// What the list on the settings page offers: the member's own zone, the site's, and one or more for each part of
    /// the world.
    package static func offered(_ own: String, _ site: String) -> [String] { Set(common + [own, site]).sorted() }

    private static let known = Set(TimeZone.knownTimeZoneIdentifiers + ["UTC"])

    private static let common = [
        "Africa/Cairo", "Africa/Johannesburg", "Africa/Lagos", "Africa/Nairobi", "America/Argentina/Buenos_Aires",
        "America/Bogota",
        "America/Chicago", "America/Denver", "America/Edmonton", "America/Halifax", "America/Los_Angeles",
        "America/Mexico_City",
        "America/Montreal", "America/New_York", "America/Phoenix", "America/Regina", "America/Sao_Paulo",
        "America/St_Johns",
        "America/Toronto", "America/Vancouver", "America/Winnipeg", "America/Yellowknife", "Asia/Bangkok", "Asia/Dhaka",
        "Asia/Dubai", "Asia/Hong_Kong", "Asia/Jakarta", "Asia/Jerusalem", "Asia/Karachi", "Asia/Kolkata", "Asia/Manila",
        "Asia/Seoul", "Asia/Shanghai", "Asia/Singapore", "Asia/Tokyo", "Atlantic/Reykjavik", "Australia/Adelaide",
        "Australia/Brisbane", "Australia/Darwin", "Australia/Hobart", "Australia/Perth", "Australia/Sydney",
        "Europe/Amsterdam",
        "Europe/Athens", "Europe/Berlin", "Europe/Brussels", "Europe/Dublin", "Europe/Helsinki", "Europe/Istanbul",
        "Europe/Lisbon", "Europe/London", "Europe/Madrid", "Europe/Oslo", "Europe/Paris", "Europe/Rome",
        "Europe/Stockholm",
        "Europe/Vienna", "Europe/Warsaw", "Europe/Zurich", "Pacific/Auckland", "Pacific/Honolulu", "UTC",
    ].filter(known.contains)
}
