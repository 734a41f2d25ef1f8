import Foundation
package import PraxisCapability
import PraxisCommunity
package import PraxisDigest
package import PraxisDomain
import PraxisForum
import PraxisMail
package import PraxisStore
import PraxisThreads

/// A community in which Ann reads mails and Sam writes; it is Saturday 21 November 2026, 9:00 in London.
package struct DigestWorld {
    package let site: TestSite
    package let ann: MemberID
    package let sam: MemberID
    package let community: CommunityID
    package let commons: GroupID

    package init() async throws {
        site = try TestSite()
        ann = try await site.member("Ann Okafor")
        sam = try await site.member("Sam Ellis")
        community = try await site.community("nursing")
        commons = try await site.commons(of: community)
        for member in [ann, sam] { try await site.join(member, community) }
        try await round()
    }

    /// What the service does each minute.
    @discardableResult
    package func round() async throws -> DigestRound.Tally {
        try await DigestRound(site.env, at: site.now, isSpread: true).run()
    }

    /// Passes time until Monday 23 November, 7:00 in London.
    package func becomeMonday() { site.pass(.hours(46)) }

    @discardableResult
    package func thread(
        _ title: String,
        _ body: String = "What do you think?",
        kind: ThreadKind = .discussion,
        in group: GroupID? = nil,
        by member: MemberID? = nil
    ) async throws -> ThreadID {
        try await site.thread(title, body, kind: kind, in: group ?? commons, of: community, by: member ?? sam)
    }

    @discardableResult
    package func reply(_ body: String, to thread: ThreadID, by member: MemberID? = nil) async throws -> PostID {
        try await site.reply(body, to: thread, of: community, by: member ?? sam)
    }

    package func settings(
        _ change: (inout Cadence) -> Void,
        paused: Timestamp? = nil,
        levels: [CommunityID: MailLevel] = [:]
    )
        async throws
    {
        var cadence = Cadence()
        change(&cadence)
        let settings = MailChange(cadence: cadence, pausedUntil: paused, communities: levels)
        try await site.env.site.changeMail(settings, as: Viewer(member: ann))
    }

    package func queued(_ member: MemberID? = nil) async throws -> [QueuedDigest] {
        try await site.digests(to: member ?? ann)
    }

    /// Ann's latest digest as it would be handed over now.
    package func mail(_ language: Language = .english) async throws -> MailContent? {
        try await site.digest(to: ann, language)
    }
}

/// A digest in the outbox.
package struct QueuedDigest: RowDecodable, Sendable {
    package let period: String
    package let about: MailMatter
    package let dueAt: Timestamp

    static let columns: SQL<Void> = "period, \(MailMatter.columns), dueAt"

    package init(_ columns: inout Columns) throws {
        period = try columns.text()
        about = try MailMatter(&columns)
        dueAt = try columns.time()
    }
}

extension TestSite {
    package func digests(to member: MemberID) async throws -> [QueuedDigest] {
        try await env.store.read { db in
            try db.all(
                "SELECT \(QueuedDigest.columns) FROM outbox WHERE kind = 'digest' AND memberId = \(member) ORDER BY id"
                    as SQL<QueuedDigest>
            )
        }
    }

    /// The latest digest in the outbox as its template makes it now.
    package func digest(to member: MemberID, _ language: Language = .english) async throws -> MailContent? {
        guard let queued = try await digests(to: member).last else { return nil }
        let mail = QueuedMail(kind: .digest, member: member, period: queued.period, about: queued.about)
        return try await content(of: mail, language)
    }
}

extension MailContent {
    /// Everything that could tell a secret.
    package var everything: String {
        let files = attachments.map { $0.name + "\n" + String(decoding: $0.content, as: UTF8.self) }
        return ([subject, text, html] + headers.map { "\($0.name): \($0.value)" } + files).joined(separator: "\n")
    }
}
