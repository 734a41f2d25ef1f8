package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisWords

extension MailTemplate {
    /// Digests: about a range of the journal, made from what their member may still read of it.
    package static let digest = MailTemplate(.digest, choice: .digest, isBulk: true) { order in
        guard let range = DigestRange(order.about) else { return nil }
        let day = LocalTime(date: order.period) ?? LocalTime(dayNumber: 0)
        return try DigestMail(range, on: day, order)?.message()
    }
}

extension MailChoice {
    /// Whether a member wants the digest: one that was stopped or paused after it was queued does not leave, and what it was about comes
    /// with the next.
    package static let digest = MailChoice(
        isWanted: { order in try DigestState.of(order.recipient.id, order.db).settings.wantsDigest(at: order.now) },
        giveBack: { member, about, db in
            guard let range = DigestRange(about) else { return }
            try db.giveBackDigest(range, of: member)
        }
    )
}

extension DigestMail {
    /// The digest of what the order's recipient may still read; nil if nothing is left.
    package init?(_ range: DigestRange, on day: LocalTime, _ order: MailOrder) throws {
        let member = order.recipient.id
        let scope = DigestScope(order.reading, member: member, range: range, order.capabilities)
        let sections = try order.capabilities.digestSections.compactMap { try $0.load(scope) }
        if sections.isEmpty { return nil }
        let spokenOf = Set(sections.flatMap(\.places).map(\.community))
        let communities = try order.db.all(CommunityName.all(of: order.viewer, at: order.now))
        let state = try DigestState.of(member, order.db), version = state.linkVersion, key = order.siteKey
        self.init(
            sections: sections,
            quietCommunities: communities.filter { !spokenOf.contains($0.id) }.map(\.name),
            day: day,
            cadence: state.settings.cadence,
            drawing: DigestDrawing(
                words: order.words,
                settings: order.settings,
                kinds: order.capabilities.threadKinds,
                clock: (state.zone, order.now)
            ),
            token: { MailLink(member: member, scope: $0).token(key, version: version) }
        )
    }
}

/// A community of the member.
private struct CommunityName: RowDecodable {
    let id: CommunityID
    let name: String

    static let columns: SQL<Void> = "c.id, c.name"

    init(_ columns: inout Columns) throws { (id, name) = (try columns.id(), try columns.text()) }

    /// Walks `membership_by_member`.
    static func all(of viewer: Viewer, at now: Timestamp) -> SQL<CommunityName> {
        """
        SELECT \(columns) FROM membership m JOIN community c ON c.id = m.communityId
        WHERE m.memberId = \(viewer.member) AND \(Visibility.belongs(now)) ORDER BY c.name, c.id
        """
    }
}

extension MailKind {
    package static let digest: MailKind = "digest"
}
