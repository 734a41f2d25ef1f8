import PraxisCommunity
package import PraxisDomain

extension Event {
    /// A member changed what they get by email: they are the subject.
    package static let mailChanged: Event = "mail-changed"
}

extension EventKind {
    static let mail = EventKind(.mailChanged, stales: nothing)
}
