import PraxisCommunity
package import PraxisDomain

extension Event {
    /// What the site says of itself was changed; it has no subject.
    package static let siteChanged: Event = "site-changed"
}

extension ActEvent where A == ChangeSite { static var siteChanged: Self { Self(.siteChanged) } }

extension EventKind {
    /// Every page has it in its footer.
    static let site: [EventKind] = [EventKind(.siteChanged, stales: everything)]
}
