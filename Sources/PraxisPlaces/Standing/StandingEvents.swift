import PraxisCommunity
package import PraxisDomain

extension Event {
    /// A member was silenced, suspended or reinstated: they are the subject.
    package static let standingChanged: Event = "standing-changed"
}

extension EventKind {
    static let standing = EventKind(.standingChanged, stales: { _ in [.sessions] }, rights: .ofSubject)
}
