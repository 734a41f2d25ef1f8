import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Opens one thread to a member until a time, whatever group it is in, and nothing beside it.
    ///
    /// The thread counts as read so far. A second admission changes the time alone, unless the first one has ended.
    ///
    /// - Throws: `Denial.missing` if the thread is not within the permit's place.
    package func admit<A: AdmittingAct>(
        _ member: MemberID,
        to thread: AdmittedThread,
        until: Timestamp,
        by permit: borrowing Permit<A>
    ) throws {
        let place = try db.journalNumber()
        try run(
            """
            INSERT INTO admission (memberId, threadId, until, readFrom) VALUES (\(member), \(thread.id), \(until), \(place))
            ON CONFLICT (memberId, threadId) DO UPDATE SET until = excluded.until,
                readFrom = CASE WHEN admission.until <= \(now) THEN excluded.readFrom ELSE admission.readFrom END
            """
        )
        try note(.admitted, .threadAdmitted, member, thread, detail: [String(until.rawValue)], by: permit)
    }

    /// Ends an admission: the member's streams of events end with it.
    /// - Returns: whether there was one that counted.
    func endAdmission<A: AdmittingAct>(
        of member: MemberID,
        to thread: AdmittedThread,
        by permit: borrowing Permit<A>
    ) throws -> Bool {
        let ended = try first(
            """
            DELETE FROM admission WHERE memberId = \(member) AND threadId = \(thread.id) RETURNING until
            """ as SQL<Timestamp>
        )
        guard let ended, ended > now else { return false }
        try note(.admissionEnded, .admissionEnded, member, thread, by: permit)
        return true
    }

    private func note<A: AdmittingAct>(
        _ event: ActEvent<A>,
        _ act: AuditAct,
        _ member: MemberID,
        _ thread: AdmittedThread,
        detail: [String] = [],
        by permit: borrowing Permit<A>
    ) throws {
        let place = Place(community: thread.community, group: thread.group, thread: thread.id)
        try record(
            event,
            member.subject,
            in: place,
            by: audit(act, member.subject, detail: detail, in: place, by: permit)
        )
    }
}

/// A thread that a member is admitted to, with where it is.
package struct AdmittedThread: RowDecodable {
    let id: ThreadID
    let group: GroupID
    let community: CommunityID

    static let columns: SQL<Void> = "id, groupId, communityId"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        group = try columns.id()
        community = try columns.id()
    }

    static func of(_ thread: ThreadID) -> SQL<AdmittedThread> {
        "SELECT \(columns) FROM thread WHERE id = \(thread)"
    }
}
