package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Silencing and suspending members, and ending that.
    package static let standing = Capability(
        "standing",
        migrations: Migration.standing,
        acts: .standing,
        audits: [.init(.standingChanged) { .beside($1.standingChange($0)) }],
        events: [.standing],
        routes: Route.standingRoutes,
        mails: [.standing],
        words: [
            WordFile(
                StandingWords.self,
                english: PackageResources.standing_en_json,
                french: PackageResources.standing_fr_json
            )
        ],
        imports: [RestrictionLine.kind],
        exports: [.restrictions],
        tables: [
            TableRule("restriction", .with(["restriction"]), .never(because: "it says what was decided and why"))
        ]
    )
}
