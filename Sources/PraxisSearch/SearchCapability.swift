package import PraxisCapability
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Finding posts by their words.
    package static let search = Capability(
        "search",
        migrations: Migration.search,
        parts: [StyleSample.search],
        search: SearchField.days,
        routesFor: { Route.search(narrowedBy: $0.searchFields) },
        checks: .search,
        words: [
            WordFile(
                SearchWords.self,
                english: PackageResources.search_en_json,
                french: PackageResources.search_fr_json
            )
        ],
        pages: [.style(PackageResources.search_css), .search(.init(Paths.search, field: "q") { $0.common.search() })],
        tables: .search
    )
}
