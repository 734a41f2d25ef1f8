package import PraxisStore

/// What `praxis verify` asks of the rows of one capability, in one snapshot.
package struct VerifyCheck: Sendable {
    package let findings: @Sendable (DB) throws -> [VerifyFinding]

    package init(_ findings: @escaping @Sendable (DB) throws -> [VerifyFinding]) { self.findings = findings }
}

/// Something that is wrong: an object, and what is the matter with it.
package struct VerifyFinding: Hashable, Sendable {
    /// What it is about.
    package enum Subject: Hashable, Sendable {
        /// The database file, or something that its tables alone know.
        case file
        /// A row that is not as it was written.
        case row(RowFault)
        /// Something that people know by its name: "thread 3".
        case object
    }

    package let subject: Subject
    /// "thread 3: its count is not that of its posts".
    package let sentence: String

    package init(_ fault: RowFault) {
        subject = .row(fault)
        sentence = "row \(fault.row) of \(fault.table): it is not as it was written"
    }

    package init(_ object: String, _ fault: String) {
        subject = .object
        sentence = object + ": " + fault
    }

    private init(file sentence: String) { (subject, self.sentence) = (.file, sentence) }

    /// Damage that the engine tells of, in its words.
    package static func damage(_ words: String) -> VerifyFinding { VerifyFinding(file: "database file: \(words)") }

    package static let schema = VerifyFinding(
        file: "database file: its tables, views and triggers are not those that Praxis makes"
    )

    package static func reference(_ row: Int64, of table: String) -> VerifyFinding {
        VerifyFinding(file: "row \(row) of \(table): it refers to something that is not there")
    }
}
