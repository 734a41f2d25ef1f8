package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisThreads
import PraxisWords

extension Capability {
    /// Files in the corpus format, by the administrator's command.
    package static let imports = Capability(
        "imports",
        migrations: Migration.imports,
        audits: [
            .init(.imported) { details, words in
                details.first.flatMap { Int($0) }.map { .beside(words.threads.read.postCount($0)) }
            },
            .init(.restored),
        ],
        events: [.imports],
        words: [
            WordFile(
                ImportWords.self,
                english: PackageResources.imports_en_json,
                french: PackageResources.imports_fr_json
            )
        ]
    )
}
