package import PraxisCapability
import PraxisWeb

extension Capability {
    /// The stream of live events.
    package static let live = Capability(
        "live",
        routesFor: { Route.liveAPI($0.liveEvents) }
    )
}
