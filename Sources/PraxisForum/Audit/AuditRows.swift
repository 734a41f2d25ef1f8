import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Writes to the audit log what a member with a right beyond a member's did in a place.
    func audit(
        _ act: AuditAct,
        at place: Place,
        by actor: MemberID?,
        subject: Subject? = nil,
        detail: [String] = []
    ) throws {
        try audit(
            act,
            by: actor,
            community: place.community,
            group: place.group,
            thread: place.thread,
            subject: subject,
            detail: detail.joined(separator: " ")
        )
    }
}
