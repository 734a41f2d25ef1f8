import PraxisCommunity
package import PraxisDomain
import PraxisStore

// The rows behind what members get by mail.
extension WriteDB {
    /// Sets what a member wants of a scope; `before` is what this ended, for its undoing.
    package func set<Value>(
        _ setting: MailSetting<Value>,
        _ value: Value,
        of member: MemberID,
        for scope: Subject? = nil,
        before: Value? = nil
    ) throws {
        let scope = scope ?? member.subject
        try run(
            """
            INSERT INTO mailSetting (memberId, key, scopeKind, scopeId, value, valueBefore)
            VALUES (\(member), \(setting.key), \(scope.kind), \(scope.id), \(setting.spelling(value)),
                    \(before.map(setting.spelling)))
            ON CONFLICT (memberId, key, scopeKind, scopeId)
                DO UPDATE SET value = excluded.value, valueBefore = excluded.valueBefore
            """
        )
    }

    /// Has the next wider scope decide again.
    package func clear<Value>(_ setting: MailSetting<Value>, of member: MemberID, for scope: Subject) throws {
        try run(
            """
            DELETE FROM mailSetting WHERE memberId = \(member) AND key = \(setting.key)
              AND scopeKind = \(scope.kind) AND scopeId = \(scope.id)
            """
        )
    }

    func setMail(of member: MemberID, _ cadence: Cadence, pausedUntil: Timestamp?) throws {
        try set(DigestSetting.rhythm, cadence.rhythm, of: member)
        try set(DigestSetting.days, cadence.days, of: member)
        try set(DigestSetting.weekday, cadence.weekday, of: member)
        try set(DigestSetting.monthDay, cadence.monthDay, of: member)
        try set(DigestSetting.hour, cadence.hour, of: member)
        try set(DigestSetting.pausedUntil, pausedUntil ?? .distantPast, of: member)
        try replanDigest(of: member)
    }

    func setRhythm(of member: MemberID, _ rhythm: Cadence.Rhythm, before: Cadence.Rhythm? = nil) throws {
        try set(DigestSetting.rhythm, rhythm, of: member, before: before)
        try replanDigest(of: member)
    }

    func stopDigest(of member: MemberID) throws {
        let rhythm = try DigestSetting.rhythm.value(of: member, db)
        if rhythm != .none { try setRhythm(of: member, .none, before: rhythm) }
    }

    /// What `stopDigest` ended comes again.
    func resumeDigest(of member: MemberID) throws {
        guard try DigestSetting.rhythm.value(of: member, db) == .none,
            let before = try DigestSetting.rhythm.before(of: member, for: member.subject, db)
        else { return }
        try setRhythm(of: member, before)
    }

    /// Leaves a community, and what was chosen for its groups, out of a member's digest.
    func leaveOut(_ community: CommunityID, of member: MemberID) throws {
        let scope = community.subject, level = try DigestSetting.level.value(of: member, in: [scope], db)
        if level != .none { try set(DigestSetting.level, .none, of: member, for: scope, before: level) }
        try run(
            """
            DELETE FROM mailSetting
            WHERE memberId = \(member) AND key = \(DigestSetting.level.key) AND scopeKind = \(Noun.Group.kind)
              AND scopeId IN (SELECT id FROM "group" WHERE communityId = \(community))
            """
        )
    }

    /// What `leaveOut` left out comes again.
    func takeIn(_ community: CommunityID, of member: MemberID) throws {
        let scope = community.subject
        guard try DigestSetting.level.value(of: member, in: [scope], db) == .none,
            let before = try DigestSetting.level.before(of: member, for: scope, db)
        else { return }
        try set(DigestSetting.level, before, of: member, for: scope)
    }
}
