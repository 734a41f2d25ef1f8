import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisOutbox
import PraxisPlaces
import PraxisSite
import PraxisStore
import PraxisStyle
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

/// A community in which everything that needs a right beyond a member's can be done.
struct PrivilegedWorld: Sendable {
    let world: CommunityWorld
    let thread: ThreadID
    /// A date.
    let gathering: ThreadID
    /// One that ended 19 days ago.
    let past: ThreadID
    let series: SeriesID
    /// The form that keeps its first date, which falls on a holiday.
    let keptOnHoliday: [(String, String)]
    let reply: PostID
    let request: RequestID
    let waiting: MemberID
    /// A report of the reply.
    let item: QueueItemID

    init() async throws {
        world = try await CommunityWorld(personas: [
            .member, .stranger, .guest, .facilitator, .moderator, .manager, .siteAdministrator,
        ])
        let site = world.site, member = try world.member(.member), community = world.community
        thread = try await site.thread(
            "How do you do this?",
            in: site.commons(of: community),
            of: community,
            by: member
        )
        gathering = try await site.env.communities[community].planGathering(
            site.gathering("The circle"),
            in: site.commons(of: community),
            as: world.viewer(.facilitator)
        )
        series = try await site.env.communities[community].planSeries(
            site.series("Our circles"),
            in: site.commons(of: community),
            as: world.viewer(.facilitator)
        )
        let day = LocalTime.dayNumber(year: 2026, month: 12, day: 15), holiday = Holiday(day...day, "Secretword")
        let list = NewHolidayList(name: "Secretword", holidays: [holiday])
        for place in [community, nil] {
            _ = try await site.env.site.command { db in try db.insertHolidayList(list, of: place) }
        }
        let first: ThreadID = try await site.value("SELECT threadId FROM gathering WHERE seriesId = \(series) LIMIT 1")
        keptOnHoliday = [("shown", "\(first):1:1.\(day).\(day)"), ("c\(first)", "keep")]
        for title in ["Herons", "Storks"] {
            _ = try await site.env.communities[community].addToAgenda(
                NewAgendaItem(try AgendaEntry(title: title, minutes: "", lead: "")),
                of: gathering,
                as: world.viewer(.member)
            )
        }
        _ = try await site.env.communities[community].addFollowUp(
            NewFollowUp(title: "A secretword follow-up", kind: "other", owner: nil, due: "", today: 0),
            of: gathering,
            as: world.viewer(.member)
        )
        let actor = site.env.communities[community], host = try world.viewer(.facilitator)
        try await actor.answer(.yes, to: gathering, as: world.viewer(.member))
        let message = try NewHostMessage(to: ["seated"], body: "Bring secretword.")
        _ = try await actor.send(message, of: gathering, as: host)
        try await site.begin(gathering)
        past = try await site.env.communities[community].planGathering(
            site.gathering("A circle of last month"),
            in: site.commons(of: community),
            as: world.viewer(.facilitator)
        )
        try await site.begin(past, .days(20), ended: .days(19))
        reply = try await site.reply("Like secretword this.", to: thread, of: community, by: member)
        let stranger = try world.viewer(.stranger)
        guard
            case .asked(let asked) = try await site.env.communities[community].join(
                agreeing: nil,
                note: "Please secretword.",
                as: stranger
            )
        else { throw Denial.missing }
        request = asked
        waiting = try await site.env.site.command { db in
            guard let email = EmailAddress("waiting@example.org") else { throw Denial.missing }
            var new = NewMember(email: email, name: "Waiting Person")
            new.standing = .pending
            return try db.addMember(new, by: .system())
        }
        try await site.join(member, group: site.commons(of: community), of: community)
        _ = try await world.invitation()
        _ = try await site.env.communities[community].report(
            reply,
            NewReport(.spam, note: "Secretword."),
            as: world.viewer(.guest)
        )
        item = try await site.value("SELECT id FROM queueItem ORDER BY id DESC LIMIT 1")
        try await site.env.site.command { db in
            try db.queueMail(.joinRequest, to: member, period: "1")
            try db.run("UPDATE outbox SET state = 'failed', endedAt = \(db.now), failure = '67' WHERE period = '1'")
        }
        try await site.join(world.member(.guest), community, as: .guest, standing: .silenced)
    }
}

/// One act that needs such a right, as its form is sent.
struct PrivilegedRequest: Sendable {
    let permitted: any Act.Type
    let act: AuditAct
    let persona: Persona
    let form: @Sendable (PrivilegedWorld) throws -> (path: String, fields: [(String, String)])

