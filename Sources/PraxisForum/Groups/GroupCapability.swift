import PraxisStore
import PraxisWeb

extension Capability {
    /// Groups of a community, open, by request or confidential.
    static let groups = Capability(
        "groups",
        migrations: Migration.groups,
        acts: .groups,
        audits: .groups,
        routes: [
            Route.groupRoutes, Route.groupSettingsRoutes, Route.groupAPI,
        ].flatMap { $0 }
    )
}
