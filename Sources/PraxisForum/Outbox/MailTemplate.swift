package import PraxisCommunity
package import PraxisDomain
package import PraxisMail
package import PraxisStore
package import PraxisWords

/// How one kind of mail is made at hand-over; each slice lists its own in `Forum.mails`.
package struct MailTemplate: Sendable {
    package let kind: MailKind
    /// Makes the mail from what its recipient may read in the snapshot of `order`; nothing when nothing is left to say.
    package let make: @Sendable (MailOrder) throws -> MailContent?

    package init(_ kind: MailKind, make: @escaping @Sendable (MailOrder) throws -> MailContent?) {
        (self.kind, self.make) = (kind, make)
    }
}

/// A queued mail whose turn has come, with everything its template may use: the snapshot that is read is the one access is checked in.
package struct MailOrder {
    package let period: String
    package let about: [Int64]
    package let recipient: Recipient
    package let db: DB
    package let now: Timestamp
    package let words: Words
    package let settings: SiteSettings

    package var viewer: Viewer { Viewer(member: recipient.id, isSiteAdministrator: recipient.isSiteAdministrator) }

    /// Whom a mail is for, in the same snapshot; an account that has ended gets none.
    package struct Recipient: Sendable {
        package let id: MemberID
        package let name: String
        /// An identifier of the time zone database.
        package let timeZone: String
        package let isSiteAdministrator: Bool

        package init(id: MemberID, name: String, timeZone: String, isSiteAdministrator: Bool) {
            (self.id, self.name, self.timeZone) = (id, name, timeZone)
            self.isSiteAdministrator = isSiteAdministrator
        }
    }

    package init(
        period: String,
        about: [Int64],
        recipient: Recipient,
        db: DB,
        now: Timestamp,
        words: Words,
        settings: SiteSettings
    ) {
        (self.period, self.about, self.recipient, self.db) = (period, about, recipient, db)
        (self.now, self.words, self.settings) = (now, words, settings)
    }
}

/// What a template says; sender, recipient, date and Message-ID are the outbox's.
package struct MailContent: Sendable {
    package let subject: String
    package let text: String
    package let html: String
    /// Beyond those that every mail of the outbox carries.
    package let headers: [Header]

    package init(subject: String, text: String, html: String, headers: [Header] = []) {
        (self.subject, self.text, self.html, self.headers) = (subject, text, html, headers)
    }
}
