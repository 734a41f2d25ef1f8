import PraxisCapability
import PraxisDomain
import PraxisStore

/// The first line of an export: that it is one, in which format, and of what.
struct ExportHeaderLine: SingleImportLine {
    /// The format that this version writes, and the newest that it reads.
    static let format = 1

    static let kind = ImportKind("export", fields: ["format", "of"]) { try ExportHeaderLine($0) }

    init(_ fields: CorpusFields) throws {
        let format: Int = try fields.required("format")
        guard format == Self.format else {
            throw BadLine.wrong(field: "format", expected: "\(Self.format), as this version of Praxis writes it")
        }
    }

    func describe(_ file: inout ImportedFile) { file.isExport = true }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        try db.beginExport()
        return false
    }
}
