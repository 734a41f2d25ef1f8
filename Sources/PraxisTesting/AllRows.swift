import PraxisCapability
import PraxisCommunity
import PraxisForum
import PraxisStore

extension TestSite {
    /// Every row of every table, spelt out: what is the same before and after has been left as it was.
    package func allRows() async throws -> [String] {
        try await env.store.read { db in
            var rows: [String] = []
            for table in Forum.capabilities.tables.map(\.table) {
                let columns = try db.all("SELECT name FROM pragma_table_info(\(table))" as SQL<String>)
                let text = columns.map { "'\($0)=' || quote(\"\($0)\")" }.joined(separator: " || ' ' || ")
                rows += try db.all(
                    SQL<String>(stringLiteral: "SELECT '\(table) ' || \(text) FROM \"\(table)\" ORDER BY 1")
                )
            }
            return rows
        }
    }
}
