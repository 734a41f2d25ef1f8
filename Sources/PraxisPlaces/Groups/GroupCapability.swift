package import PraxisCapability
import PraxisStore
import PraxisWeb

extension Capability {
    /// Groups of a community, open, by request or confidential.
    package static let groups = Capability(
        "groups",
        migrations: Migration.groups,
        acts: .groups,
        audits: [.init(.groupAdded), .init(.groupChanged)],
        routes: [
            Route.groupRoutes, Route.groupSettingsRoutes, Route.groupAPI,
        ].flatMap { $0 }
    )
}
