import PraxisDomain
package import PraxisStore

/// One export while it is being written: a snapshot, what is exported of it, and the file.
package struct Export {
    package let db: DB
    package let scope: ExportScope
    /// A `SELECT` of the members whose lines are in it.
    package let people: SQL<Void>
    package let file: ExportFile

    package init(db: DB, scope: ExportScope, people: SQL<Void>, file: ExportFile) {
        self.db = db
        self.scope = scope
        self.people = people
        self.file = file
    }
}

/// The file of an export: its lines are collected and written in pieces.
package final class ExportFile {
    private static let piece = 1 << 18

    private let file: UnfinishedFile
    private var waiting: [UInt8] = []
    package private(set) var lines = 0

    package init(_ file: UnfinishedFile) { self.file = file }

    /// - Throws: `StoreError.fullAt`, `.notWrittenAt`.
    package func write(_ record: consuming CorpusRecord) throws {
        waiting += record.line()
        lines += 1
        if waiting.count >= Self.piece { try flush() }
    }

    package func finish() throws {
        try flush()
        try file.finish(replacing: false)
    }

    private func flush() throws {
        try file.append(waiting)
        waiting.removeAll(keepingCapacity: true)
    }
}
