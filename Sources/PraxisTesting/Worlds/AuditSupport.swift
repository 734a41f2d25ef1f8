import PraxisCommunity
package import PraxisDomain
import PraxisForum
package import PraxisStore
import PraxisTriage

/// A line of the log as it lies in the file.
package struct LoggedAct: RowDecodable, Equatable, Sendable {
    package let act: AuditAct
    package let actor: MemberID?
    package let community: CommunityID?
    package let group: GroupID?
    package let thread: ThreadID?
    package let subject: Subject?
    package let detail: String

    static let columns: SQL<Void> = "act, actorId, communityId, groupId, threadId, subjectKind, subjectId, detail"

    package init(_ columns: inout Columns) throws {
        (act, actor) = (try columns.word(), columns.optionalID())
        community = columns.optionalID()
        group = columns.optionalID()
        thread = columns.optionalID()
        (subject, detail) = (columns.optionalSubject(), try columns.text())
    }
}

extension TestSite {
    /// The audit log from its beginning.
    package func audited() async throws -> [LoggedAct] {
        try await env.store.read { db in
            try db.all(
                "SELECT \(LoggedAct.columns) FROM audit ORDER BY id"
                    as SQL<LoggedAct>
            )
        }
    }

    package func auditFault() async throws -> AuditChain.Fault? { try await env.store.read(AuditChain.firstFault) }

    /// Writes lines of no meaning.
    package func audit(_ count: Int) async throws {
        for number in 0..<count {
            try await env.site.command { db in
                try db.audit(.noted, by: nil, subject: QueueItemID(rawValue: Int64(number)).subject)
            }
        }
    }
}
