package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// The digest, and what each member wants by mail.
    package static let digest = Capability(
        "digest",
        migrations: Migration.digest,
        events: EventKind.digest,
        routes: [
            Route.mailSettingRoutes, Route.unsubscribeRoutes, Route.mailRuleRoutes,
        ].flatMap { $0 },
        mails: [.digest],
        links: [
            MenuLink(.ownSettings, { $0.digest.settings.link() }, to: Paths.mailSettings),
            MenuLink(.communitySettings, { $0.digest.rules.link() }, to: \.mail),
            MenuLink(.groupSettings, { $0.digest.rules.link() }, to: \.mail),
        ],
        ticks: [.digests]
    )
}
