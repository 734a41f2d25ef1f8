import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisStore

/// Someone who may have something to decide, and when they were last looked at.
struct DutyState: RowDecodable, Sendable {
    let viewer: Viewer
    let member: MemberID
    private let zone: TimeZone
    private let hour: Int
    private let pausedUntil: Timestamp
    private let isWanted: Bool
    private let lastDay: Int?

    /// Whether they are mailed each day what is waiting.
    static let setting = MailSetting("duty", for: [Noun.Member.kind], usual: true)

    static let columns: SQL<Void> = """
        m.id, m.isSiteAdministrator, m.timeZone, \(nearest(DigestSetting.hour)), \(nearest(DigestSetting.pausedUntil)),
        \(nearest(setting)), d.lastDay
        """

    init(_ columns: inout Columns) throws {
        member = try columns.id()
        viewer = Viewer(member: member, isSiteAdministrator: try columns.bool())
        zone = TimeZone(identifier: try columns.text()) ?? .gmt
        hour = DigestSetting.hour.value(try columns.text())
        pausedUntil = DigestSetting.pausedUntil.value(try columns.text())
        isWanted = Self.setting.value(try columns.text())
        lastDay = columns.optionalInteger().map { Int($0) }
    }

    /// Those with a role that decides, or a safeguarding contact's.
    ///
    /// Walks `membership_deciding` and `groupMembership_deciding`.
    static var all: SQL<DutyState> {
        """
        SELECT \(columns)
        FROM (SELECT memberId FROM membership WHERE role IN ('facilitator', 'moderator', 'manager')
              UNION SELECT memberId FROM groupMembership WHERE role = 'facilitator'
              UNION SELECT contactId FROM communityCare WHERE contactId IS NOT NULL) AS decider
        JOIN member m ON m.id = decider.memberId AND m.standing = 'active'
        LEFT JOIN dutyMail d ON d.memberId = m.id
        """
    }

    private static func nearest<Value>(_ setting: MailSetting<Value>) -> SQL<Void> {
        setting.nearest(of: "m.id", in: [Noun.Member.kind: "m.id"])
    }

    /// The member's own day, if it is to be looked at now: from the hour of their digest on, unless they have turned the mail off or are away.
    ///
    /// Anyone who was never looked at waits for that hour itself, so that no one has a mail at once when they come to decide.
    func day(at now: Timestamp) -> LocalTime? {
        if !isWanted || pausedUntil > now { return nil }
        let local = LocalTime(now, in: zone)
        guard let lastDay else { return local.hour == hour ? local : nil }
        return local.dayNumber > lastDay && local.hour >= hour ? local : nil
    }

    static func isOff(for member: MemberID, _ env: Environment) async throws -> Bool {
        try await env.store.read { try isOff(for: member, $0) }
    }

    static func isOff(for member: MemberID, _ db: DB) throws -> Bool {
        try !setting.value(of: member, db)
    }
}
