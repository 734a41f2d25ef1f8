package import PraxisStore

extension Migration {
    /// The last day that was looked at for those who are mailed what is waiting for them.
    package static let dutyMails = [
        Migration(
            710,
            "duty mails",
            """
            CREATE TABLE dutyMail ( -- no row: never looked at
                memberId \(.integer) PRIMARY KEY REFERENCES member (id),
                lastDay \(.integer) NOT NULL -- of the member's own calendar, in days since 1970-01-01
            \(.rows);
            """
        )
    ]
}
