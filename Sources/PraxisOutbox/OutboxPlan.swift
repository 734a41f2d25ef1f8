package import PraxisDomain

/// How long the outbox waits, keeps and leases.
package enum OutboxPlan {
    /// How long a mail is in hand at most before another may take it: longer than a mail program may take.
    static let lease = Span.minutes(10)
    /// How long the outcome of a mail is kept.
    package static let kept = Span.days(90)
    /// How long the outbox sleeps at most.
    static let longestPause = Span.minutes(1)
    /// What is kept of a mail program's words.
    static let failureScalars = 300

    private static let firstPauses = [Span.minutes(1), .minutes(10), .minutes(60)]
    private static let pause = Span.hours(4)
    private static let pauses = 5 * 24 / 4  // five days of them

    /// When to try again after `count` failures; nil once the mail is given up.
    ///
    /// By their number and not by the clock: a site that was switched off for a week gives nothing up when it is back.
    package static func pause(afterFailures count: Int) -> Span? {
        if count <= firstPauses.count { return firstPauses[max(0, count - 1)] }
        return count <= firstPauses.count + pauses ? pause : nil
    }
}

/// Why a queued mail was not sent, as the outbox spells it.
package enum MailSkip: String, CaseIterable, Sendable {
    /// The account has ended, or does not count yet.
    case account
    /// The account's address is not one.
    case address
    /// Nothing is left to say, or the recipient may not read it any more.
    case nothing
    /// This version knows no such kind of mail.
    case kind
    /// Its recipient has turned such mail off, for now or for good.
    case unwanted
}

/// The outcome of a mail that was in hand.
package enum MailEnd: Hashable, Sendable {
    case sent
    case skipped(MailSkip)
    case refused(String, isTemporary: Bool)
    /// It was no longer this worker's: nothing is noted.
    case lost
}

/// The states of a queued mail, as the outbox spells them.
package enum MailState: String, CaseIterable, Sendable { case waiting, sent, skipped, failed }
