package import PraxisStore

extension Migration {
    /// What those who decide want to hear about what is waiting, and the last day that was looked at for them.
    package static let dutyMails = [
        Migration(
            230,
            "duty mails",
            """
            CREATE TABLE dutyMail ( -- no row: wanted, and never looked at
                memberId INTEGER PRIMARY KEY REFERENCES member (id),
                isOff INTEGER NOT NULL CHECK (isOff IN (0, 1)),
                lastDay INTEGER -- of the member's own calendar, in days since 1970-01-01
            ) STRICT;
            CREATE INDEX membership_deciding ON membership (memberId) WHERE role IN ('facilitator', 'moderator', 'manager');
            CREATE INDEX groupMembership_deciding ON groupMembership (memberId) WHERE role = 'facilitator';
            """
        )
    ]
}
