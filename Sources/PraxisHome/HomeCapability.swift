package import PraxisCapability
import PraxisWeb
import PraxisWords

extension Capability {
    /// What is new for a member, and what waits for them.
    package static let home = Capability(
        "home",
        routes: Route.homeRoutes,
        words: [
            WordFile(HomeWords.self, english: PackageResources.home_en_json, french: PackageResources.home_fr_json)
        ],
        pages: [
            .navigation(.init(10, for: .members, Paths.home) { $0.words.common.whatsNew() })
        ]
    )
}