    init(
        _ permitted: any Act.Type,
        _ act: AuditAct,
        _ persona: Persona,
        _ form: @escaping @Sendable (PrivilegedWorld) throws -> (String, [(String, String)])
    ) {
        (self.permitted, self.act, self.persona, self.form) = (permitted, act, persona, form)
    }

    static let held = [("kind", "silenced"), ("days", "7"), ("text", "Cool secretword down.")]

    static let series = [
        ("name", "Our secretword"), ("date", "2026-12-15"), ("time", "12:30"), ("zone", "Europe/London"),
        ("repeats", "fortnightly"), ("ends", "count"), ("count", "4"), ("minutes", "60"), ("mode", "online"),
        ("recording", "never"),
    ]

    static let all: [PrivilegedRequest] = [
        PrivilegedRequest(StartNotice.self, .noticeStarted, .facilitator) { _ in
            (
                "/c/nursing/new-thread",
                [
                    ("kind", "notice"), ("title", "The hall is closed"), ("body", "Until secretword."),
                    ("group", "everyone"),
                ]
            )
        },
        PrivilegedRequest(MarkAnswered.self, .threadAnswered, .facilitator) { ("/p/\($0.reply)/helped", []) },
        PrivilegedRequest(Redact.self, .redacted, .facilitator) {
            ("/p/\($0.reply)/redact", [("body", "Like this."), ("revision", "1"), ("act", "redact")])
        },
        PrivilegedRequest(Retitle.self, .threadRetitled, .facilitator) {
            ("/t/\($0.thread)/title", [("title", "How is secretword done?"), ("version", "1")])
        },
        PrivilegedRequest(CloseThread.self, .threadClosed, .facilitator) {
            ("/t/\($0.thread)/close", [("version", "1")])
        },
        PrivilegedRequest(Pin.self, .threadPinned, .facilitator) { ("/t/\($0.thread)/pin", [("version", "1")]) },
        PrivilegedRequest(PlanGathering.self, .gatheringPlanned, .facilitator) { _ in
            (
                "/c/nursing/gatherings/new",
                [
                    ("group", "everyone"), ("title", "A secretword circle"), ("date", "2026-12-15"), ("time", "12:30"),
                    ("zone", "Europe/London"), ("minutes", "60"), ("mode", "online"),
                    ("joinLink", "https://secretword.example"),
                ]
            )
        },
        PrivilegedRequest(ChangeGathering.self, .gatheringChanged, .facilitator) {
            (
                "/t/\($0.gathering)/gathering",
                [
                    ("title", "The circle"), ("date", "2026-12-16"), ("time", "12:30"), ("zone", "Europe/London"),
                    ("minutes", "60"), ("mode", "in-person"), ("place", "Secretword"), ("version", "1"),
                ]
            )
        },
        PrivilegedRequest(ChangeGathering.self, .gatheringCancelled, .facilitator) {
            ("/t/\($0.gathering)/gathering/cancel", [])
        },
        PrivilegedRequest(ChangeGathering.self, .gatheringSkipped, .facilitator) {
            ("/t/\($0.gathering)/gathering/skip", [])
        },
        PrivilegedRequest(PlanSeries.self, .seriesPlanned, .facilitator) { _ in
            ("/c/nursing/gatherings/new-series", Self.series + [("group", "everyone")])
        },
        PrivilegedRequest(ChangeSeries.self, .seriesChanged, .facilitator) {
            ("/c/nursing/series/\($0.series)/change", Self.series + [("version", "1")])
        },
        PrivilegedRequest(ChangeSeries.self, .seriesCancelled, .facilitator) {
            ("/c/nursing/series/\($0.series)/cancel", [])
        },
        PrivilegedRequest(ChangeSeries.self, .holidaysKept, .facilitator) {
            ("/c/nursing/series/\($0.series)/holidays", $0.keptOnHoliday)
        },
        PrivilegedRequest(KeepHolidays.self, .holidaysChanged, .manager) { _ in
            ("/c/nursing/holidays/new", [("name", "Secretword"), ("entries", "2026-12-21 Secretword")])
        },
        PrivilegedRequest(KeepHolidays.self, .holidaysDeleted, .manager) { _ in ("/c/nursing/holidays/1/delete", []) },
        PrivilegedRequest(KeepSiteHolidays.self, .holidaysChanged, .siteAdministrator) { _ in
            ("/settings/holidays/new", [("name", "Secretword"), ("entries", "2026-12-21 Secretword")])
        },
        PrivilegedRequest(KeepSiteHolidays.self, .holidaysDeleted, .siteAdministrator) { _ in
            ("/settings/holidays/2/delete", [])
        },
        PrivilegedRequest(ArrangeAgenda.self, .agendaArranged, .facilitator) { _ in
            ("/agenda/1", [("title", "A secretword item"), ("version", "1"), ("position", "2")])
        },
        PrivilegedRequest(KeepRecording.self, .recordingKept, .facilitator) {
            ("/t/\($0.past)/recording", [("recorded", "unrecorded"), ("about", "Of secretword."), ("version", "0")])
        },
        PrivilegedRequest(ChangeGathering.self, .hostMessageSent, .facilitator) {
            ("/t/\($0.gathering)/message", [("to", "seated"), ("body", "A secretword.")])
        },
        PrivilegedRequest(ChangeGathering.self, .hostMessageWithdrawn, .facilitator) {
            ("/t/\($0.gathering)/message/withdraw", [("message", "1")])
        },
        PrivilegedRequest(SettleFollowUps.self, .followUpSettled, .facilitator) { _ in
            ("/follow-ups/1", [("state", "done"), ("version", "1")])
        },
        PrivilegedRequest(KeepAttendance.self, .attendanceKept, .facilitator) {
            let member = try $0.world.member(.member)
            return (
                "/t/\($0.gathering)/attendance",
                [("shown", "\(member):"), ("present", "\(member)"), ("m\(member)", "45"), ("find", "secretword")]
            )
        },
        PrivilegedRequest(KeepAttendance.self, .attendanceCorrected, .facilitator) {
            ("/t/\($0.past)/attendance/file", [("decided", "yes"), ("list", "Name\nSecretword\nMember Person")])
        },
        PrivilegedRequest(DecideRequest.self, .requestAccepted, .manager) { ("/requests/\($0.request)/accept", []) },
        PrivilegedRequest(DecideRequest.self, .requestDeclined, .manager) { ("/requests/\($0.request)/decline", []) },
        PrivilegedRequest(Invite.self, .invited, .manager) { _ in ("/c/nursing/invitations", [("uses", "1")]) },
        PrivilegedRequest(Invite.self, .invitationRevoked, .manager) { _ in ("/c/nursing/invitations/1/revoke", []) },
        PrivilegedRequest(SetGroupRole.self, .roleChanged, .facilitator) {
            (
                "/c/nursing/g/everyone/members/\(try $0.world.member(.member))",
                [("role", "facilitator"), ("standing", "active")]
            )
        },
        PrivilegedRequest(AddGroup.self, .groupAdded, .manager) { _ in
            (
                "/c/nursing/groups/new",
                [("name", "Secretword"), ("kind", "topic"), ("access", "open"), ("editDays", "30")]
            )
        },
        PrivilegedRequest(ChangeGroup.self, .groupChanged, .facilitator) { _ in
            (
                "/c/nursing/g/everyone/settings",
                [
                    ("name", "Everyone"), ("kind", "topic"), ("access", "open"), ("listed", "yes"), ("version", "1"),
                    ("purpose", "A secretword."), ("editDays", "30"),
                ]
            )
        },
        PrivilegedRequest(ChangeCommunity.self, .communityChanged, .manager) { _ in
            (
                "/c/nursing/settings",
                [
                    ("name", "Secretword"), ("visibility", "members"), ("joining", "open"), ("language", "en"),
                    ("version", "1"),
                ]
            )
        },
        PrivilegedRequest(SetCommunityRole.self, .roleChanged, .manager) {
            ("/c/nursing/members/\(try $0.world.member(.member))", [("role", "moderator"), ("standing", "active")])
        },
        PrivilegedRequest(SetCommunityRole.self, .standingChanged, .manager) {
            ("/c/nursing/members/\(try $0.world.member(.member))", [("role", "member"), ("standing", "lapsed")])
        },
        PrivilegedRequest(AddCommunity.self, .communityAdded, .siteAdministrator) { _ in
            (
                "/communities/new",
                [
                    ("name", "Secretword"), ("visibility", "members"), ("joining", "open"), ("language", "en"),
                ]
            )
        },
        PrivilegedRequest(DecideAccount.self, .accountApproved, .siteAdministrator) {
            ("/settings/accounts/\($0.waiting)/approve", [])
        },
        PrivilegedRequest(DecideAccount.self, .accountDeclined, .siteAdministrator) {
            ("/settings/accounts/\($0.waiting)/decline", [])
        },
        PrivilegedRequest(Silence.self, .standingChanged, .moderator) {
            ("/c/nursing/members/\(try $0.world.member(.member))/standing", held)
        },
        PrivilegedRequest(Suspend.self, .standingChanged, .moderator) {
            ("/c/nursing/members/\(try $0.world.member(.member))/standing", [("kind", "suspended")] + held.dropFirst())
        },
        PrivilegedRequest(Reinstate.self, .standingChanged, .moderator) {
            ("/c/nursing/members/\(try $0.world.member(.guest))/standing/end", [])
        },
        PrivilegedRequest(Triage.self, .resolved, .moderator) {
            ("/c/nursing/queue/\($0.item)/resolve", [("action", "hide"), ("text", "A secretword."), ("version", "1")])
        },
        PrivilegedRequest(LookAfterMail.self, .mailRetried, .siteAdministrator) { _ in ("/settings/outbox/retry", []) },
        PrivilegedRequest(ChangeSite.self, .siteChanged, .siteAdministrator) { _ in
            ("/settings/site", [("help-en", "A secretword."), ("version", "0")])
        },
    ]
}

