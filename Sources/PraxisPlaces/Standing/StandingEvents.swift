import PraxisCommunity
package import PraxisDomain

extension Event {
    /// A member was silenced, suspended or reinstated: they are the subject.
    package static let standingChanged: Event = "standing-changed"
}

/// An act that changes a member's standing.
protocol StandingAct: AuditedAct {}
extension Silence: StandingAct {}
extension Suspend: StandingAct {}
extension Reinstate: StandingAct {}

extension ActEvent where A: StandingAct { static var standingChanged: Self { Self(.standingChanged) } }

extension EventKind {
    static let standing = EventKind(.standingChanged, stales: { _ in [.sessions] }, rights: .ofSubject)
}
