import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A post whose text is about to be changed.
struct EditedPost: Sendable {
    let id: PostID
    let body: String
    let html: [UInt8]
    let revision: Int
    let setting: WritingSetting

    /// - Throws: why the viewer may not, `Denial.tooLate` when the window of an edit is over.
    static func load(_ id: PostID, to kind: PostChange, _ reading: Reading) throws -> EditedPost {
        let facts = try Access.post(id, reading)
        if let denial = Policy.refusal(kind.act, facts) { throw denial }
        let row = try reading.first(
            """
            SELECT \(Row.columns)
            FROM post p JOIN thread t ON t.id = p.threadId JOIN "group" g ON g.id = t.groupId WHERE p.id = \(id)
            """ as SQL<Row>
        )
        guard let row else { throw Denial.missing }
        if kind == .edit, !EditPlan.isOpen(row.createdAt, row.editDays, at: reading.now) { throw Denial.tooLate }
        return EditedPost(
            id: id,
            body: row.body,
            html: row.html,
            revision: row.revision,
            setting: try WritingSetting.load(facts, reading.db)
        )
    }

    private struct Row: RowDecodable {
        let body: String
        let html: [UInt8]
        let revision: Int
        let createdAt: Timestamp
        let editDays: Int

        static let columns: SQL<Void> = "p.body, p.html, p.revision, p.createdAt, g.editDays"

        init(_ columns: inout Columns) throws {
            body = try columns.text()
            html = try columns.bytes()
            revision = try columns.int()
            createdAt = try columns.time()
            editDays = try columns.int()
        }
    }
}
