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
        guard let content = try DigestContent.load(range, for: order.viewer, order.db, at: order.now) else {
            return nil
        }
        let state = try DigestState.of(member, order.db), version = state.linkVersion, key = order.siteKey
        self.init(
            content: content,
            day: day,
            cadence: state.settings.cadence,
            settings: order.settings,
            words: order.words,
            clock: (state.zone, order.now),
            token: { MailLink(member: member, scope: $0).token(key, version: version) }
        )
    }
}

extension MailKind {
    package static let digest: MailKind = "digest"
}
