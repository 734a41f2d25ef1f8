import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Takes the lines in their order, those of one kind that follow each other at once.
    func take(
        _ lines: [(number: Int, line: any ImportLine)],
        _ batch: ImportBatch,
        by permit: borrowing Permit<SystemAct>
    ) throws -> ImportOutcome {
        var outcome = ImportOutcome()
        var rest = lines[...]
        while let first = rest.first {
            var batch = batch
            batch.keepsNumbers = try batch.file.isExport && keepsNumbersOfExport()
            let run = rest.prefix { Swift.type(of: $0.line) == Swift.type(of: first.line) }
            try take(run, like: first.line, batch, &outcome, by: permit)
            rest = rest[run.endIndex...]
        }
        return outcome
    }

    private func take<Line: ImportLine>(
        _ run: ArraySlice<(number: Int, line: any ImportLine)>,
        like first: Line,
        _ batch: ImportBatch,
        _ outcome: inout ImportOutcome,
        by permit: borrowing Permit<SystemAct>
    ) throws {
        var lines: [(number: Int, line: Line)] = []
        lines.reserveCapacity(run.count)
        for (number, line) in run { if let line = line as? Line { lines.append((number, line)) } }
        try Line.take(lines, batch, &outcome, self, by: permit)
    }
}
