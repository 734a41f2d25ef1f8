package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore
import PraxisThreads

/// What becomes of one member's digest in one round: a mail or none, and when to look again.
package struct DigestStep: Sendable {
    package let state: DigestState
    /// The mail to queue; nil if nothing is new or nothing was due.
    package let mail: (due: DigestDueTime, range: DigestRange)?
    /// The due time that was looked at, and how far the journal reached then.
    package let done: (due: DigestDueTime, upTo: JournalNumber)?
    package let next: DigestDueTime?

    /// Looks whether any section has reason for it: a cheap statement each, until one has.
    ///
    /// The due times of a member for whom none was computed yet, after a change of zone or standing, begin at `start`: the wall clock's now,
    /// while `now` may be a moment that an administrator names.
    package init(
        _ state: DigestState,
        _ db: DB,
        at now: Timestamp,
        _ capabilities: Capabilities,
        from start: Timestamp,
        upTo: JournalNumber
    ) throws {
        self.state = state
        guard state.isActive, !state.settings.isPaused(at: now), let nextAt = state.nextAt else {
            mail = nil
            done = nil
            next = state.next(after: now)
            return
        }
        let round = DigestPlan.round(
            dueAt: nextAt > .distantPast ? nextAt : start,
            now: now,
            lastDay: state.lastDay,
            state.settings.cadence,
            in: state.zone
        )
        next = round.next
        guard let due = round.due else {
            (mail, done) = (nil, nil)
            return
        }
        done = (due, upTo)
        let range = state.range(upTo: upTo, on: due.day, at: now)
        let reading = Reading(state.viewer, db, at: now)
        let scope = DigestScope(reading, member: state.member, range: range, capabilities)
        mail = try capabilities.digestSections.contains { try $0.isReason(scope) } ? (due, range) : nil
    }
}
