import GRDB
import GRDBSQLite

extension Store {
    /// The plan of every statement prepared by this store's connections so far, keyed by its text with white space collapsed.
    ///
    /// For the golden file of plans, where a new full scan or temporary sort shows as a diff.
    package func plans() throws -> [String: [String]] {
        var plans: [String: [String]] = [:]
        for connection in [writing] + reading {
            let found = try connection.unsafeRead { db in
                try Self.statements(db).map { ($0, try Self.plan(of: $0, db)) }
            }
            for (text, plan) in found { plans[text] = plan }
        }
        return plans
    }

    private static func statements(_ db: GRDB.Database) -> [String] {
        var texts: [String] = []
        var statement = sqlite3_next_stmt(db.sqliteConnection, nil)
        while let current = statement {
            if let text = sqlite3_sql(current) { texts.append(String(cString: text)) }
            statement = sqlite3_next_stmt(db.sqliteConnection, current)
        }
        let verbs = ["SELECT", "WITH", "INSERT", "UPDATE", "DELETE"]
        return texts.filter { text in verbs.contains { text.hasPrefix($0) } }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    private static func plan(of text: String, _ db: GRDB.Database) throws -> [String] {
        let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + text)
        // The values do not matter to a plan: unbound parameters are NULL.
        statement.setUncheckedArguments(StatementArguments())
        let rows = try Row.fetchAll(statement)
        return rows.compactMap { $0[3] as String? }
    }
}
