import PraxisStore
import PraxisWeb

extension Capability {
    /// Finding posts by their words.
    static let search = Capability(
        "search",
        migrations: Migration.search,
        routes: Route.searchRoutes,
        checks: .search
    )
}
