package import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisStore

extension Event {
    /// A member changed what they get by email: they are the subject.
    package static let mailChanged: Event = "mail-changed"
}

extension ActEvent where A == OwnAccount { package static var mailChanged: Self { Self(.mailChanged) } }

extension ActEvent where A == SystemAct { static var mailChanged: Self { Self(.mailChanged) } }

extension EventKind {
    package static let digest: [EventKind] = [
        EventKind(.mailChanged, stales: nothing),
        // From this moment on, not from the first look of the service, which may come after a night.
        also(
            .signedUp,
            follows: { entry, db, _ in
                if let member = entry.subject?.id(as: Noun.Member.self) { try db.replanDigest(of: member) }
            }
        ),
    ]
}
