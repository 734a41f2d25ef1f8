package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Capability {
    /// Silencing and suspending members, and ending that.
    package static let standing = Capability(
        "standing",
        migrations: Migration.standing,
        acts: .standing,
        audits: [.init(.standingChanged) { .beside($1.standingChange($0)) }],
        events: [.standing],
        routes: Route.standingRoutes,
        mails: [.standing]
    )
}
