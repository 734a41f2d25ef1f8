package import HTML
package import PraxisCommunity
package import PraxisWeb

/// A card that a capability shows on a member's home page, below what is waiting for them.
package struct HomeCard: Sendable {
    /// Nothing is drawn for nothing.
    package typealias Draw = @Sendable (Call) -> HTML

    /// Reads what it shows, in a fixed number of statements.
    package let load: @Sendable (Reading) throws -> Draw

    package init(load: @escaping @Sendable (Reading) throws -> Draw) { self.load = load }
}
