/// Who tries the routes.
package enum Principal: String, CaseIterable, Sendable {
    case visitor, outsider, pending, former, suspended, expiredGuest, guest, member, insider, facilitator, moderator,
        manager, siteAdministrator
    /// Belongs to nothing, and is admitted to one discussion.
    case admitted

    /// Those who belong to the members-only community and read its open groups.
    package static let inside: Set<Principal> = [.guest, .member, .insider, .facilitator, .moderator, .manager]
    /// Full members of it, who see listed doors.
    package static let members: Set<Principal> = inside
    /// Those who belong to its confidential group.
    package static let joined: Set<Principal> = [.insider, .facilitator]
}
