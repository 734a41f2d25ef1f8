import PraxisCommunity
import PraxisStore

extension Capability {
    /// Files in the corpus format, by the administrator's command.
    static let imports = Capability(
        "imports",
        migrations: Migration.imports,
        audits: .imports,
        events: [.imports]
    )
}
