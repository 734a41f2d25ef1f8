package import PraxisCommunity
package import PraxisDomain

extension Event {
    /// A batch of an import is in; it has no subject.
    package static let imported: Event = "imported"
}

extension ActEvent where A == SystemAct { package static var imported: Self { Self(.imported) } }

extension EventKind {
    package static let imports = EventKind(.imported, rights: .ofEveryone)
}
