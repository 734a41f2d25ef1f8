package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Accounts: signing in and up, the profile, sessions, settings.
    package static let people = Capability(
        "people",
        migrations: Migration.people,
        acts: .people,
        audits: [
            .init(.accountApproved), .init(.accountDeclined),
            .init(.accountAdded) { _, words in .beside(words.audit.siteAdministrator()) },
            .init(.accountChanged) { _, words in .beside(words.audit.siteAdministrator()) },
        ],
        events: EventKind.people,
        routes: [
            Route.signIn, Route.signUp, Route.reset, Route.settings, Route.accounts, Route.peopleAPI,
        ].flatMap { $0 },
        settings: [.appearance],
        links: [
            MenuLink(.ownSettings, at: 10, { $0.people.settings.you() }, to: Paths.settings),
            MenuLink(.ownSettings, at: 60, { $0.people.password() }, to: Paths.settings + "#password-card"),
            MenuLink(.ownSettings, at: 70, { $0.people.settings.sessions() }, to: Paths.settings + "#sessions"),
            MenuLink(.siteDuties, if: DecideAccount.self, { $0.people.accounts.heading() }, to: Paths.accounts),
        ],
        checks: .people,
        words: [
            WordFile(
                PeopleWords.self,
                english: PackageResources.people_en_json,
                french: PackageResources.people_fr_json
            ),
            WordFile(DoorWords.self, english: PackageResources.door_en_json, french: PackageResources.door_fr_json),
        ],
        pages: [
            .style(PackageResources.people_css), .visit(Visit.note), .door { SignInToSeePageView(call: $0).page },
            .navigation(.init(90, .settings, Paths.settings) { $0.words.common.settings() }),
            .navigation(.init(90, for: .visitors, Paths.signIn) { $0.words.common.signIn() }),
            .navigation(.init(91, for: .visitors, Paths.signUp) { $0.words.common.signUp() }),
        ],
        imports: [ImportedMember.kind],
        exports: .people,
        purges: [.sessions],
        tables: .people
    )
}
