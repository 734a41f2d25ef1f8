package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Communities, joining them, and who belongs to them.
    package static let communities = Capability(
        "communities",
        migrations: Migration.communities,
        acts: .communities,
        audits: [
            .init(.roleChanged) { .beside($1.change($0)) }, .init(.requestAccepted), .init(.requestDeclined),
            .init(.communityAdded), .init(.communityChanged), .init(.invited), .init(.invitationRevoked),
        ],
        events: EventKind.communities,
        routes: [
            Route.communityRoutes, Route.joinRoutes, Route.peopleOfPlaceRoutes, Route.communitySettingsRoutes,
            Route.communityAPI,
        ].flatMap { $0 },
        mails: MailTemplate.requests,
        home: [.requests],
        tabs: [.discussions, .people, .about],
        parts: [StyleSample.people, StyleSample.code, StyleSample.placeChoices],
        search: [.community],
        links: [
            MenuLink(
                .communitySettings,
                at: 10,
                if: ChangeCommunity.self,
                { $0.communities.settings() },
                to: \.settings
            ),
            MenuLink(.communitySettings, at: 30, if: SeeMembers.self, { $0.communities.people() }, to: \.members),
        ],
        checks: .communities,
        words: [
            WordFile(
                CommunityWords.self,
                english: PackageResources.communities_en_json,
                french: PackageResources.communities_fr_json
            ),
            WordFile(
                PeoplePageWords.self,
                english: PackageResources.peoplePage_en_json,
                french: PackageResources.peoplePage_fr_json
            ),
        ],
        pages: [
            .style(PackageResources.communities_css),
            .navigation(.init(20, for: .everyone, Paths.communities) { $0.words.common.communities() }),
        ],
        imports: [ImportedCommunity.kind, AgreementLine.kind, ImportedMembership.kind],
        exports: [.communities, .agreements, .memberships],
        tables: .communities
    )
}
