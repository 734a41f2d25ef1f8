/// The largest sizes and counts, each with its unit.
///
/// Counts over time are `Rate`s and can be turned off for load tests.
package enum Limits {
    /// Unicode scalars after normalisation.
    package static let postScalars = 1...32_000
    package static let titleScalars = 5...200
    package static let nameScalars = 1...80
    package static let groupNameScalars = 2...100
    package static let purposeScalars = 0...2_000
    package static let agreementScalars = 0...20_000
    package static let noteScalars = 0...1_000
    /// Bytes of UTF-8.
    package static let passwordBytes = 8...1024
    package static let emailBytes = 254
    package static let deviceBytes = 80
    /// Bytes of a request body.
    package static let bodyBytes = 1_000_000
    package static let formFields = 100
    package static let invitationUses = 1...100
    package static let postsPerPage = 25
    package static let threadsPerPage = 30

    package static let codeLifetime = Span.minutes(10)
    package static let codeDigits = 6
    /// Wrong guesses after which a code is invalid.
    package static let codeGuesses = 5
    /// How long a confirmed address may wait for a new password.
    package static let resetLifetime = Span.hours(1)
    /// How long a confirmed address may wait for a name.
    package static let confirmationLifetime = Span.hours(24)
    package static let invitationLifetime = Span.days(30)
    package static let idempotencyLifetime = Span.hours(24)
    /// Days in which a post can be edited: the range for a group's setting, and the default.
    package static let editDays = 1...365
    package static let usualEditDays = 30
    package static let visitGap = Span.hours(4)
    package static let undo = Span.minutes(10)
    /// Streams of live events that one session may have open: pages being viewed.
    package static let liveStreamsPerSession = 6
    /// The same for all sessions together; never more than half of the files that the process may have open.
    package static let liveStreams = 20_000
    /// An open question without a reply for this long counts as unanswered.
    package static let unansweredAfter = Span.hours(48)

    /// First posts of a newcomer that a community may choose to hold.
    package static let heldPosts = 0...5
    /// An item undecided for this long is escalated to the safeguarding contact.
    package static let safeguardingAfter = Span.hours(24)

    package static let sessionIdle = Span.days(30)
    package static let sessionAbsolute = Span.days(90)
    package static let privilegedSessionIdle = Span.days(14)
    package static let privilegedSessionAbsolute = Span.days(30)
}

/// At most `count` times within a span.
package struct Rate: Hashable, Sendable {
    package let count: Int
    package let span: Span

    package init(_ count: Int, per span: Span) { (self.count, self.span) = (count, span) }

    package static let post = Rate(1, per: .seconds(5))
    package static let failedSignInsPerAddress = [Rate(60, per: .minutes(1)), Rate(300, per: .hours(1))]
    package static let hashedSignInsPerAccount = [Rate(10, per: .hours(1))]
    package static let codeMailsPerAddress = [Rate(3, per: .minutes(1)), Rate(6, per: .hours(1))]
    package static let codeMailsPerAccount = [Rate(6, per: .days(1))]
    package static let requestsSignedIn = [Rate(50, per: .seconds(10)), Rate(200, per: .minutes(1))]
    package static let requestsSignedOut = [Rate(500, per: .seconds(10)), Rate(2_000, per: .minutes(1))]
}
