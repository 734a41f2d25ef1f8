package import PraxisCommunity
package import PraxisDomain
package import PraxisWeb

/// Lines that a capability has among what is waiting for a member, on their home page.
package struct HomeSlot: Sendable {
    /// An address, and what is waiting there.
    package typealias Line = (path: String, text: String)
    package typealias Lines = @Sendable (Call) -> [Line]
    /// For the member whose page it is; `lastVisit` is the last page view of the visit before this one, nil on the first.
    package typealias Load = @Sendable (_ reading: Reading, _ lastVisit: Timestamp?) throws -> Lines

    /// Orders the slots; the new posts that are addressed to the member come before all of them.
    package let position: Int
    /// Whether lines of it are reason enough to show what is waiting to a member of no community.
    package let isOfSite: Bool
    /// Reads what the lines are made from, in a fixed number of statements.
    package let load: Load

    package init(_ position: Int, isOfSite: Bool = false, load: @escaping Load) {
        self.position = position
        self.isOfSite = isOfSite
        self.load = load
    }
}
