package import PraxisCapability
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Setting up a new site, and the first steps of a new community.
    package static let setup = Capability(
        "setup",
        migrations: Migration.setup,
        audits: [.init(.setupFinished)],
        routes: Route.setup + Route.firstSteps,
        places: [.firstSteps],
        home: [.setup],
        parts: [StyleSample.tasks],
        words: [
            WordFile(SetupWords.self, english: PackageResources.setup_en_json, french: PackageResources.setup_fr_json)
        ],
        pages: [.style(PackageResources.setup_css)],
        tables: .setup
    )
}
