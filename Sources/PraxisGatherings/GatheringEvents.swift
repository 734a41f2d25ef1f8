import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

// Their subject is the thread.
extension Event {
    static let gatheringPlanned: Event = "gathering-planned"
    static let gatheringChanged: Event = "gathering-changed"
    static let gatheringCancelled: Event = "gathering-cancelled"
    static let gatheringRestored: Event = "gathering-restored"
}

extension EventKind {
    static let gatherings: [EventKind] =
        [.gatheringPlanned, .gatheringChanged, .gatheringCancelled, .gatheringRestored].map { event in
            EventKind(event, stales: place) { entry, db in try LiveMessage.thread(entry, db) }
        }
        + [
            // Calendars take a new title as they take a new time.
            .also(
                .retitled,
                follows: { entry, db, _ in
                    guard let thread = entry.thread else { return }
                    try db.touchGathering(thread)
                }
            )
        ]
}
