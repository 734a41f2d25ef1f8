import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Someone who may have something to decide, and when they were last looked at.
struct DutyState: RowDecodable, Sendable {
    let viewer: Viewer
    let member: MemberID
    private let zone: TimeZone
    private let hour: Int
    private let lastDay: Int?

    init(_ columns: inout Columns) throws {
        member = try columns.id()
        viewer = Viewer(member: member, isSiteAdministrator: try columns.bool())
        zone = TimeZone(identifier: try columns.text()) ?? .gmt
        (hour, lastDay) = (try columns.int(), columns.optionalInteger().map { Int($0) })
    }

    /// Those with a role that decides, or a safeguarding contact's, who have not turned the mail off and are not away.
    ///
    /// Walks `membership_deciding` and `groupMembership_deciding`.
    static func all(at now: Timestamp) -> SQL<DutyState> {
        """
        SELECT m.id, m.isSiteAdministrator, m.timeZone, coalesce(ms.hour, \(Cadence().hour)), d.lastDay
        FROM (SELECT memberId FROM membership WHERE role IN ('facilitator', 'moderator', 'manager')
              UNION SELECT memberId FROM groupMembership WHERE role = 'facilitator'
              UNION SELECT contactId FROM communityCare WHERE contactId IS NOT NULL) AS decider
        JOIN member m ON m.id = decider.memberId AND m.standing = 'active'
        LEFT JOIN mailSetting ms ON ms.memberId = m.id LEFT JOIN dutyMail d ON d.memberId = m.id
        WHERE NOT coalesce(d.isOff, \(false)) AND coalesce(ms.pausedUntil, 0) <= \(now)
        """
    }

    /// The member's own day, if it is to be looked at now: from the hour of their digest on.
    ///
    /// Anyone who was never looked at waits for that hour itself, so that no one has a mail at once when they come to decide.
    func day(at now: Timestamp) -> LocalTime? {
        let local = LocalTime(now, in: zone)
        guard let lastDay else { return local.hour == hour ? local : nil }
        return local.dayNumber > lastDay && local.hour >= hour ? local : nil
    }

    static func isOff(for member: MemberID, _ db: DB) throws -> Bool {
        try db.first("SELECT isOff FROM dutyMail WHERE memberId = \(member)" as SQL<Bool>) ?? false
    }
}
