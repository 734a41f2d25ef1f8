import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Capability {
    /// Communities, joining them, and who belongs to them.
    static let communities = Capability(
        "communities",
        migrations: Migration.communities,
        acts: .communities,
        audits: .communities,
        events: EventKind.communities,
        routes: [
            Route.communityRoutes, Route.joinRoutes, Route.peopleOfPlaceRoutes, Route.communitySettingsRoutes,
            Route.communityAPI,
        ].flatMap { $0 },
        mails: MailTemplate.requests,
        checks: .communities
    )
}
