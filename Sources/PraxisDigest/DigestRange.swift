package import PraxisDomain
package import PraxisStore
import PraxisThreads

/// What one digest is about: journal numbers and times, which the outbox keeps until the mail is made.
package struct DigestRange: Equatable, Sendable {
    /// Only what was published after it.
    package let since: JournalNumber
    package let upTo: JournalNumber
    /// The same for places that are wanted weekly; nil if this is not their digest.
    package let weeklySince: JournalNumber?
    /// Questions that have waited long enough for an answer since the one moment and by the other.
    package let questionsSince: Timestamp
    package let questionsTo: Timestamp

    package init(
        since: JournalNumber,
        upTo: JournalNumber,
        weeklySince: JournalNumber?,
        questionsSince: Timestamp,
        questionsTo: Timestamp
    ) {
        (self.since, self.upTo, self.weeklySince) = (since, upTo, weeklySince)
        (self.questionsSince, self.questionsTo) = (questionsSince, questionsTo)
    }

    /// Reads what `matter` wrote; nil if it is something else.
    package init?(_ about: MailMatter) {
        let about = about.numbers
        guard about.count == 5 else { return nil }
        self.init(
            since: JournalNumber(rawValue: about[0]),
            upTo: JournalNumber(rawValue: about[1]),
            weeklySince: about[2] < 0 ? nil : JournalNumber(rawValue: about[2]),
            questionsSince: Timestamp(rawValue: about[3]),
            questionsTo: Timestamp(rawValue: about[4])
        )
    }

    /// As the outbox keeps it.
    package var matter: MailMatter {
        MailMatter(numbers: [
            since.rawValue, upTo.rawValue, weeklySince?.rawValue ?? -1, questionsSince.rawValue, questionsTo.rawValue,
        ])
    }

    /// What is new to `member` within it, at the levels they chose for groups and communities.
    func unread(_ member: MemberID) -> Unread.Range {
        range(since(member, daily: since, weekly: weeklySince))
    }

    /// The same places with everything in them: where questions are looked for.
    func places(_ member: MemberID) -> Unread.Range {
        let start = JournalNumber(rawValue: 0)
        return range(since(member, daily: start, weekly: weeklySince == nil ? nil : start))
    }

    private func range(_ since: SQL<Void>) -> Unread.Range {
        Unread.Range(since: since, upTo: upTo, counting: DigestPost.mayLeave)
    }

    private func since(_ member: MemberID, daily: JournalNumber, weekly: JournalNumber?) -> SQL<Void> {
        let place: [SubjectKind: SQL<Void>] = [Noun.Group.kind: "place.id", Noun.Community.kind: "place.communityId"]
        let level = DigestSetting.level.nearest(of: "\(member)", in: place)
        let none: SQL<Void> = "WHEN \(MailLevel.none) THEN NULL"
        return "CASE \(level) \(none) WHEN \(MailLevel.weekly) THEN \(weekly) ELSE \(daily) END"
    }
}
