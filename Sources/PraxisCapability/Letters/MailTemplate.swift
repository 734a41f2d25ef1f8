package import PraxisCommunity
package import PraxisDomain
package import PraxisMail
package import PraxisStore
package import PraxisWords

/// How one kind of mail is made at hand-over; each capability lists its own.
package struct MailTemplate: Sendable {
    package let kind: MailKind
    /// Nil for a kind that cannot be turned off.
    package let choice: MailChoice?
    /// Sent to many as a list does, and not because of something that its recipient did.
    package let isBulk: Bool
    /// Whether it is confidential that a member gets one: who reported, who was restricted, who decides in which group.
    private let isAlwaysDiscreet: Bool
    private let location: @Sendable (MailMatter, DB) throws -> MailLocation?
    private let make: @Sendable (MailOrder) throws -> MailContent?

    /// Makes a template.
    ///
    /// - Parameters:
    ///   - kind: the kind of mail that it makes.
    ///   - choice: what its recipients can set about it.
    ///   - isBulk: whether it is sent to many as a list does.
    ///   - isDiscreet: whether only its recipient may learn whom such a mail is for; otherwise the place decides.
    ///   - location: where the thing is that the mail is about; the default is a mail about no place.
    ///   - make: makes the mail from what its recipient may read in the snapshot of the order; returns nil when nothing is left to say.
    package init(
        _ kind: MailKind,
        choice: MailChoice? = nil,
        isBulk: Bool = false,
        isDiscreet: Bool = false,
        location: @escaping @Sendable (MailMatter, DB) throws -> MailLocation? = { _, _ in nil },
        make: @escaping @Sendable (MailOrder) throws -> MailContent?
    ) {
        self.kind = kind
        self.choice = choice
        self.isBulk = isBulk
        isAlwaysDiscreet = isDiscreet
        (self.location, self.make) = (location, make)
    }

    /// What the mail says; nil if nothing is left to say, or its recipient may not see what it is about.
    package func content(_ order: MailOrder) throws -> MailContent? {
        var order = order
        order.place = try place(of: order.about, order.db)
        do { return try make(order) } catch Denial.missing { return nil }
    }

    /// Whether only its recipient may learn whom such a mail is for: by its kind, or by the place that it is about.
    package func isDiscreet(_ about: MailMatter, _ db: DB) throws -> Bool {
        if isAlwaysDiscreet { return true }
        return try place(of: about, db).map { !$0.isNamed } ?? false
    }

    /// The place that a mail about this is about, as mails may speak of it.
    private func place(of about: MailMatter, _ db: DB) throws -> PlaceInMail? {
        try location(about, db).flatMap { try PlaceInMail.of($0, db) }
    }
}

/// What the recipients of one kind of mail set about it, asked when each mail is handed over and not when it is queued.
package struct MailChoice: Sendable {
    /// Whether its recipient wants it at this moment.
    package let isWanted: @Sendable (MailOrder) throws -> Bool
    /// Has what an unwanted mail would have said come with the next one, in the transaction that notes that it was not sent.
    package let giveBack: @Sendable (_ recipient: MemberID, _ about: MailMatter, WriteDB) throws -> Void

    package init(
        isWanted: @escaping @Sendable (MailOrder) throws -> Bool,
        giveBack: @escaping @Sendable (_ recipient: MemberID, _ about: MailMatter, WriteDB) throws -> Void
    ) {
        self.isWanted = isWanted
        self.giveBack = giveBack
    }
}

/// A queued mail whose turn has come, with everything its template may use: the snapshot that is read is the one access is checked in.
package struct MailOrder {
    package let period: String
    package let about: MailMatter
    package let recipient: Recipient
    package let db: DB
    package let now: Timestamp
    package let words: Words
    package let settings: SiteSettings
    package let capabilities: Capabilities
    /// What the links in mails are sealed with.
    package let siteKey: [UInt8]
    /// The place it is about, with the name that may leave; nil for a mail about none.
    package fileprivate(set) var place: PlaceInMail?

    package var viewer: Viewer { Viewer(member: recipient.id, isSiteAdministrator: recipient.isSiteAdministrator) }

    /// What the recipient is shown in this snapshot.
    package var reading: Reading { Reading(viewer, db, at: now) }

    /// Whom a mail is for, in the same snapshot; an account that has ended gets none.
    package struct Recipient: Sendable {
        package let id: MemberID
        package let name: String
        /// An identifier of the time zone database.
        package let timeZone: String
        package let isSiteAdministrator: Bool

        package init(id: MemberID, name: String, timeZone: String, isSiteAdministrator: Bool) {
            self.id = id
            self.name = name
            self.timeZone = timeZone
            self.isSiteAdministrator = isSiteAdministrator
        }
    }

    package init(
        period: String,
        about: MailMatter,
        recipient: Recipient,
        db: DB,
        now: Timestamp,
        words: Words,
        settings: SiteSettings,
        capabilities: Capabilities,
        siteKey: [UInt8]
    ) {
        self.period = period
        self.about = about
        self.recipient = recipient
        self.db = db
        self.now = now
        self.words = words
        self.settings = settings
        self.siteKey = siteKey
        self.capabilities = capabilities
    }
}

/// What a template says; sender, recipient, date and Message-ID are the outbox's.
package struct MailContent: Sendable {
    package let subject: String
    package let text: String
    package let html: String
    /// Beyond those that every mail of the outbox carries.
    package let headers: [Header]
    package let attachments: [Attachment]

    package init(
        subject: String,
        text: String,
        html: String,
        headers: [Header] = [],
        attachments: [Attachment] = []
    ) {
        self.subject = subject
        self.text = text
        self.html = html
        self.headers = headers
        self.attachments = attachments
    }
}
