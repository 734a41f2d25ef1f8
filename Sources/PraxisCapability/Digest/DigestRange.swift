package import PraxisDomain

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

    /// In no place counts anything that the journal says up to it.
    package var earliest: JournalNumber { weeklySince.map { min($0, since) } ?? since }
}
