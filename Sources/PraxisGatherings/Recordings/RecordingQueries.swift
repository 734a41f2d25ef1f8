import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads

/// What is said of the recording of a date.
struct DateRecording: RowDecodable, Sendable {
    let access: RecordingAccess
    /// Empty if it was not recorded.
    let link: String
    /// Of the transcript; empty for none.
    let transcript: String
    let text: String
    let version: Int

    static let columns: SQL<Void> = "r.access, r.link, r.transcript, r.text, r.version"

    init(_ columns: inout Columns) throws {
        (access, link) = (try columns.word(), try columns.text())
        (transcript, text) = (try columns.text(), try columns.text())
        version = try columns.int()
    }

    /// Walks the primary key.
    ///
    /// Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID) -> SQL<DateRecording> {
        "SELECT \(columns) FROM recording r WHERE r.threadId = \(thread)"
    }

    /// In bytes.
    var cost: Int { 300 + link.utf8.count + transcript.utf8.count + text.utf8.count }
}

extension RecordingRule {
    /// That of the series of a date; nil for a date alone.
    ///
    /// Walks primary keys.
    static func of(_ date: Gathering, _ db: DB) throws -> RecordingRule? {
        guard let series = date.series else { return nil }
        let word = try db.first("SELECT s.recording FROM series s WHERE s.id = \(series)" as SQL<String>)
        return word.flatMap(RecordingRule.init(rawValue:))
    }
}

/// A date of whose recording its host says something.
struct ReadRecording: Sendable {
    let date: TitledGathering
    let recording: DateRecording?
    /// That of its series; nil for a date alone.
    let rule: RecordingRule?
    let readers: ThreadReaders

    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> ReadRecording {
        let date = try TitledGathering.admitted(to: KeepRecording.self, thread, reading).date
        return ReadRecording(
            date: date,
            recording: try reading.first(DateRecording.of(thread)),
            rule: try RecordingRule.of(date.gathering, reading.db),
            readers: try ThreadReaders.of(thread, reading)
        )
    }
}
