package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisForum
package import PraxisStore
import PraxisWords

/// A mail in the outbox.
package struct QueuedMail: Sendable {
    package let kind: MailKind
    package let member: MemberID
    package let period: String
    package let about: MailMatter
}

extension QueuedMail: RowDecodable {
    package static let columns: SQL<Void> = "kind, memberId, period, \(MailMatter.columns)"

    package init(_ columns: inout Columns) throws {
        kind = try columns.word()
        member = try columns.id()
        period = try columns.text()
        about = try MailMatter(&columns)
    }
}

extension TestSite {
    /// The mails of a kind, in the order they were queued.
    package func queued(_ kind: MailKind) async throws -> [QueuedMail] {
        try await all(
            "SELECT \(QueuedMail.columns) FROM outbox WHERE kind = \(kind) ORDER BY id"
        )
    }

    /// The same as they would be made now; without content where nothing is left to say.
    package func queuedMails(_ kind: MailKind) async throws -> [(to: MemberID, content: MailContent?)] {
        var mails: [(MemberID, MailContent?)] = []
        for mail in try await queued(kind) { mails.append((mail.member, try await content(of: mail))) }
        return mails
    }

    /// A mail as its template makes it now; nil if nothing is left to say.
    ///
    /// Whether it is wanted is the outbox's own question.
    package func content(of mail: QueuedMail, _ language: Language = .english) async throws -> MailContent? {
        let template = Forum.capabilities.mails.first { $0.kind == mail.kind }
        guard let template, let words = try Forum.capabilities.dictionaries()[language] else { throw Denial.missing }
        let now = now
        let settings = env.settings
        let siteKey = env.store.siteKey
        return try await env.store.read { db in
            let isAdministrator = try db.first(
                "SELECT isSiteAdministrator FROM member WHERE id = \(mail.member)" as SQL<Bool>
            )
            return try template.content(
                MailOrder(
                    period: mail.period,
                    about: mail.about,
                    recipient: .init(
                        id: mail.member,
                        name: "Somebody",
                        timeZone: "Europe/London",
                        isSiteAdministrator: isAdministrator ?? false
                    ),
                    db: db,
                    now: now,
                    words: words,
                    settings: settings,
                    capabilities: Forum.capabilities,
                    siteKey: siteKey
                )
            )
        }
    }
}
