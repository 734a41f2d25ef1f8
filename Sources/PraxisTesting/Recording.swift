package import PraxisDomain
import PraxisForum
import PraxisOutbox
package import PraxisStore

// Entries and lines as tests need them, no matter who they are said to be by.
extension WriteDB {
    /// Appends an entry to the journal without the act that it is about.
    @discardableResult
    package func journal(
        _ event: Event,
        community: CommunityID? = nil,
        group: GroupID? = nil,
        thread: ThreadID? = nil,
        subject: Subject? = nil,
        actor: MemberID? = nil
    ) throws -> JournalNumber {
        let place = Place(community: community, group: group, thread: thread)
        return try record(ActEvent(event), subject, in: place, attributedTo: actor, by: Permit.system())
    }

    /// Appends a line to the audit log without the act that it is about; without an actor it is the administrator's.
    package func audit(
        _ act: AuditAct,
        by actor: MemberID?,
        community: CommunityID? = nil,
        group: GroupID? = nil,
        thread: ThreadID? = nil,
        subject: Subject? = nil,
        detail: String = ""
    ) throws {
        let place = Place(community: community, group: group, thread: thread)
        guard let actor else {
            try audit(act, subject, detail: [detail], in: place, by: Permit.administrator())
            return
        }
        let facts = Facts(viewer: Viewer(member: actor, isSiteAdministrator: true), now: now)
        try audit(act, subject, detail: [detail], in: place, by: Policy.permit(LookAfterMail.self, facts))
    }
}
