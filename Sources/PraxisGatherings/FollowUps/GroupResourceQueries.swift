import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A follow-up of the kind resource, as the group's page tells of it: without who does it.
struct GroupResource: RowDecodable, Sendable {
    /// The date that it came of.
    let thread: ThreadID
    let title: String
    let state: FollowUpState
    /// In days since 1970-01-01.
    let due: Int?
    /// What is written in the group.
    let language: Language

    static let columns: SQL<Void> = "f.threadId, f.title, f.state, f.due, g.language"

    init(_ columns: inout Columns) throws {
        (thread, title) = (try columns.id(), try columns.text())
        state = try columns.word()
        due = columns.optionalInteger().map(Int.init)
        language = try columns.word()
    }

    private static let most = 5

    /// The latest of a group that were not dropped, of dates that the reader may read.
    ///
    /// Walks `followUp_resource` backwards, then primary keys.
    static func of(_ group: GroupID, _ reading: Reading) throws -> [GroupResource] {
        try reading.all(
            """
            WITH \(Visibility.places(reading.viewer, at: reading.now))
            SELECT \(columns)
            FROM followUp f CROSS JOIN thread t CROSS JOIN place JOIN "group" g ON g.id = t.groupId
            WHERE f.groupId = \(group) AND f.kind = 'resource' AND f.state <> 'dropped' AND t.id = f.threadId AND \(Visibility.readable)
            ORDER BY f.id DESC LIMIT \(most)
            """ as SQL<GroupResource>
        )
    }
}
