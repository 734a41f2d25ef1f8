import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads

// Their subject is the thread.
extension Event {
    static let gatheringPlanned: Event = "gathering-planned"
    static let gatheringChanged: Event = "gathering-changed"
    static let gatheringCancelled: Event = "gathering-cancelled"
    static let gatheringSkipped: Event = "gathering-skipped"
    static let gatheringRestored: Event = "gathering-restored"
    /// Somebody said whether they come.
    static let gatheringAnswered: Event = "gathering-answered"
    static let agendaChanged: Event = "agenda-changed"
    /// What is said of its recording.
    static let recordingChanged: Event = "recording-changed"
    static let followUpsChanged: Event = "follow-ups-changed"
    /// Somebody wants to hear the answer to a question: their subject is its post.
    static let questionWanted: Event = "question-wanted"
    static let questionUnwanted: Event = "question-unwanted"
    /// What those who come will be told is more or less than it was.
    static let sittingChanged: Event = "sitting-changed"
    /// A host has written to people by what they answered, or taken that back.
    static let hostMessagesChanged: Event = "host-messages-changed"
    /// Somebody was there, or was not.
    static let attendanceChanged: Event = "attendance-changed"
}

// Their subject is the series.
extension Event {
    static let seriesPlanned: Event = "series-planned"
    static let seriesChanged: Event = "series-changed"
    /// Dates that have come within reach were made.
    static let seriesContinued: Event = "series-continued"
}

/// An act that changes a series, be it by one of its dates.
protocol SeriesChangingAct: RetitlingAct {}
extension ChangeGathering: SeriesChangingAct {}
extension ChangeSeries: SeriesChangingAct {}

extension ActEvent where A: SeriesChangingAct {
    static var seriesChanged: Self { Self(.seriesChanged) }
    static var sittingChanged: Self { Self(.sittingChanged) }
}

extension ActEvent where A == PlanSeries { static var seriesPlanned: Self { Self(.seriesPlanned) } }

extension ActEvent where A == SystemAct { static var seriesContinued: Self { Self(.seriesContinued) } }

/// An act that changes the agenda of a date.
protocol AgendaAct {}
extension AddToAgenda: AgendaAct {}
extension ArrangeAgenda: AgendaAct {}

/// An act that changes the follow-ups of a date.
protocol FollowUpAct {}
extension AddFollowUp: FollowUpAct {}
extension SettleFollowUps: FollowUpAct {}

extension ActEvent where A: FollowUpAct { static var followUpsChanged: Self { Self(.followUpsChanged) } }

/// An act that says who was at a date.
protocol AttendanceAct {}
extension Attend: AttendanceAct {}
extension KeepAttendance: AttendanceAct {}

extension ActEvent where A: AttendanceAct { static var attendanceChanged: Self { Self(.attendanceChanged) } }

extension ActEvent where A: AgendaAct { static var agendaChanged: Self { Self(.agendaChanged) } }

extension ActEvent where A == KeepRecording { static var recordingChanged: Self { Self(.recordingChanged) } }

extension ActEvent where A == WantAnswer { static var questionWanted: Self { Self(.questionWanted) } }

extension ActEvent where A == UnwantAnswer { static var questionUnwanted: Self { Self(.questionUnwanted) } }

extension ActEvent where A == PlanGathering { static var gatheringPlanned: Self { Self(.gatheringPlanned) } }

extension ActEvent where A == ChangeGathering {
    static var gatheringChanged: Self { Self(.gatheringChanged) }
    static var gatheringCancelled: Self { Self(.gatheringCancelled) }
    static var gatheringSkipped: Self { Self(.gatheringSkipped) }
    static var gatheringRestored: Self { Self(.gatheringRestored) }
    static var hostMessagesChanged: Self { Self(.hostMessagesChanged) }
}

extension ActEvent where A == AnswerGathering { static var gatheringAnswered: Self { Self(.gatheringAnswered) } }

extension ActEvent where A == AnswerSeries { static var gatheringAnswered: Self { Self(.gatheringAnswered) } }

extension EventKind {
    static let gatherings: [EventKind] =
        [.gatheringPlanned, .gatheringChanged, .gatheringCancelled, .gatheringSkipped, .gatheringRestored].map {
            event in
            EventKind(event, stales: place) { entry, db in try LiveMessage.thread(entry, db) }
        }
        // The page of each date names those before and after it.
        + [EventKind(.seriesChanged)]
        // The page of each date that was changed in it says when they are told.
        + [EventKind(.sittingChanged)]
        // The page of a date counts its messages, for each reader those that are for them; who looks at it is told of none.
        + [EventKind(.hostMessagesChanged, stales: { entry in entry.thread.map { [.thread($0)] } })]
        + [.seriesPlanned, .seriesContinued].map { EventKind($0, stales: EventKind.place) }
        // No list shows answers, who was there, recordings or which questions are wanted, and no one is told whose they are.
        + [
            .agendaChanged, .gatheringAnswered, .attendanceChanged, .questionWanted, .questionUnwanted,
            .recordingChanged,
        ].map { event in
            EventKind(
                event,
                stales: { entry in entry.thread.map { [.thread($0)] } },
                tells: { entry, db in try LiveMessage.thread(entry, db) }
            )
        }
        + [
            // They come up again on the pages of later dates.
            EventKind(.followUpsChanged, tells: { entry, db in try LiveMessage.thread(entry, db) }),
            // Who leaves a place does not come to its dates, and does nothing that came of them; the addresses of its calendars end.
            .also(
                .left,
                follows: { entry, db, _ in
                    guard let member = entry.subject?.id(as: Noun.Member.self), let community = entry.community
                    else { return }
                    try db.endSeriesAnswers(of: member, in: community, entry.group)
                    try db.endAnswers(of: member, in: community, entry.group)
                    try db.endCalendars(of: member, in: community, entry.group, at: entry.number)
                    try db.endQuestionVotes(of: member, in: community, entry.group)
                    try db.endFollowUps(of: member, in: community, entry.group)
                }
            ),
            // Calendars take a new title as they take a new time.
            .also(
                .retitled,
                follows: { entry, db, _ in
                    guard let thread = entry.thread else { return }
                    try db.touchGathering(thread)
                }
            ),
        ]
}
