package import PraxisCapability
import Foundation
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
    private let capabilities: Capabilities

    package init(_ path: String, _ env: Environment) {
        self.path = path
        capabilities = env.capabilities
        self.env = env
    }

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
        var about = ImportedFile()
        let startedAt = env.clock()
        var order = ImportOrder()
        var next = await decode(try file.lines(Self.batchSize)).ordered(by: &order)
        while !next.isEndOfFile {
            try Task.checkCancellation()
            let lines = next.lines, others = next.refused
            for (_, line) in lines { line.describe(&about) }
            let batch = ImportBatch(file: about, startedAt: startedAt)
            async let written = write(lines, batch)
            next = await decode(try file.lines(Self.batchSize)).ordered(by: &order)
            state.count(try await written, besides: others, refused)
            state.bytes = file.bytesRead
            progress(state)
        }
        let rest = order.rest()
        for start in stride(from: 0, to: rest.count, by: Self.batchSize) {
            try Task.checkCancellation()
            let piece = Array(rest[start..<min(start + Self.batchSize, rest.count)])
            let batch = ImportBatch(file: about, startedAt: startedAt)
            state.count(try await write(piece, batch), besides: [], refused)
            progress(state)
        }
        for finish in capabilities.imports.compactMap(\.finish) {
            for line in try await finish(env) {
                state.refused += 1
                refused(line)
            }
        }
        while try await env.site.command({ db in try db.mergeSearch(pages: Self.mergedPages) }) {
            try Task.checkCancellation()
        }
        return state
    }

    /// Writes the lines in one transaction, or, if the database refuses that, in halves, so that only the bad ones are left out.
    private func write(
        _ lines: [(number: Int, line: any ImportLine)],
        _ batch: ImportBatch
    ) async throws -> ImportOutcome {
        do {
            return try await env.site.command { db in try db.take(lines, batch, by: Permit.system()) }
        } catch StoreError.constraint(let reason) {
            guard lines.count > 1 else {
                var outcome = ImportOutcome()
                outcome.refused = lines.map { RefusedLine($0.number, .refused(reason)) }
                return outcome
            }
            let middle = lines.count / 2
            var outcome = try await write(Array(lines[..<middle]), batch)
            let rest = try await write(Array(lines[middle...]), batch)
            outcome.posts += rest.posts
            outcome.refused += rest.refused
            return outcome
        }
    }
}

extension CorpusImport {
    /// Lines that could be read on their own, and the others.
    private struct Decoded: Sendable {
        var lines: [(number: Int, line: any ImportLine)] = []
        var refused: [RefusedLine] = []
        var isEndOfFile = false

        /// Those whose turn it is; the others wait in `order`.
        func ordered(by order: inout ImportOrder) -> Decoded {
            let turn = order.take(lines)
            return Decoded(lines: turn.ready, refused: refused + turn.refused, isEndOfFile: isEndOfFile)
        }
    }

    /// Reads and renders lines on as many tasks as there are cores beside the one that writes.
    private func decode(_ lines: [CorpusFile.Line]) async -> Decoded {
        let parts = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)
        let size = max(1, (lines.count + parts - 1) / parts)
        return await withTaskGroup(of: (Int, Decoded).self) { group in
            for start in stride(from: 0, to: lines.count, by: size) {
                group.addTask { (start, decode(lines[start..<min(start + size, lines.count)])) }
            }
            let pieces = await group.reduce(into: [Int: Decoded]()) { $0[$1.0] = $1.1 }
            let none = Decoded(isEndOfFile: lines.isEmpty)
            return pieces.sorted { $0.key < $1.key }.reduce(into: none) { whole, piece in
                whole.lines += piece.value.lines
                whole.refused += piece.value.refused
            }
        }
    }

    private func decode(_ lines: ArraySlice<CorpusFile.Line>) -> Decoded {
        let reader = CorpusReader(capabilities)
        var decoded = Decoded()
        for line in lines {
            do throws(BadLine) {
                guard let bytes = line.bytes else { throw .tooLong(maximum: CorpusFile.longestLine) }
                decoded.lines.append((line.number, try reader.line(bytes)))
            } catch {
                decoded.refused.append(RefusedLine(line.number, error))
            }
        }
        return decoded
    }
}
