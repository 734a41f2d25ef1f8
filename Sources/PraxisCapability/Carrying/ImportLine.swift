package import PraxisDomain
package import PraxisStore

/// A line of a corpus file, checked as far as it can be on its own.
///
/// Most are a `SingleImportLine`, which is written by itself.
///
/// **Rules.** Writing is idempotent: what a line has become before is left as it is now. A line that cannot be taken changes nothing.
package protocol ImportLine: Sendable {
    /// Its place among lines whose order the file does not say; nil if its turn is where it stands.
    var turn: ImportTurn? { get }
    /// Tells what it says of the whole file.
    func describe(_ file: inout ImportedFile)
    /// Writes lines of this kind that follow each other; those that cannot be taken are named in `outcome`.
    static func take(
        _ lines: [(number: Int, line: Self)],
        _ batch: ImportBatch,
        _ outcome: inout ImportOutcome,
        _ db: WriteDB,
        by permit: borrowing Permit<SystemAct>
    ) throws
}

extension ImportLine {
    package var turn: ImportTurn? { nil }
    package func describe(_ file: inout ImportedFile) {}
}

/// A line that is written by itself.
package protocol SingleImportLine: ImportLine {
    /// - Returns: whether something is different now of which the journal says nothing.
    /// - Throws: `BadLine` if it refers to what is not known.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool
}

extension SingleImportLine {
    package static func take(
        _ lines: [(number: Int, line: Self)],
        _ batch: ImportBatch,
        _ outcome: inout ImportOutcome,
        _ db: WriteDB,
        by permit: borrowing Permit<SystemAct>
    ) throws {
        var isUnheard = false
        for (number, line) in lines {
            do {
                if try line.take(batch, db, by: permit) { isUnheard = true }
            } catch let reason as BadLine {
                outcome.refused.append(.init(number, reason))
            }
        }
        if isUnheard { try db.record(.imported, nil, by: permit) }
    }
}

/// Where a line stands in a series, such as a post in its thread.
package struct ImportTurn: Sendable {
    package static let expectation = "a number from 1 that no other post of its thread has"

    /// The file's id of what the series belongs to.
    package let series: Int64
    /// From 1.
    package let number: Int
    /// The file's id of the line.
    package let source: Int64

    package init(series: Int64, number: Int, source: Int64) {
        self.series = series
        self.number = number
        self.source = source
    }
}

/// What lines of a file say of all of it.
package struct ImportedFile: Sendable {
    /// The community that groups without one belong to, by the file's id: the first of the file.
    package var home: Int64?
    /// Whether it is an export of a site.
    package var isExport = false

    package init() {}
}

/// What lines that are written together share.
package struct ImportBatch: Sendable {
    package let file: ImportedFile
    /// What durations are counted back from.
    package let startedAt: Timestamp
    /// Whether things get the numbers that they have in the file.
    package var keepsNumbers = false

    package init(file: ImportedFile, startedAt: Timestamp) { (self.file, self.startedAt) = (file, startedAt) }
}

/// The outcome of a batch.
package struct ImportOutcome: Sendable {
    package var posts = 0
    package var refused: [RefusedLine] = []

    package init() {}
}
