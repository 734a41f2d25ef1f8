/// Privileged acts and looks, as the audit log names them.
package enum AuditAct: String, CaseIterable, Sendable {
    case roleChanged = "role-changed"
    case standingChanged = "standing-changed"
    case requestAccepted = "request-accepted"
    case requestDeclined = "request-declined"
    case communityAdded = "community-added"
    case communityChanged = "community-changed"
    case groupAdded = "group-added"
    case groupChanged = "group-changed"
    case accountApproved = "account-approved"
    case accountDeclined = "account-declined"
    case invited
    case threadClosed = "thread-closed"
    case threadReopened = "thread-reopened"
    /// Identifying detail taken out of somebody else's post.
    case redacted
    case claimed, released, resolved, undone, noted
    /// The safeguarding contact opened a post of a group that they have not joined.
    case safeguardingLook = "safeguarding-look"
}
