package import PraxisCapability
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Groups of a community, open, by request or confidential.
    package static let groups = Capability(
        "groups",
        migrations: Migration.groups,
        acts: .groups,
        audits: [.init(.groupAdded), .init(.groupChanged)],
        routes: [
            Route.groupRoutes, Route.groupSettingsRoutes, Route.groupAPI,
        ].flatMap { $0 },
        search: [.group],
        links: [
            MenuLink(.groupSettings, at: 10, if: ChangeGroup.self, { $0.groups.settings() }, to: \.settings),
            MenuLink(.groupSettings, at: 30, if: SeeMembers.self, { $0.communities.people() }, to: \.members),
        ],
        words: [
            WordFile(GroupWords.self, english: PackageResources.groups_en_json, french: PackageResources.groups_fr_json)
        ],
        imports: [ImportedGroup.kind],
        exports: .groups,
        tables: .groups
    )
}
