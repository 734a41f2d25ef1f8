package import PraxisCapability
package import PraxisDomain
import PraxisThreads

/// Plans a date in a group, which only its facilitators may.
package enum PlanGathering: Act, AuditedAct, PostingAct {
    package static let name = "planGathering", allowed: Capacities = [.facilitator], scope = ActScope.group
}

/// Moves, retitles, cancels or restores a date.
package enum ChangeGathering: Act, AuditedAct {
    package static let name = "changeGathering", allowed: Capacities = [.facilitator], scope = ActScope.thread
}

/// Plans a series of dates in a group, which only its facilitators may.
package enum PlanSeries: Act, AuditedAct, PostingAct {
    package static let name = "planSeries", allowed: Capacities = [.facilitator], scope = ActScope.group
}

/// Changes, cancels or restores a series, or its dates from one on.
package enum ChangeSeries: Act, AuditedAct, PostingAct {
    package static let name = "changeSeries", allowed: Capacities = [.facilitator], scope = ActScope.group
}

/// Sees the link by which a date is joined online: members of the group, and no guest of it or of its community.
package enum SeeJoinLink: Act, PlainAct {
    package static let name = "seeJoinLink", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false

    package static func condition(_ facts: Facts) -> Denial? {
        facts.community?.part?.role == .guest || facts.group?.part?.role == .guest ? .notAllowed : nil
    }
}

/// Says whether one comes to a date, also while one may not write, or the discussion about it is closed.
package enum AnswerGathering: Act, PlainAct {
    package static let name = "answerGathering", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false
}

/// Says whether one comes to all dates of a series.
package enum AnswerSeries: Act, PlainAct {
    package static let name = "answerSeries", allowed: Capacities = [.groupMember], scope = ActScope.group
    package static let writes = false
}

/// Sees who comes to a date: members of the group, and no guest of it or of its community; everyone else sees how many.
package enum SeeComing: Act, PlainAct {
    package static let name = "seeComing", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false

    package static func condition(_ facts: Facts) -> Denial? { SeeJoinLink.condition(facts) }
}

/// Has an address at which a calendar asks for the dates of a group: only while one belongs to it.
package enum SubscribeToGroup: Act, PlainAct {
    package static let name = "subscribeToGroup", allowed: Capacities = [.groupMember], scope = ActScope.group
    package static let writes = false
}

/// Adds an item to the agenda of a date, and changes or takes off one's own; no guest does.
package enum AddToAgenda: Act, PlainAct {
    package static let name = "addToAgenda", allowed: Capacities = [.groupMember], scope = ActScope.thread

    package static func condition(_ facts: Facts) -> Denial? { SeeJoinLink.condition(facts) }
}

/// Writes and corrects the notes of a date; no guest does.
package enum WriteNotes: Act, PlainAct, PostingAct {
    package static let name = "writeNotes", allowed: Capacities = [.groupMember], scope = ActScope.thread

    package static func condition(_ facts: Facts) -> Denial? { SeeJoinLink.condition(facts) }
}

/// Asks beforehand what a date is to answer, as everyone can who writes in its discussion.
package enum AskQuestion: Act, PlainAct, PostingAct {
    package static let name = "askQuestion", allowed: Capacities = [.groupMember], scope = ActScope.thread

    package static func condition(_ facts: Facts) -> Denial? { facts.thread?.state == .closed ? .closed : nil }
}

/// Says that one wants to hear the answer to a question, too.
package enum WantAnswer: Act, PlainAct {
    package static let name = "wantAnswer", allowed: Capacities = [.groupMember], scope = ActScope.thread

    package static func condition(_ facts: Facts) -> Denial? { AskQuestion.condition(facts) }
}

/// Takes that back, also while one may not write, or the discussion is closed.
package enum UnwantAnswer: Act, PlainAct {
    package static let name = "unwantAnswer", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false
}

/// Adds what is to be done after a date, does it, and says how far one's own is; no guest does.
package enum AddFollowUp: Act, PlainAct {
    package static let name = "addFollowUp", allowed: Capacities = [.groupMember], scope = ActScope.thread

    package static func condition(_ facts: Facts) -> Denial? { SeeJoinLink.condition(facts) }
}

/// Says how far any follow-up of a date is.
package enum SettleFollowUps: Act, AuditedAct {
    package static let name = "settleFollowUps", allowed: Capacities = [.facilitator], scope = ActScope.thread
}

/// Says that one was at a date, as those can who say whether they come.
package enum Attend: Act, PlainAct {
    package static let name = "attend", allowed: Capacities = [.groupMember], scope = ActScope.thread
    package static let writes = false
}

/// Sees who was at a date, and says it of others.
package enum KeepAttendance: Act, AuditedAct {
    package static let name = "keepAttendance", allowed: Capacities = [.facilitator], scope = ActScope.thread
}

/// Says where the recording of a date is, or that it was not recorded.
package enum KeepRecording: Act, AuditedAct {
    package static let name = "keepRecording", allowed: Capacities = [.facilitator], scope = ActScope.thread
}

/// Puts a discussion on the table of a date.
package enum PutOnTable: Act, PlainAct {
    package static let name = "putOnTable", allowed: Capacities = [.groupMember], scope = ActScope.thread

    package static func condition(_ facts: Facts) -> Denial? { SeeJoinLink.condition(facts) }
}

/// Orders the agenda of a date, changes any of its items, and says what came of them.
package enum ArrangeAgenda: Act, AuditedAct {
    package static let name = "arrangeAgenda", allowed: Capacities = [.facilitator], scope = ActScope.thread
}

extension AuditAct {
    package static let followUpSettled: AuditAct = "follow-up-settled"
    package static let attendanceKept: AuditAct = "attendance-kept"
    /// Of one person, a week or more after the date.
    package static let attendanceCorrected: AuditAct = "attendance-corrected"
    package static let recordingKept: AuditAct = "recording-kept"
    package static let agendaArranged: AuditAct = "agenda-arranged"
    package static let gatheringPlanned: AuditAct = "gathering-planned"
    package static let gatheringChanged: AuditAct = "gathering-changed"
    package static let gatheringCancelled: AuditAct = "gathering-cancelled"
    package static let gatheringSkipped: AuditAct = "gathering-skipped"
    package static let gatheringRestored: AuditAct = "gathering-restored"
    /// Nobody is told of what was changed about dates.
    package static let noteWithheld: AuditAct = "gathering-note-withheld"
    /// A host wrote to people by what they answered.
    package static let hostMessageSent: AuditAct = "gathering-message-sent"
    /// A host took that back, or off the page.
    package static let hostMessageWithdrawn: AuditAct = "gathering-message-withdrawn"
    package static let seriesPlanned: AuditAct = "series-planned"
    package static let seriesChanged: AuditAct = "series-changed"
    /// Cancelled or skipped, from a date on.
    package static let seriesCancelled: AuditAct = "series-cancelled"
    package static let seriesRestored: AuditAct = "series-restored"
}
