import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// Looking up and keeping which object of ours a line became. Walks the primary key of `importSource`.
extension WriteDB {
    package func imported<Entity: Identified>(
        _ source: Int64,
        as entity: Entity.Type = Entity.self
    ) throws -> ID<Entity>? {
        try first("SELECT id FROM importSource WHERE kind = \(Entity.kind) AND source = \(source)" as SQL<ID<Entity>>)
    }

    /// The same for a line that needs it.
    /// - Throws: `BadLine.unknown` naming `field`.
    package func needed<Entity: Identified>(
        _ source: Int64,
        _ field: CorpusField,
        as entity: Entity.Type = Entity.self
    ) throws -> ID<Entity> {
        guard let id = try imported(source, as: entity) else {
            throw BadLine.unknown(field: field.stringValue, source: source)
        }
        return id
    }

    package func keep<Entity: Identified>(_ source: Int64, as id: ID<Entity>) throws {
        try run(Self.keeping(source, as: id))
    }

    package static func keeping<Entity: Identified>(_ source: Int64, as id: ID<Entity>) -> SQL<Void> {
        "INSERT INTO importSource (kind, source, id) VALUES (\(Entity.kind), \(source), \(id))"
    }

    /// Has a line be taken as if it had never been there.
    package func forgetImported<Entity: Identified>(_ source: Int64, as entity: Entity.Type) throws {
        try run("DELETE FROM importSource WHERE kind = \(Entity.kind) AND source = \(source)")
    }

    /// All of `sources` that are known.
    package func imported<Entity: Identified>(
        among sources: Set<Int64>,
        as entity: Entity.Type = Entity.self
    ) throws -> [Int64: ID<Entity>] {
        var known: [Int64: ID<Entity>] = [:]
        for piece in Self.pieces(of: sources) {
            let rows = try all(
                "SELECT \(Pair<Entity>.columns) FROM importSource WHERE kind = \(Entity.kind) AND source IN (\(list: piece))"
                    as SQL<Pair<Entity>>
            )
            for row in rows { known[row.source] = row.id }
        }
        return known
    }

    /// Lists of one length, so that they share one prepared statement; what is too short repeats its last value.
    package static func pieces(of values: Set<Int64>) -> [[Int64]] {
        let values = Array(values), length = 500
        return stride(from: 0, to: values.count, by: length).map { start in
            let piece = Array(values[start..<min(start + length, values.count)])
            return piece + Array(repeating: piece[piece.count - 1], count: length - piece.count)
        }
    }

    private struct Pair<Entity>: RowDecodable {
        let source: Int64
        let id: ID<Entity>

        static var columns: SQL<Void> { "source, id" }

        init(_ columns: inout Columns) throws {
            source = try columns.integer()
            id = try columns.id()
        }
    }
}
