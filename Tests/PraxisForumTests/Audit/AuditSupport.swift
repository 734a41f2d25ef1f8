import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage

/// A line of the log as it lies in the file.
struct LoggedAct: RowDecodable, Equatable, Sendable {
    let act: AuditAct
    let actor: MemberID?
    let community: CommunityID?
    let group: GroupID?
    let thread: ThreadID?
    let subject: Subject?
    let detail: String

    init(_ columns: inout Columns) throws {
        (act, actor) = (try columns.word(), columns.optionalID())
        (community, group, thread) = (columns.optionalID(), columns.optionalID(), columns.optionalID())
        (subject, detail) = (columns.optionalSubject(), try columns.text())
    }
}

extension TestSite {
    /// The audit log from its beginning.
    func audited() async throws -> [LoggedAct] {
        try await env.store.read { db in
            try db.all(
                "SELECT act, actorId, communityId, groupId, threadId, subjectKind, subjectId, detail FROM audit ORDER BY id"
                    as SQL<LoggedAct>
            )
        }
    }

    func auditFault() async throws -> AuditChain.Fault? { try await env.store.read(AuditChain.firstFault) }

    /// Writes lines of no meaning.
    func audit(_ count: Int) async throws {
        for number in 0..<count {
            try await env.site.command { db in
                try db.audit(.noted, by: nil, subject: QueueItemID(rawValue: Int64(number)).subject)
            }
        }
    }
}
