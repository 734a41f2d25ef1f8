package import HTML
import PraxisCapability
package import PraxisCommunity
package import PraxisWeb

/// What a capability shows newcomers on top of their home page: loaded for them alone.
///
/// A newcomer is who signed up by themselves (record 22), for 14 days; until they have written something, for 60.
package struct HomeGuide: CapabilityPart {
    package struct Content: Sendable {
        /// Above the heading: what was just done.
        let banner: HTML
        let main: HTML

        package init(banner: HTML, main: HTML) { (self.banner, self.main) = (banner, main) }
    }

    package typealias Draw = @Sendable (Call) -> Content

    /// Reads what it shows, in a fixed number of statements.
    package let load: @Sendable (Reading) throws -> Draw

    package init(load: @escaping @Sendable (Reading) throws -> Draw) { self.load = load }
}
