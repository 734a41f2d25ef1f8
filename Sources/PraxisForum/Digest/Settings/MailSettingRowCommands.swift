import PraxisCommunity
import PraxisDomain
import PraxisStore

// The rows behind what members hear by mail.
extension WriteDB {
    func setMail(
        of member: MemberID,
        _ cadence: Cadence,
        pausedUntil: Timestamp?,
        before: Cadence.Rhythm?
    ) throws {
        let days = cadence.days.reduce(0) { $0 | 1 << $1 }
        try run(
            """
            INSERT INTO mailSetting (memberId, rhythm, days, weekday, monthDay, hour, pausedUntil, rhythmBefore)
            VALUES (\(member), \(cadence.rhythm), \(days), \(cadence.weekday), \(cadence.monthDay), \(cadence.hour),
                    \(pausedUntil), \(before))
            ON CONFLICT (memberId) DO UPDATE SET rhythm = excluded.rhythm, days = excluded.days, weekday = excluded.weekday,
                monthDay = excluded.monthDay, hour = excluded.hour, pausedUntil = excluded.pausedUntil,
                rhythmBefore = excluded.rhythmBefore
            """
        )
        try replanDigest(of: member)
    }

    func setMail(of member: MemberID, _ community: CommunityID, _ level: MailLevel, before: MailLevel?) throws {
        try run(
            """
            INSERT INTO communityMail (memberId, communityId, level, levelBefore)
            VALUES (\(member), \(community), \(level), \(before))
            ON CONFLICT (memberId, communityId) DO UPDATE SET level = excluded.level, levelBefore = excluded.levelBefore
            """
        )
    }

    func stopDigest(of member: MemberID) throws {
        let settings = try DigestState.of(member, db).settings
        guard settings.cadence.rhythm != .none else { return }
        var cadence = settings.cadence
        cadence.rhythm = .none
        try setMail(of: member, cadence, pausedUntil: settings.pausedUntil, before: settings.cadence.rhythm)
    }

    /// What `stopDigest` ended comes again.
    func resumeDigest(of member: MemberID) throws {
        let settings = try DigestState.of(member, db).settings
        guard settings.cadence.rhythm == .none, let before = settings.rhythmBefore else { return }
        var cadence = settings.cadence
        cadence.rhythm = before
        try setMail(of: member, cadence, pausedUntil: settings.pausedUntil, before: nil)
    }

    /// Leaves a community, and what was chosen for its groups, out of a member's digest.
    func leaveOut(_ community: CommunityID, of member: MemberID) throws {
        let level = try communityLevel(community, of: member)
        if level != MailLevel.none { try setMail(of: member, community, .none, before: level) }
        try run(
            """
            DELETE FROM groupMail WHERE memberId = \(member)
                AND groupId IN (SELECT id FROM "group" WHERE communityId = \(community))
            """
        )
    }

    /// What `leaveOut` left out comes again.
    func takeIn(_ community: CommunityID, of member: MemberID) throws {
        let before = try first(
            """
            SELECT levelBefore FROM communityMail
            WHERE memberId = \(member) AND communityId = \(community) AND level = 'none' AND levelBefore IS NOT NULL
            """ as SQL<String>
        )
        guard let before = before.flatMap(MailLevel.init(rawValue:)) else { return }
        try setMail(of: member, community, before, before: nil)
    }

    private func communityLevel(_ community: CommunityID, of member: MemberID) throws -> MailLevel {
        let level = try first(
            "SELECT level FROM communityMail WHERE memberId = \(member) AND communityId = \(community)" as SQL<String>
        )
        return level.flatMap(MailLevel.init(rawValue:)) ?? .daily
    }
}
