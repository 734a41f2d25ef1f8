import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Opens one thread to a member until a time, whatever group it is in, and nothing beside it.
    ///
    /// The thread counts as read so far. A second admission changes the time alone, unless the first one has ended.
    ///
    /// Precondition: the caller has checked that `actor` may do so; nil is the administrator on the machine itself.
    func admit(_ member: MemberID, to thread: AdmissionPlace, until: Timestamp, by actor: MemberID?) throws {
        let place = try db.journalNumber()
        try run(
            """
            INSERT INTO admission (memberId, threadId, until, readFrom) VALUES (\(member), \(thread.id), \(until), \(place))
            ON CONFLICT (memberId, threadId) DO UPDATE SET until = excluded.until,
                readFrom = CASE WHEN admission.until <= \(now) THEN excluded.readFrom ELSE admission.readFrom END
            """
        )
        try note(.admitted, .threadAdmitted, member, thread, by: actor)
    }

    /// Ends an admission: the member's streams of events end with it.
    /// - Returns: whether there was one that counted.
    func endAdmission(of member: MemberID, to thread: AdmissionPlace, by actor: MemberID?) throws -> Bool {
        let ended = try first(
            """
            DELETE FROM admission WHERE memberId = \(member) AND threadId = \(thread.id) RETURNING until
            """ as SQL<Timestamp>
        )
        guard let ended, ended > now else { return false }
        try note(.admissionEnded, .admissionEnded, member, thread, by: actor)
        return true
    }

    private func note(
        _ event: Event,
        _ act: AuditAct,
        _ member: MemberID,
        _ thread: AdmissionPlace,
        by actor: MemberID?
    ) throws {
        try journal(
            event,
            community: thread.community,
            group: thread.group,
            thread: thread.id,
            subject: member.subject,
            actor: actor
        )
        let place = Place(community: thread.community, group: thread.group, thread: thread.id)
        try audit(act, at: place, by: actor, subject: member.subject)
    }
}

/// A thread that a member is admitted to, with where it is.
struct AdmissionPlace: RowDecodable {
    let id: ThreadID
    let group: GroupID
    let community: CommunityID

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        group = try columns.id()
        community = try columns.id()
    }

    static func of(_ thread: ThreadID) -> SQL<AdmissionPlace> {
        "SELECT id, groupId, communityId FROM thread WHERE id = \(thread)"
    }
}
