package import PraxisDomain

/// What one digest is about: journal numbers and times, which the outbox keeps until the mail is made.
package struct DigestRange: Equatable, Sendable {
    /// Only what was published after it.
    package let since: JournalNumber
    package let upTo: JournalNumber
    /// The same for places that are wanted weekly; nil if this is not their digest.
    package let weeklySince: JournalNumber?
    /// The moments of what is due by the clock rather than by the journal: after the one and by the other.
    ///
    /// Ranges follow each other without a gap, so that each moment is in one digest; a member's first begins with `.distantPast`.
    package let clockSince: Timestamp
    package let clockTo: Timestamp

    package init(
        since: JournalNumber,
        upTo: JournalNumber,
        weeklySince: JournalNumber?,
        clockSince: Timestamp,
        clockTo: Timestamp
    ) {
        self.since = since
        self.upTo = upTo
        self.weeklySince = weeklySince
        (self.clockSince, self.clockTo) = (clockSince, clockTo)
    }

    /// Reads what `matter` wrote; nil if it is something else.
    package init?(_ about: MailMatter) {
        let about = about.numbers
        guard about.count == 5 else { return nil }
        self.init(
            since: JournalNumber(rawValue: about[0]),
            upTo: JournalNumber(rawValue: about[1]),
            weeklySince: about[2] < 0 ? nil : JournalNumber(rawValue: about[2]),
            clockSince: Timestamp(rawValue: about[3]),
            clockTo: Timestamp(rawValue: about[4])
        )
    }

    /// As the outbox keeps it.
    package var matter: MailMatter {
        MailMatter(numbers: [
            since.rawValue, upTo.rawValue, weeklySince?.rawValue ?? -1, clockSince.rawValue, clockTo.rawValue,
        ])
    }

    /// In no place counts anything that the journal says up to it.
    package var earliest: JournalNumber { weeklySince.map { min($0, since) } ?? since }
}
