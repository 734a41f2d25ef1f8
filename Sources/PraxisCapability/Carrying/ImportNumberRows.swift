import PraxisCommunity
import PraxisDomain
package import PraxisStore

/// Which export began this site: its numbers are kept, so that addresses stay what they were.
extension WriteDB {
    /// What `importSource` calls the export whose numbers are kept.
    private static let export = "export"
    /// No site reaches it; a number beyond it would leave none for what comes after.
    private static let greatest: Int64 = 1 << 48

    /// Has the numbers of an export be kept, if nothing is here yet.
    package func beginExport() throws {
        let holds = try first("SELECT 1 FROM importSource UNION ALL SELECT 1 FROM member LIMIT 1" as SQL<Int>) != nil
        if !holds { try run("INSERT INTO importSource (kind, source, id) VALUES (\(Self.export), 1, 1)") }
    }

    package func keepsNumbersOfExport() throws -> Bool {
        try first("SELECT 1 FROM importSource WHERE kind = \(Self.export) AND source = 1" as SQL<Int>) != nil
    }

    /// Has the row that is made next in a table get the number of its line, if numbers are kept and it is higher than any before.
    package func keepNumber<Entity>(
        of source: Int64,
        as entity: Entity.Type,
        in table: String,
        _ batch: ImportBatch
    ) throws {
        guard batch.keepsNumbers, Self.mayKeep(source) else { return }
        try advanceNextKey(to: ID<Entity>(rawValue: source), of: table)
    }

    package static func mayKeep(_ source: Int64) -> Bool { (1...greatest).contains(source) }
}
