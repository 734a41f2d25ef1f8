import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A post whose text is about to be changed.
struct EditedPost: Sendable {
    let id: PostID
    let body: String
    let html: [UInt8]
    let revision: Int
    let role: PostRole
    let setting: WritingSetting

    /// - Throws: why the viewer may not, `Denial.tooLate` when the window of an edit is over.
    static func load(_ id: PostID, to kind: PostChange, _ roles: PostRoles, _ reading: Reading) throws -> EditedPost {
        let facts = try Access.post(id, reading)
        let row = try reading.first(
            """
            SELECT \(Row.columns)
            FROM post p JOIN thread t ON t.id = p.threadId JOIN "group" g ON g.id = t.groupId WHERE p.id = \(id)
            """ as SQL<Row>
        )
        guard let row else { throw Denial.missing }
        let correction = roles.correction(of: row.role)
        if let denial = Policy.refusal(kind.act(correction), facts) { throw denial }
        if kind == .edit, correction == nil, !EditPlan.isOpen(row.createdAt, row.editDays, at: reading.now) {
            throw Denial.tooLate
        }
        return EditedPost(
            id: id,
            body: row.body,
            html: row.html,
            revision: row.revision,
            role: row.role,
            setting: try WritingSetting.load(facts, reading.db)
        )
    }

    private struct Row: RowDecodable {
        let body: String
        let html: [UInt8]
        let revision: Int
        let role: PostRole
        let createdAt: Timestamp
        let editDays: Int

        static let columns: SQL<Void> = "p.body, p.html, p.revision, p.role, p.createdAt, g.editDays"

        init(_ columns: inout Columns) throws {
            body = try columns.text()
            html = try columns.bytes()
            revision = try columns.int()
            role = try columns.word()
            createdAt = try columns.time()
            editDays = try columns.int()
        }
    }
}
