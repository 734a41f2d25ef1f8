import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

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
        links: [MenuLink(.siteDuties, if: DecideAccount.self, { $0.people.accounts.heading() }, to: Paths.accounts)],
        checks: .people
    )
}
