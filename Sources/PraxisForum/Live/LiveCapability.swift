import PraxisWeb

extension Capability {
    /// The stream of live events.
    static let live = Capability(
        "live",
        routes: Route.liveAPI
    )
}
