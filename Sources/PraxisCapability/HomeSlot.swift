package import PraxisDomain
package import PraxisStore
package import PraxisWeb

/// Lines that a capability has among what is waiting for a member, on their home page.
package struct HomeSlot: Sendable {
    /// An address, and what is waiting there.
    package typealias Line = (path: String, text: String)
    package typealias Lines = @Sendable (Call) -> [Line]

    /// Whose page it is.
    package struct Reader: Sendable {
        package let viewer: Viewer
        /// The last page view of the visit before this one; nil on the first.
        package let lastVisit: Timestamp?
        package let now: Timestamp

        package init(_ viewer: Viewer, lastVisit: Timestamp?, at now: Timestamp) {
            self.viewer = viewer
            self.lastVisit = lastVisit
            self.now = now
        }
    }

    /// Orders the slots; the new posts that are addressed to the member come before all of them.
    package let position: Int
    /// Whether lines of it are reason enough to show what is waiting to a member of no community.
    package let isOfSite: Bool
    /// Reads what the lines are made from, in a fixed number of statements.
    package let load: @Sendable (Reader, DB) throws -> Lines

    package init(
        _ position: Int,
        isOfSite: Bool = false,
        load: @escaping @Sendable (Reader, DB) throws -> Lines
    ) { (self.position, self.isOfSite, self.load) = (position, isOfSite, load) }
}
