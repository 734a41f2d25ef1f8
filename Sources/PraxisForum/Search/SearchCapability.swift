import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Finding posts by their words.
    static let search = Capability(
        "search",
        migrations: Migration.search,
        routes: Route.searchRoutes,
        checks: .search,
        pages: [.navigation(.init(30, for: .everyone, Paths.search) { $0.words.common.search() })]
    )
}
