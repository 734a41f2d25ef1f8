package import PraxisDomain
package import PraxisStore

/// One reader's look at the database: who reads, in which snapshot or transaction, at which moment.
///
/// What is read for a viewer takes one: `Access`, and whatever returns a value that depends on who asks.
///
///     let post = try await call.read { reading in try PostAddress.find(post, reading) }
///
/// A command has its own, in its transaction and at its time:
///
///     let facts = try Access.site(db.reading(as: viewer))
///
/// About a group, a thread or a post a command asks `db.facts(of:for:)`, which holds it to the community of its actor.
///
/// **Guarantees.** The three belong together: rights are judged in the snapshot, for the viewer and at the moment for which rows are read.
/// It is a plain value, as cheap to pass on as its parts.
///
/// **Rules.** Like its `db`, it is valid inside the closure that receives it. Fragments of statements, as those of `Visibility`, take
/// the viewer and the moment that they bind.
package struct Reading {
    package let viewer: Viewer
    package let db: DB
    package let now: Timestamp

    package init(_ viewer: Viewer, _ db: DB, at now: Timestamp) {
        self.viewer = viewer
        self.db = db
        self.now = now
    }

    /// All rows, in order.
    package func all<Value: RowDecodable>(_ sql: SQL<Value>) throws -> [Value] { try db.all(sql) }

    /// The first row, if there is one.
    package func first<Value: RowDecodable>(_ sql: SQL<Value>) throws -> Value? { try db.first(sql) }

    /// The same snapshot at the same moment, for another viewer.
    package func `as`(_ viewer: Viewer) -> Reading { Reading(viewer, db, at: now) }
}

extension Store {
    /// Runs `body` on one snapshot, for one viewer at one moment.
    package func read<Value: Sendable>(
        as viewer: Viewer,
        at now: Timestamp,
        _ body: @escaping @Sendable (Reading) throws -> Value
    ) async throws -> Value {
        try await read { db in try body(Reading(viewer, db, at: now)) }
    }
}

extension WriteDB {
    /// What `viewer` is shown in this transaction, at the time of the command.
    package func reading(as viewer: Viewer) -> Reading { Reading(viewer, db, at: now) }
}
