package import PraxisDomain

/// What members set about the digest, and when they are away.
package enum DigestSetting {
    private static let everywhere = [Noun.Member.kind]

    package static let rhythm = MailSetting("digest-rhythm", for: everywhere, usual: Cadence().rhythm)
    /// Of the daily digest; 0 is Monday.
    package static let days = MailSetting(
        "digest-days",
        for: everywhere,
        usual: Cadence().days,
        spelling: { $0.sorted().map(String.init).joined(separator: " ") }
    ) { text in
        let days = text.split(separator: " ").map { Int($0) }
        return days.allSatisfy { $0.map((0..<7).contains) == true } ? Set(days.compactMap { $0 }) : nil
    }
    /// 0 is Monday.
    package static let weekday = MailSetting("digest-weekday", for: everywhere, in: 0...6, usual: Cadence().weekday)
    package static let monthDay = MailSetting(
        "digest-month-day",
        for: everywhere,
        in: 1...31,
        usual: Cadence().monthDay
    )
    package static let hour = MailSetting("digest-hour", for: everywhere, in: 0...23, usual: Cadence().hour)
    /// Until when neither the digest nor the daily mail about what is waiting comes; `.distantPast` for no pause.
    package static let pausedUntil = MailSetting(
        "paused-until",
        for: everywhere,
        usual: Timestamp.distantPast,
        spelling: { String($0.rawValue) }
    ) { text in Int64(text).map(Timestamp.init(rawValue:)) }
    /// How often a group, or its community, is in the digest.
    package static let level = MailSetting(
        "digest-level",
        for: [Noun.Group.kind, Noun.Community.kind],
        usual: MailLevel.daily
    )
}
