package import Foundation
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What a member wants by mail, besides what they want of which place.
package struct MailSettings: Equatable, Sendable {
    package var cadence = Cadence()
    package var pausedUntil: Timestamp?

    package init() {}

    func isPaused(at now: Timestamp) -> Bool { pausedUntil.map { $0 > now } ?? false }

    /// Whether a digest may leave now.
    func wantsDigest(at now: Timestamp) -> Bool { cadence.rhythm != .none && !isPaused(at: now) }

    /// What a member `s.memberId` chose for everything.
    static let columns: SQL<Void> = """
        \(nearest(DigestSetting.rhythm)), \(nearest(DigestSetting.days)), \(nearest(DigestSetting.weekday)),
        \(nearest(DigestSetting.monthDay)), \(nearest(DigestSetting.hour)), \(nearest(DigestSetting.pausedUntil))
        """

    private static func nearest<Value>(_ setting: MailSetting<Value>) -> SQL<Void> {
        setting.nearest(of: "s.memberId", in: [Noun.Member.kind: "s.memberId"])
    }

    fileprivate init(_ columns: inout Columns) throws {
        cadence.rhythm = DigestSetting.rhythm.value(try columns.text())
        cadence.days = DigestSetting.days.value(try columns.text())
        cadence.weekday = DigestSetting.weekday.value(try columns.text())
        cadence.monthDay = DigestSetting.monthDay.value(try columns.text())
        cadence.hour = DigestSetting.hour.value(try columns.text())
        let pause = DigestSetting.pausedUntil.value(try columns.text())
        pausedUntil = pause > .distantPast ? pause : nil
    }
}

/// Where a member stands with the digest.
package struct DigestState: RowDecodable, Sendable {
    package let member: MemberID
    /// When the next is due; `.distantPast` if that has to be computed, nil if absent.
    package let nextAt: Timestamp?
    /// What was published up to it has had its digest.
    package let upTo: JournalNumber
    /// The same for places that are wanted weekly.
    package let weeklyUpTo: JournalNumber
    /// The last day that had its digest.
    package let lastDay: Int?
    package let lastWeek: Int?
    package let questionsTo: Timestamp?
    /// Links in mails hold it; raising it makes all earlier ones useless.
    package let linkVersion: Int
    package let viewer: Viewer
    package let isActive: Bool
    private let timeZone: String
    package let settings: MailSettings

    static let columns: SQL<Void> = """
        s.memberId, s.nextAt, s.upTo, s.weeklyUpTo, s.lastDay, s.lastWeek, s.questionsTo, s.linkVersion,
        m.isSiteAdministrator, m.standing = 'active', m.timeZone, \(MailSettings.columns)
        """

    package init(_ columns: inout Columns) throws {
        (member, nextAt) = (try columns.id(), columns.optionalTime())
        (upTo, weeklyUpTo) = (try columns.id(), try columns.id())
        (lastDay, lastWeek) = (columns.optionalInteger().map { Int($0) }, columns.optionalInteger().map { Int($0) })
        questionsTo = columns.optionalTime()
        linkVersion = try columns.int()
        viewer = Viewer(member: member, isSiteAdministrator: try columns.bool())
        (isActive, timeZone) = (try columns.bool(), try columns.text())
        settings = try MailSettings(&columns)
    }

    package var zone: TimeZone { Zones.stored(timeZone, orElse: "UTC") }

    private static let select: SQL<Void> = """
        SELECT \(columns)
        FROM digestState s JOIN member m ON m.id = s.memberId
        """

    /// Members whose digest is due, the longest overdue first, after the one named.
    ///
    /// Walks `digest_due`.
    package static func due(
        at now: Timestamp,
        after last: (at: Timestamp, member: MemberID)?,
        limit: Int
    ) -> SQL<DigestState> {
        """
        \(select) WHERE s.nextAt <= \(now) AND (s.nextAt, s.memberId) > (\(last?.at.rawValue ?? -1), \(last?.member.rawValue ?? 0))
        ORDER BY s.nextAt, s.memberId LIMIT \(limit)
        """
    }

    /// Walks the primary keys.
    package static func of(_ member: MemberID, _ db: DB) throws -> DigestState {
        guard let state = try db.first("\(select) WHERE s.memberId = \(member)" as SQL<DigestState>) else {
            throw Denial.missing
        }
        return state
    }

    /// The version of a member's links in mails; nil if there is no such member.
    static func linkVersion(of member: MemberID, _ db: DB) throws -> Int? {
        try db.first("SELECT linkVersion FROM digestState WHERE memberId = \(member)" as SQL<Int>)
    }

    /// The first due time to come, whatever `nextAt` says; nil for members who want no digest.
    package func next(after now: Timestamp) -> DigestDueTime? {
        let start = max(now, (settings.pausedUntil ?? .distantPast) - Span(milliseconds: 1))
        return isActive ? DigestPlan.next(after: start, settings.cadence, in: zone, laterThan: lastDay) : nil
    }

    /// What a digest on `day` would be about, made at `now` when the journal stands at `upTo`.
    package func range(upTo: JournalNumber, on day: Int, at now: Timestamp) -> DigestRange {
        DigestRange(
            since: self.upTo,
            upTo: upTo,
            weeklySince: isWeekly(day) ? weeklyUpTo : nil,
            clockSince: questionsTo ?? .distantPast,
            clockTo: now
        )
    }

    /// Whether the digest of a day holds the places that are wanted weekly: the first one of each week does.
    func isWeekly(_ day: Int) -> Bool { lastWeek.map { DigestPlan.week(of: day) > $0 } ?? true }
}
