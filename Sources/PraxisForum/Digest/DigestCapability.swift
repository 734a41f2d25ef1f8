import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Capability {
    /// The digest, and what each member wants by mail.
    static let digest = Capability(
        "digest",
        migrations: Migration.digest,
        events: [.mail],
        routes: [
            Route.mailSettingRoutes, Route.unsubscribeRoutes, Route.mailRuleRoutes,
        ].flatMap { $0 },
        mails: [.digest],
        ticks: [.digests]
    )
}
