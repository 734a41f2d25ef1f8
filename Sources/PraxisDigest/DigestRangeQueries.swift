package import PraxisCapability
package import PraxisDomain
package import PraxisStore
import PraxisThreads

extension DigestRange {
    /// What is new to `member` within it, at the levels they chose for groups and communities.
    func unread(_ member: MemberID) -> Unread.Range {
        range(since(member))
    }

    /// SQL over a `place` of `Visibility`: what counts there is what the journal says after it, at the level that `member` chose; NULL leaves
    /// the place out.
    package func since(_ member: MemberID) -> SQL<Void> { since(member, daily: "\(since)", weekly: "\(weeklySince)") }

    /// The same of what is due by the clock: what the member has not been told of is after it.
    ///
    /// Places that are wanted weekly have had a digest a week ago.
    package func clockSince(_ member: MemberID) -> SQL<Void> {
        let aWeekAgo: Timestamp? = weeklySince == nil ? nil : max(clockTo - .days(7), .distantPast)
        return since(member, daily: "\(clockSince)", weekly: "\(aWeekAgo)")
    }

    /// The same places with everything in them: where questions are looked for.
    func places(_ member: MemberID) -> Unread.Range {
        let start = JournalNumber(rawValue: 0)
        let weekly: JournalNumber? = weeklySince == nil ? nil : start
        return range(since(member, daily: "\(start)", weekly: "\(weekly)"))
    }

    private func range(_ since: SQL<Void>) -> Unread.Range {
        Unread.Range(since: since, upTo: upTo, counting: DigestPost.mayLeave)
    }

    private func since(_ member: MemberID, daily: SQL<Void>, weekly: SQL<Void>) -> SQL<Void> {
        let place: [SubjectKind: SQL<Void>] = [Noun.Group.kind: "place.id", Noun.Community.kind: "place.communityId"]
        let level = DigestSetting.level.nearest(of: "\(member)", in: place)
        let none: SQL<Void> = "WHEN \(MailLevel.none) THEN NULL"
        return "CASE \(level) \(none) WHEN \(MailLevel.weekly) THEN \(weekly) ELSE \(daily) END"
    }
}
