package import PraxisCapability
import PraxisCommunity
import PraxisDigest
package import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension ThreadKind {
    /// A date, whose posts are what people say of it.
    package static let gathering: ThreadKind = "gathering"
}

extension Capability {
    /// Dates: planned by facilitators, each with a discussion of its own.
    package static let gatherings = Capability(
        "gatherings",
        migrations: Migration.gatherings + [.holidays, .groupResources, .hostMessages],
        acts: [
            PlanGathering.self, ChangeGathering.self, PlanSeries.self, ChangeSeries.self, SeeJoinLink.self,
            AnswerGathering.self, AnswerSeries.self, SeeComing.self, AddToAgenda.self, PutOnTable.self,
            ArrangeAgenda.self,
            SubscribeToGroup.self, WriteNotes.self, AskQuestion.self, WantAnswer.self, UnwantAnswer.self,
            AddFollowUp.self, SettleFollowUps.self, Attend.self,
            KeepAttendance.self, KeepRecording.self, KeepHolidays.self, KeepSiteHolidays.self,
        ],
        audits: [
            .init(.gatheringPlanned), .init(.gatheringChanged), .init(.gatheringCancelled), .init(.gatheringSkipped),
            .init(.gatheringRestored), .init(.seriesPlanned), .init(.seriesChanged), .init(.seriesCancelled),
            .init(.seriesRestored), .init(.agendaArranged), .init(.followUpSettled), .init(.noteWithheld),
            .init(.attendanceKept), .init(.attendanceCorrected), .init(.holidaysChanged), .init(.holidaysDeleted),
            .init(.holidaysKept), .init(.recordingKept), .init(.hostMessageSent), .init(.hostMessageWithdrawn),
        ],
        events: EventKind.gatherings + [.holidays],
        // What is said of a date that has begun comes before what moves it: those who ask all routes in this order find it as it was made.
        routes: Route.gatheringRoutes + Route.attendanceRoutes + Route.attendanceFileRoutes + Route.attendanceAPI
            + Route.certificateRoutes + Route.planningRoutes + Route.answerRoutes + Route.hostMessageRoutes
            + Route.gatheringAPI + Route.answerAPI
            + Route.seriesAnswerRoutes + Route.seriesAnswerAPI + Route.seriesRoutes
            + Route.seriesAPI + Route.agendaRoutes + Route.tableRoutes + Route.agendaAPI + Route.calendarRoutes
            + Route.calendarAPI + Route.notesRoutes + Route.notesAPI + Route.questionRoutes + Route.questionAPI
            + Route.recordingRoutes + Route.recordingAPI
            + Route.followUpRoutes + Route.followUpAPI
            + Route.learningRoutes + Route.learningAPI + Route.gatheringMailRoutes + Route.sittingRoutes
            + Route.holidayDateRoutes + Route.holidayListRoutes,
        mails: [.seat, .confirmation, .seriesConfirmation, .reminder, .dateChanges, .hostMessage],
        mailSettings: [.gatherings],
        digest: [.gatherings],
        threadLinks: [
            ThreadLink(if: PutOnTable.self, except: .gathering, to: Paths.table) { $0.gatherings.agenda.table() }
        ],
        places: [.nextGatherings, .resources, .calendar],
        home: [.gatherings],
        tabs: [.gatherings],
        parts: [
            DraftTargetKind(NotesTarget.self), DraftTargetKind(QuestionTarget.self),
            PostRolePart(.notes, correctedBy: WriteNotes.self) { $0.gatherings.notes.heading() },
            PostRolePart(.purpose, hasHeading: true) { $0.gatherings.notes.purpose() },
            PostRolePart(.question) { $0.gatherings.questions.one() },
            MailLinkUse.cannotCome,
            PostRolePart(.outcome) { $0.gatherings.agenda.outcome() }, StyleSample.month, StyleSample.date,
            StyleSample.questions, StyleSample.attendance,
        ],
        search: [.series],
        threadKinds: [.gathering],
        threadFacets: [.gathering],
        links: [
            MenuLink(
                .communitySettings,
                if: KeepHolidays.self,
                { $0.gatherings.holidays.lists.title() },
                to: { Paths.holidays($0.community) }
            ),
            MenuLink(
                .siteDuties,
                if: KeepSiteHolidays.self,
                { $0.gatherings.holidays.lists.title() },
                to: Paths.siteHolidays
            ),
        ],
        ticks: [.series, .reminders, .sittings, .hostMessages],
        words: [
            WordFile(
                GatheringWords.self,
                english: PackageResources.gatherings_en_json,
                french: PackageResources.gatherings_fr_json
            )
        ],
        pages: [
            .navigation(.init(30, .calendar, Paths.gatherings) { $0.words.gatherings.title() }),
            .style(PackageResources.gatherings_css),
        ],
        imports: [
            HolidayListLine.kind, HolidayLine.kind, SeriesLine.kind, SeriesRhythmLine.kind, SeriesHolidaysLine.kind,
            HolidayKeptLine.kind, GatheringLine.kind, AnswerLine.kind, SeriesAnswerLine.kind,
            AgendaLine.kind, QuestionVoteLine.kind, RecordingLine.kind, HostMessageLine.kind,
            FollowUpLine.kind, AttendanceLine.kind, CertificateLine.kind, LearningEntryLine.kind,
        ],
        exports: [
            .holidayLists, .holidays, .series, .seriesRhythms, .seriesHolidays, .gatherings, .holidaysKept, .answers,
            .seriesAnswers, .agenda, .questionVotes, .recordings, .hostMessages, .followUps, .attendance,
            .certificates, .learning,
        ],
        purges: [.accessNeeds, .learning, .sittings, .questionVotes, .undoneMessages],
        tables: .gatherings
    )
}

