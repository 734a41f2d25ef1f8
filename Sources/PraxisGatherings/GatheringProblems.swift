import PraxisDomain

extension Limits {
    /// How long a date lasts.
    static let gatheringMinutes = 5...1_440
    /// Unicode scalars.
    static let gatheringPlaceScalars = 0...200
    static let joinLinkScalars = 0...2_000
    /// How far ahead a date can be.
    static let gatheringAhead = Span.days(731)
}

extension Limits {
    /// How many people a date can have room for.
    static let gatheringCapacity = 1...10_000
    /// Unicode scalars.
    static let accessNeedsScalars = 0...1_000
    /// After the end of a date what people needed for it is deleted.
    static let accessNeedsKept = Span.days(30)
    /// How long what dates were before a change is kept.
    static let sittingKept = Span.days(30)
}

extension Limits {
    /// How many dates of a series that are not over stand ready; also how many are made at once.
    static let seriesDates = 104
    /// After how many dates a series can end.
    static let seriesCount = 1...520
    /// Unicode scalars.
    static let seriesPurposeScalars = 0...2_000
    static let seriesCreditScalars = 0...100
    static let recurrenceRuleScalars = 1...200
}

extension Denial {
    /// What came of it would be lost.
    static let agendaItemHasOutcome = Denial.own("agenda-item-has-outcome", .conflict)
    /// The date is over or does not take place.
    static let questionsAreClosed = Denial.own("questions-are-closed", .conflict)
}

extension FieldError.Problem {
    static let notAClock = Self.own("not-a-clock")
    /// The clocks of the zone go forward past it on that day.
    static let skippedHour = Self.own("skipped-hour")
    static let unknownZone = Self.own("unknown-zone")
    static let startIsOver = Self.own("start-is-over")
    static let startIsFar = Self.own("start-is-far")
    static let notALink = Self.own("not-a-link")
    /// A link is typed for a date in person.
    static let linkInPerson = Self.own("link-in-person")
    /// A place is typed for a date online.
    static let placeOnline = Self.own("place-online")
    static let gatheringIsOver = Self.own("gathering-is-over")
    static let gatheringIsSkipped = Self.own("gathering-is-skipped")
    static let gatheringIsCancelled = Self.own("gathering-is-cancelled")
    /// Fewer than have a seat already.
    static let belowSeated = Self.own("below-seated")
    /// A rhythm that a form cannot say.
    static let ruleNotOffered = Self.own("rule-not-offered")
    /// No day within two years is as the rule says.
    static let ruleWithoutDates = Self.own("rule-without-dates")
    /// The last day comes before the first date.
    static let endsBeforeStart = Self.own("ends-before-start")
    /// It would begin before the date that comes before it in its series.
    static let beforePrevious = Self.own("before-previous")
    /// It has not begun.
    static let gatheringIsToCome = Self.own("gathering-is-to-come")
    /// It is too long ago for its members to say that they were there.
    static let attendanceIsClosed = Self.own("attendance-is-closed")
    /// A host has said whether they were there.
    static let attendanceIsHosts = Self.own("attendance-is-hosts")
    /// A certificate is asked for by one who was not there.
    static let notThere = Self.own("not-there")
    /// A certificate is asked for before the end.
    static let gatheringIsNotOver = Self.own("gathering-is-not-over")
    static let learningIsToCome = Self.own("learning-is-to-come")
    static let learningIsLongAgo = Self.own("learning-is-long-ago")
    static let learningIsFull = Self.own("learning-is-full")
    static let codeWordIsOver = Self.own("code-word-is-over")
    /// A list of participants without a heading for names or addresses, or without a person.
    static let listWithoutPeople = Self.own("list-without-people")
    static let listIsLong = Self.own("list-is-long")
    /// Too many of its lines name nobody for sure.
    static let listIsDoubtful = Self.own("list-is-doubtful")
    static let codeWordIsWrong = Self.own("code-word-is-wrong")
    static let followUpsAreFull = Self.own("follow-ups-are-full")
    /// By a day that is over where the date takes place.
    static let dueIsOver = Self.own("due-is-over")
    /// No member who is in the group, be there such a member or not.
    static let ownerIsElsewhere = Self.own("owner-is-elsewhere")
    /// A link that what is chosen beside it does not have.
    static let recordingContradicts = Self.own("recording-contradicts")
    /// A link to a recording of a date whose series is not recorded.
    static let seriesIsNotRecorded = Self.own("series-is-not-recorded")
    static let questionsAreFull = Self.own("questions-are-full")
    static let messageIsEmpty = Self.own("message-is-empty")
    /// More than a week after the end.
    static let messagesAreOver = Self.own("messages-are-over")
    static let messagesAreFull = Self.own("messages-are-full")
    /// Ticked, and said by nobody but perhaps the writer.
    static let nobodyIsComing = Self.own("nobody-is-coming")
    static let nobodyIsWaiting = Self.own("nobody-is-waiting")
    static let nobodyMightCome = Self.own("nobody-might-come")
    static let agendaIsFull = Self.own("agenda-is-full")
    /// Not everyone who reads the date may read it.
    static let threadIsElsewhere = Self.own("thread-is-elsewhere")
    /// It was told in the discussion, and is changed there.
    static let threadIsClosed = Self.own("thread-is-closed")
    static let outcomeIsPost = Self.own("outcome-is-post")
}
