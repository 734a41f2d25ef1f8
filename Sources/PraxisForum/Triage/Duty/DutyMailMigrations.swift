package import PraxisStore

extension Migration {
    /// What those who decide want to hear about what is waiting, and the last day that was looked at for them.
    package static let dutyMails = [
        Migration(
            710,
            "duty mails",
            """
            CREATE TABLE dutyMail ( -- no row: wanted, and never looked at
                memberId \(.integer) PRIMARY KEY REFERENCES member (id),
                \(truth: "isOff"),
                lastDay \(.integer) -- of the member's own calendar, in days since 1970-01-01
            \(.rows);
            """
        )
    ]
}
