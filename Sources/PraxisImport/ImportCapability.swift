package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWords

extension Capability {
    /// Files in the corpus format, by the administrator's command.
    package static let imports = Capability(
        "imports",
        migrations: Migration.imports,
        audits: [
            .init(.imported) { details, words in
                details.first.flatMap { Int($0) }.map { .beside(words.imports.postCount($0)) }
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
        ],
        imports: [ExportHeaderLine.kind],
        tables: [
            TableRule(
                "importSource",
                .stays(because: "it says which lines of a file have been taken here"),
                .never(because: "a second run continues by it")
            )
        ]
    )
}
