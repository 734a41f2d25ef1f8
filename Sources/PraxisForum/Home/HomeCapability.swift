import PraxisWeb

extension Capability {
    /// What is new for a member, and what waits for them.
    static let home = Capability(
        "home",
        routes: Route.homeRoutes
    )
}
