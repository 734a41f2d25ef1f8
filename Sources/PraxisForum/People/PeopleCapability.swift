import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Capability {
    /// Accounts: signing in and up, the profile, sessions, settings.
    static let people = Capability(
        "people",
        migrations: Migration.people,
        acts: .people,
        audits: .people,
        events: EventKind.people,
        routes: [
            Route.signIn, Route.signUp, Route.reset, Route.settings, Route.accounts, Route.peopleAPI,
        ].flatMap { $0 },
        checks: .people
    )
}