extension DigestSection {
    /// Dates a week ahead, planned ones, and those that were moved or cancelled.
    fileprivate static let gatherings = DigestSection(
        isReason: { scope in try DigestGathering.areAny(scope) },
        load: { scope in
            let dates = try DigestGathering.load(scope)
            if dates.isEmpty { return nil }
            let mail = { @Sendable in GatheringDigestMail(dates: dates, drawing: $0) }
            return Contents(
                places: dates.map(\.place),
                face: { mail($0).face },
                at: .dates,
                parts: { drawing, _ in mail(drawing).parts },
                page: { mail($0).page }
            )
        }
    )
}

extension CommunityTab {
    static let gatherings = CommunityTab(
        15,
        if: ReadCommunity.self,
        { $0.gatherings.title() },
        at: \.gatherings
    )
}

extension ThreadKindPart {
    fileprivate static let gathering = ThreadKindPart(
        .gathering,
        { $0.gatherings.kind.one() },
        plural: { $0.gatherings.kind.all() },
        begun: { $0.gatherings.kind.begun() },
        icon: .calendar,
        awaits: .nothing,
        hasDigestSection: true
    )
}

extension ThreadFacet {
    fileprivate static let gathering = ThreadFacet(.gathering, field: ("gathering", GatheringFacetJSON.schema)) {
        threads,
        db in
        let gatherings = try db.all(Gathering.of(threads)), purposes = try db.all(DatePurpose.of(threads))
        // A page is of one thread; lists show neither who comes, nor what else is of its series, on its agenda, in its notes or among its questions and follow-ups, nor who was there, nor its recording, nor what its hosts wrote.
        guard threads.count == 1, let one = gatherings.first else { return Contents(gatherings, purposes) }
        return Contents(
            gatherings,
            purposes,
            try Answers.load(one.thread, capacity: one.capacity, db),
            try SeriesOfDate.load(one, db),
            try db.all(AgendaItem.of(one.thread)),
            try Questions.load(one.thread, db),
            try db.first(DateNotes.of(one.thread)),
            try FollowUps.load(one, db),
            try Attendance.load(one.thread, db),
            try db.first(DateRecording.of(one.thread)),
            try WaitingNote.of(one.thread, db),
            try db.all(AddressedMessage.of(one.thread))
        )
    }
}
