/// Privileged acts and views, as named in the audit log.
package enum AuditAct: String, CaseIterable, Codable, Sendable {
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
    case accountAdded = "account-added"
    case accountChanged = "account-changed"
    case invited
    case invitationRevoked = "invitation-revoked"
    case noticeStarted = "notice-started"
    case threadClosed = "thread-closed"
    case threadReopened = "thread-reopened"
    case threadPinned = "thread-pinned"
    case threadUnpinned = "thread-unpinned"
    /// Another member's thread was given another title.
    case threadRetitled = "thread-retitled"
    /// A helpful post was marked, or its mark removed, in another member's thread.
    case threadAnswered = "thread-answered"
    /// Identifying detail was removed from another member's post.
    case redacted
    case imported, restored
    case claimed, released, resolved, undone, noted
    /// The safeguarding contact opened a post of a group they have not joined.
    case safeguardingLook = "safeguarding-look"
    /// A queue item was passed on to the safeguarding contact.
    case passedOn = "passed-on"
    /// Mail that had been given up is retried.
    case mailRetried = "mail-retried"
}