@Suite("The audit log holds a line")
struct AuditActsTests {
    @Test(
        "of each act that needs a right beyond a member's, and not a word of what was typed",
        arguments: PrivilegedRequest.all.indices
    )
    func everyAct(index: Int) async throws {
        let request = PrivilegedRequest.all[index], made = try await PrivilegedWorld(), site = made.world.site
        let before = try await site.audited()
        let (path, fields) = try request.form(made)
        let answer = try await made.world.post(path, fields, as: request.persona)
        #expect(answer.status == 303 || answer.status == 200, "\(path): \(answer.status)")
        let lines = try await site.audited().dropFirst(before.count)
        let line = try #require(lines.last)
        #expect(lines.count == 1 && line.act == request.act)
        #expect(try line.actor == made.world.member(request.persona))
        #expect(!line.detail.lowercased().contains("secretword"))
        #expect(try await site.auditFault() == nil)
    }

    @Test("of every act that the policy keeps for some: none is forgotten in this table")
    func none() {
        let privileged: Capacities = [.facilitator, .moderator, .manager, .siteAdministrator]
        let looks = [ReadAudit.name, ReadSiteAudit.name, SeeStyleguide.name]
        for act in Forum.capabilities.acts where !act.allowed.isDisjoint(with: privileged) {
            #expect(
                looks.contains(act.name) || PrivilegedRequest.all.contains { $0.permitted == act },
                "\(act) has no request here"
            )
        }
    }

    @Test("of nothing that was refused or changed nothing")
    func nothing() async throws {
        let made = try await PrivilegedWorld(), site = made.world.site
        let before = try await site.audited()
        for request in PrivilegedRequest.all {
            let (path, fields) = try request.form(made)
            #expect(try await made.world.post(path, fields, as: .stranger).status >= 400, "\(path)")
        }
        let same = "/c/nursing/members/\(try made.world.member(.member))"
        _ = try await made.world.post(same, [("role", "member"), ("standing", "active")], as: .manager)
        #expect(try await site.audited() == before)
    }

    @Test("of no act of a member with their own")
    func ownThings() async throws {
        let made = try await PrivilegedWorld(), site = made.world.site
        let before = try await site.audited()
        for (path, fields) in [
            ("/t/\(made.thread)/title", [("title", "Another title"), ("version", "1")]),
            ("/p/\(made.reply)/helped", []),
            ("/p/\(made.reply)/redact", [("body", "Less."), ("revision", "1"), ("act", "redact")]),
        ] {
            #expect(try await made.world.post(path, fields, as: .member).status == 303, "\(path)")
        }
        #expect(try await site.audited() == before)
    }

    @Test("of roles in a group, with what they were and are")
    func groupRoles() async throws {
        let made = try await PrivilegedWorld(), site = made.world.site
        let circle = try await site.group("circle", in: made.world.community, kind: .peerSupport, access: .invite)
        let facilitator = try made.world.member(.facilitator), member = try made.world.member(.member)
        try await site.join(facilitator, group: circle, of: made.world.community, as: .facilitator)
        try await site.join(member, group: circle, of: made.world.community)
        let fields = [("role", "facilitator"), ("standing", "active")]
        #expect(
            try await made.world.post("/c/nursing/g/circle/members/\(member)", fields, as: .facilitator).status == 303
        )
        let line = try #require(try await site.audited().last)
        #expect(line.act == .roleChanged && line.detail == "member facilitator" && line.group == circle)
        #expect(line.actor == facilitator && line.subject == member.subject)
    }
}
