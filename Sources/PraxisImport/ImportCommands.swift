import Foundation
package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Takes a file in the corpus format, batch by batch: idempotent, resumable, and nothing is mailed.
package struct CorpusImport: Sendable {
    /// How far it is.
    package struct Progress: Sendable {
        package var bytes = 0
        package var size = 0
        package var posts = 0
        package var refused = 0

        /// Adds the outcome of a batch, and reports the lines that were not taken.
        fileprivate mutating func count(
            _ outcome: ImportOutcome,
            besides others: [RefusedLine],
            _ tell: (RefusedLine) -> Void
        ) {
            let lines = (others + outcome.refused).sorted { $0.number < $1.number }
            for line in lines { tell(line) }
            posts += outcome.posts
            refused += lines.count
        }
    }

    /// Lines in one write transaction: others wait for it, some 0.3 s, and FTS5 flushes once for all of them.
    private static let batchSize = 4_000
    /// Pages of the full-text index that are merged in one transaction: some 0.1 s.
    private static let mergedPages = 1_000

    private let env: Environment
    private let path: String

    package init(_ path: String, _ env: Environment) { (self.path, self.env) = (path, env) }

    /// Reads the file to its end.
    ///
    /// The next batch is read and rendered while one is written.
    /// - Returns: how many posts were taken and how many lines were not.
    /// - Throws: `ForeignCorpus`; `StoreError`; `CancellationError` between two batches.
    package func run(
        refused: (RefusedLine) -> Void,
        progress: (Progress) -> Void
    ) async throws -> Progress {
        var file = try CorpusFile(path)
        defer { file.close() }
        var state = Progress()
        state.size = file.size
        var firstCommunity: Int64?
        let startedAt = env.clock()
        var order = ImportOrder()
        var next = await decode(try file.lines(Self.batchSize)).ordered(by: &order)
        while !next.isEndOfFile {
            try Task.checkCancellation()
            let lines = next.lines, others = next.refused, home = firstCommunity ?? next.firstCommunity
            firstCommunity = home
            async let written = write(lines, home, startedAt)
            next = await decode(try file.lines(Self.batchSize)).ordered(by: &order)
            state.count(try await written, besides: others, refused)
            state.bytes = file.bytesRead
            progress(state)
        }
        let rest = order.rest()
        for start in stride(from: 0, to: rest.count, by: Self.batchSize) {
            try Task.checkCancellation()
            let piece = Array(rest[start..<min(start + Self.batchSize, rest.count)])
            state.count(try await write(piece, firstCommunity, startedAt), besides: [], refused)
            progress(state)
        }
        for line in try await env.site.dropEmptyThreads() {
            state.refused += 1
            refused(line)
        }
        try await env.site.setReadingFloors(env.store)
        while try await env.site.command({ db in try db.mergeSearch(pages: Self.mergedPages) }) {
            try Task.checkCancellation()
        }
        return state
    }

    /// Writes the lines in one transaction, or, if the database refuses that, in halves, so that only the bad ones are left out.
    private func write(
        _ lines: [(number: Int, line: CorpusLine)],
        _ firstCommunity: Int64?,
        _ startedAt: Timestamp
    ) async throws -> ImportOutcome {
        let batch = ImportBatch(lines: lines, firstCommunity: firstCommunity, startedAt: startedAt)
        do {
            return try await env.site.command { db in try db.take(batch) }
        } catch StoreError.constraint(let reason) {
            guard lines.count > 1 else {
                var outcome = ImportOutcome()
                outcome.refused = lines.map { RefusedLine($0.number, .refused(reason)) }
                return outcome
            }
            let middle = lines.count / 2
            var outcome = try await write(Array(lines[..<middle]), firstCommunity, startedAt)
            let rest = try await write(Array(lines[middle...]), firstCommunity, startedAt)
            outcome.posts += rest.posts
            outcome.refused += rest.refused
            return outcome
        }
    }
}

extension CorpusImport {
    /// Lines that could be read on their own, and the others.
    private struct Decoded: Sendable {
        var lines: [(number: Int, line: CorpusLine)] = []
        var refused: [RefusedLine] = []
        var isEndOfFile = false

        /// Those whose turn it is; the others wait in `order`.
        func ordered(by order: inout ImportOrder) -> Decoded {
            let turn = order.take(lines)
            return Decoded(lines: turn.ready, refused: refused + turn.refused, isEndOfFile: isEndOfFile)
        }

        var firstCommunity: Int64? {
            for case .community(let source, _) in lines.map(\.line) { return source }
            return nil
        }
    }

    /// Reads and renders lines on as many tasks as there are cores beside the one that writes.
    private func decode(_ lines: [CorpusFile.Line]) async -> Decoded {
        let parts = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        let size = max(1, (lines.count + parts - 1) / parts)
        return await withTaskGroup(of: (Int, Decoded).self) { group in
            for start in stride(from: 0, to: lines.count, by: size) {
                group.addTask { (start, Self.decode(lines[start..<min(start + size, lines.count)])) }
            }
            let pieces = await group.reduce(into: [Int: Decoded]()) { $0[$1.0] = $1.1 }
            let none = Decoded(isEndOfFile: lines.isEmpty)
            return pieces.sorted { $0.key < $1.key }.reduce(into: none) { whole, piece in
                whole.lines += piece.value.lines
                whole.refused += piece.value.refused
            }
        }
    }

    private static func decode(_ lines: ArraySlice<CorpusFile.Line>) -> Decoded {
        let decoder = JSONDecoder()
        var decoded = Decoded()
        for line in lines {
            do throws(BadLine) {
                guard let bytes = line.bytes else { throw .tooLong(maximum: CorpusFile.longestLine) }
                decoded.lines.append((line.number, try CorpusLine(bytes, decoder)))
            } catch {
                decoded.refused.append(RefusedLine(line.number, error))
            }
        }
        return decoded
    }
}

extension Site {
    /// Takes imported threads back of which no post could be taken.
    ///
    /// They are named by line 0.
    fileprivate func dropEmptyThreads() async throws -> [RefusedLine] {
        try await command { db in
            let sources = try db.all(
                """
                SELECT s.source FROM importSource s JOIN thread t ON t.id = s.id
                WHERE s.kind = \(ImportKind.thread) AND t.postCount = 0 ORDER BY s.source
                """ as SQL<Int64>
            )
            for source in sources {
                guard let thread: ThreadID = try db.imported(.thread, source) else { continue }
                try db.run("DELETE FROM importSource WHERE kind = \(ImportKind.thread) AND source = \(source)")
                try db.run("DELETE FROM thread WHERE id = \(thread)")
            }
            return sources.map { RefusedLine(0, .emptyThread(source: $0)) }
        }
    }
}
