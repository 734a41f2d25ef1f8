import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Capability {
    /// Silencing and suspending members, and ending that.
    static let standing = Capability(
        "standing",
        migrations: Migration.standing,
        acts: .standing,
        audits: .standing,
        events: [.standing],
        routes: Route.standingRoutes,
        mails: [.standing]
    )
}
