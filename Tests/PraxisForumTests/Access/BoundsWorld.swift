import PraxisCommunity
import PraxisDomain
import PraxisGatherings
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage

/// Two communities, the same people with the same rights in both, and one of everything that a command can be about in one of them.
struct BoundsWorld {
    let site: TestSite
    /// The community that everything is in.
    let own: Community
    let other: Community
    let manager: Viewer
    let moderator: Viewer
    /// Looks after `circle`.
    let facilitator: Viewer
    /// Belongs to `circle`.
    let member: MemberID
    /// Belongs to `own` and not to `other`.
    let neighbour: MemberID
    let group: GroupID
    /// A group that `manager` does not belong to.
    let door: GroupID
    let circle: GroupID
    let thread: ThreadID
    /// A date of `circle`.
    let gathering: ThreadID
    /// What its host wrote to those who come.
    let message: HostMessageID
    /// One that ended yesterday, at which `facilitator` was.
    let over: ThreadID
    /// Of `circle`.
    let series: SeriesID
    /// A list of the community.
    let holidays: HolidayListID
    /// An item of its agenda.
    let agenda: AgendaItemID
    let followUp: FollowUpID
    /// For that date, by `member`.
    let asked: PostID
    /// By `manager`.
    let question: PostID
    /// By `member`, reported.
    let answer: PostID
    /// By `manager`, who has taken it back.
    let withdrawn: PostID
    /// The open item about `answer`.
    let item: QueueItemID
    /// An item that `moderator` has decided.
    let decided: QueueItemID
    /// To join `circle`.
    let request: RequestID
    /// To join the community.
    let ownRequest: RequestID
    /// To `circle`, with the token `token`.
    let invitation: InvitationID
    /// To the community.
    let ownInvitation: InvitationID

    init() async throws {
        site = try TestSite()
        let ann = try await site.member("Ann Okafor"), ben = try await site.member("Ben Achebe")
        let mia = try await site.member("Mia Moderator"), fay = try await site.member("Fay Facilitator")
        let nursing = try await site.community("nursing"), school = try await site.community("school")
        for community in [nursing, school] {
            try await site.join(ann, community, as: .manager)
            try await site.join(mia, community, as: .moderator)
            for person in [ben, fay] { try await site.join(person, community) }
        }
        (own, other) = (site.env.communities[school], site.env.communities[nursing])
        (manager, moderator) = (Viewer(member: ann), Viewer(member: mia))
        facilitator = Viewer(member: fay)
        member = ben
        group = try await site.commons(of: school)
        door = try await site.group("door", in: school, access: .open)
        circle = try await site.group("circle", in: school, access: .request)
        try await site.join(fay, group: circle, of: school, as: .facilitator)
        try await site.join(ben, group: circle, of: school)
        thread = try await site.thread("Who signs?", in: group, of: school, by: ann)
        gathering = try await own.planGathering(site.gathering("A circle"), in: circle, as: facilitator)
        try await site.begin(gathering)
        over = try await own.planGathering(site.gathering("A circle of before"), in: circle, as: facilitator)
        try await site.begin(over, .days(2), ended: .days(1))
        try await own.attend(.wasThere, on: over, as: facilitator)
        series = try await own.planSeries(site.series("Circles of winter"), in: circle, as: facilitator)
        holidays = try await own.addHolidayList(
            NewHolidayList(name: "Schools", holidays: [Holiday(20_800...20_810, "A break")]),
            as: manager
        )
        agenda = try await own.addToAgenda(
            NewAgendaItem(try AgendaEntry(title: "Herons", minutes: "", lead: "")),
            of: gathering,
            as: facilitator
        )
        followUp = try await own.addFollowUp(
            NewFollowUp(title: "Count herons", kind: "other", owner: nil, due: "", today: 0),
            of: gathering,
            as: facilitator
        )
        try await own.answer(.yes, to: gathering, as: Viewer(member: ben))
        message = try await own.send(
            NewHostMessage(to: ["seated"], body: "Bring boots."),
            of: gathering,
            as: facilitator
        )
        question = try await site.one("SELECT id FROM post WHERE number = 1")
        asked = try await own.askQuestion(of: gathering, PostText("Where do herons nest?"), as: Viewer(member: ben))
        answer = try await site.reply("The guardian.", to: thread, of: school, by: ben)
        let care = try CareChange(heldPosts: 0, contact: fay, crisis: "", version: 0)
        try await own.change(care, as: manager)
        item = try await site.reported(answer, own, by: manager)
        decided = try await site.reported(
            try await site.reply("Or nobody.", to: thread, of: school, by: ben),
            own,
            by: manager
        )
        try await own.resolve(decided, Decision(.hide, reason: "A reason.", version: nil), as: moderator)
        withdrawn = try await site.reply("Not this.", to: thread, of: school, by: ann)
        try await own.withdraw(withdrawn, basedOn: nil, as: manager)
        neighbour = try await site.member("Dan Adeyemi")
        try await site.join(neighbour, school)
        request = try site.asked(try await own.join(circle, note: "", as: Viewer(member: neighbour)))
        let eve = Viewer(member: try await site.member("Eve Asking"))
        ownRequest = try site.asked(try await own.join(agreeing: nil, note: "", as: eve))
        invitation = try await own.invite(to: circle, token: "token", uses: 1, as: facilitator)
        ownInvitation = try await own.invite(to: nil, token: "another token", uses: 1, as: manager)
    }
}

extension TestSite {
    fileprivate func one<Value: RowDecodable & Sendable>(_ sql: SQL<Value>) async throws -> Value {
        guard let value = try await all(sql).first else { throw Denial.missing }
        return value
    }

    fileprivate func asked(_ outcome: JoinOutcome) throws -> RequestID {
        guard case .asked(let request) = outcome else { throw Denial.missing }
        return request
    }

    /// The item under which a report of a post waits.
    fileprivate func reported(_ post: PostID, _ community: Community, by viewer: Viewer) async throws -> QueueItemID {
        _ = try await community.report(post, NewReport(.other, note: "A note."), as: viewer)
        return try await one("SELECT id FROM queueItem WHERE subjectKind = 'post' AND subjectId = \(post)")
    }
}
