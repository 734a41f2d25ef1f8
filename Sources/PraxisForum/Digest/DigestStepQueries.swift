import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What becomes of one member's digest in one round: a mail or none, and when to look again.
package struct DigestStep: Sendable {
    package let state: DigestState
    /// The mail to queue; nothing where nothing is new or nothing was due.
    package let mail: (slot: DigestSlot, range: DigestRange)?
    /// The slot that was looked at, and how far the journal reached then.
    package let done: (slot: DigestSlot, upTo: JournalNumber)?
    package let next: DigestSlot?

    /// Looks whether anything is new: one cheap query.
    package init(_ state: DigestState, _ db: DB, at now: Timestamp, upTo: JournalNumber) throws {
        self.state = state
        let isPaused = state.settings.pausedUntil.map { $0 > now } ?? false
        guard state.isActive, !isPaused, let dueAt = state.nextAt, dueAt > .distantPast else {
            (mail, done, next) = (nil, nil, state.next(after: now))
            return
        }
        let round = DigestPlan.round(
            dueAt: dueAt,
            now: now,
            lastDay: state.lastDay,
            state.settings.cadence,
            in: state.zone
        )
        next = round.next
        guard let slot = round.due else {
            (mail, done) = (nil, nil)
            return
        }
        done = (slot, upTo)
        let range = state.range(upTo: upTo, on: slot.day, at: now)
        let isNew = try db.first(Unread.anything(state.viewer, at: now, in: range.unread(state.member))) != nil
        mail = isNew ? (slot, range) : nil
    }
}
