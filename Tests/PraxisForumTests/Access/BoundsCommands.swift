import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisGatherings
@testable import PraxisPlaces
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

/// A command of a community's actor, about something of the community `own`.
struct BoundsCommand: Sendable {
    /// As `signature` says it; where a signature has two lines, what tells them apart comes after it.
    let name: String
    let run: @Sendable (Community, BoundsWorld) async throws -> Void

    /// The name of the method and the types of what it takes, but for who asks and the key of a repetition.
    var signature: String { String(name.prefix { $0 != ")" }) + ")" }

    fileprivate init(_ name: String, _ run: @escaping @Sendable (Community, BoundsWorld) async throws -> Void) {
        (self.name, self.run) = (name, run)
    }

    static let all: [BoundsCommand] = ofPlaces + ofMembers + ofThreads + ofGatherings + ofPosts + ofTriage

    /// Commands that are about the community of their actor as a whole, and take no id of anything in it.
    static let ofTheCommunity: [String: String] = [
        "accept(Int?)": "the version of its agreement",
        "addGroup(NewGroup)": "a new group of it",
        "addHolidayList(NewHolidayList)": "a new list of it",
        "change(CareChange)": "its settings; a contact must belong to it",
        "change(CommunityChange)": "its settings",
        "join(Int?, String)": "the viewer's own membership of it",
        "leave()": "the viewer's own membership of it",
        "setMailRule(Bool)": "its settings",
    ]
}

extension BoundsCommand {
    private static let ofPlaces: [BoundsCommand] = [
        .init("join(GroupID, String)") { _ = try await $0.join($1.door, note: "", as: $1.manager) },
        .init("leave(GroupID)") { try await $0.leave($1.circle, as: $1.facilitator) },
        .init("change(GroupID, GroupChange)") {
            let change = GroupChange(
                name: "Circle",
                purpose: "",
                contact: "",
                kind: .topic,
                access: .request,
                isListed: true,
                language: .english,
                editDays: 1,
                version: 1
            )
            try await $0.change($1.circle, change, as: $1.facilitator)
        },
        .init("setMailRule(GroupID, MailDetail, String)") {
            try await $0.setMailRule(of: $1.circle, .title, neutralName: "A group", as: $1.facilitator)
        },
        .init("invite(GroupID?, String, Int)") {
            _ = try await $0.invite(to: $1.circle, token: "a third", uses: 1, as: $1.facilitator)
        },
        .init("revoke(InvitationID, GroupID?)") {
            try await $0.revoke($1.invitation, to: $1.circle, as: $1.facilitator)
        },
        .init("revoke(InvitationID, GroupID?) to the community") {
            try await $0.revoke($1.ownInvitation, to: nil, as: $1.manager)
        },
        .init("redeem(String, Int?)") { _ = try await $0.redeem("token", agreeing: nil, as: $1.manager) },
        .init("decide(RequestID, Bool)") { _ = try await $0.decide($1.request, accepting: true, as: $1.facilitator) },
        .init("decide(RequestID, Bool) to join the community") {
            _ = try await $0.decide($1.ownRequest, accepting: true, as: $1.manager)
        },
    ]

    private static let ofMembers: [BoundsCommand] = [
        .init("setPart(MemberID, Role, Standing)") {
            try await $0.setPart(of: $1.neighbour, role: .facilitator, standing: .active, as: $1.manager)
        },
        .init("setPart(MemberID, GroupID, Role, Standing)") {
            try await $0.setPart(
                of: $1.member,
                in: $1.circle,
                role: .facilitator,
                standing: .active,
                as: $1.facilitator
            )
        },
        .init("restrict(MemberID, GroupID?, NewRestriction)") {
            let restriction = NewRestriction(.silenced, days: 7, reason: "A reason.")
            _ = try await $0.restrict($1.member, in: $1.circle, restriction, as: $1.facilitator)
        },
        .init("restrict(MemberID, GroupID?, NewRestriction) in the community") {
            let restriction = NewRestriction(.silenced, days: 7, reason: "A reason.")
            _ = try await $0.restrict($1.neighbour, in: nil, restriction, as: $1.moderator)
        },
        .init("reinstate(MemberID, GroupID?)") {
            try await $0.reinstate($1.member, in: $1.circle, as: $1.facilitator)
        },
        .init("reinstate(MemberID, GroupID?) in the community") {
            try await $0.reinstate($1.neighbour, in: nil, as: $1.moderator)
        },
    ]

    private static let ofThreads: [BoundsCommand] = [
        .init("startThread(NewThread, GroupID, SentDraft?)") {
            let text = NewThread(title: try Title("A title"), kind: .discussion, body: try PostText("A text."))
            _ = try await $0.startThread(text, in: $1.group, as: $1.manager)
        },
        .init("startThread(NewThread, GroupID, SentDraft?) as a notice") {
            let text = NewThread(title: try Title("A title"), kind: .notice, body: try PostText("A text."))
            _ = try await $0.startThread(text, in: $1.circle, as: $1.facilitator)
        },
        .init("reply(ThreadID, PostText, PostID?, SentDraft?)") {
            _ = try await $0.reply(to: $1.thread, try PostText("A reply."), replyTo: $1.answer, as: $1.manager)
        },
        .init("change(ThreadID, ThreadChange)") {
            var change = ThreadChange()
            change.title = try Title("Another title")
            try await $0.change($1.thread, change, as: $1.manager)
        },
        .init("follow(ThreadID, FollowLevel)") { try await $0.follow($1.thread, .muted, as: $1.manager) },
        .init("follow(GroupID, FollowLevel)") { try await $0.follow(group: $1.group, .muted, as: $1.manager) },
        .init("setReadingPlace(ThreadID, Int)") { try await $0.setReadingPlace(in: $1.thread, to: 1, as: $1.manager) },
        .init("read(ThreadID, ClosedRange<Int>, ReadingPlace)") {
            try await $0.read($1.thread, 1...2, from: ReadingPlace(ReadingPlace.Marks()), as: $1.manager)
        },
    ]

    private static let ofGatherings: [BoundsCommand] = [
        .init("planGathering(NewGathering, GroupID)") {
            _ = try await $0.planGathering($1.site.gathering("Another circle"), in: $1.circle, as: $1.facilitator)
        },
        .init("changeGathering(ThreadID, GatheringChange)") {
            var change = GatheringChange()
            change.state = .cancelled
            try await $0.changeGathering($1.gathering, change, as: $1.facilitator)
        },
        .init("planSeries(NewSeries, GroupID)") {
            _ = try await $0.planSeries($1.site.series("Another series"), in: $1.circle, as: $1.facilitator)
        },
        .init("changeSeries(SeriesID, SeriesChange)") {
            var change = SeriesChange()
            change.state = .cancelled
            try await $0.changeSeries($1.series, change, as: $1.facilitator)
        },
        .init("changeOnward(ThreadID, GatheringChange)") {
            var change = GatheringChange()
            change.state = .cancelled
            try await $0.changeOnward($1.gathering, change, as: $1.facilitator)
        },
        .init("continueSeries(SeriesID)") { try await $0.continueSeries($1.series) },
        .init("addToAgenda(NewAgendaItem, ThreadID)") {
            let entry = try AgendaEntry(title: "Storks", minutes: "", lead: "")
            _ = try await $0.addToAgenda(NewAgendaItem(entry), of: $1.gathering, as: $1.facilitator)
        },
        .init("changeAgendaItem(AgendaItemID, AgendaChange)") {
            var change = AgendaChange(basedOn: 1)
            change.entry = try AgendaEntry(title: "Storks", minutes: "", lead: "")
            try await $0.changeAgendaItem($1.agenda, change, as: $1.facilitator)
        },
        .init("removeAgendaItem(AgendaItemID)") { try await $0.removeAgendaItem($1.agenda, as: $1.facilitator) },
        .init("attend(AttendanceClaim, ThreadID)") {
            try await $0.attend(.wasThere, on: $1.gathering, as: $1.facilitator)
        },
        .init("keepAttendance([AttendanceMark], AttendanceWay, ThreadID)") {
            try await $0.keepAttendance(
                [AttendanceMark($1.member, minutes: 60)],
                of: $1.gathering,
                as: $1.facilitator
            )
        },
        .init("makeCertificate(ThreadID, String)") {
            _ = try await $0.makeCertificate(of: $1.over, code: "a code", as: $1.facilitator)
        },
        .init("addFollowUp(NewFollowUp, ThreadID)") {
            let new = try NewFollowUp(title: "Count", kind: "other", owner: nil, due: "", today: 0)
            _ = try await $0.addFollowUp(new, of: $1.gathering, as: $1.facilitator)
        },
        .init("setFollowUp(FollowUpID, FollowUpState, Int)") {
            _ = try await $0.setFollowUp($1.followUp, to: .done, basedOn: 1, as: $1.facilitator)
        },
        .init("writeNotes(ThreadID, PostText, Int, SentDraft?)") {
            _ = try await $0.writeNotes(of: $1.gathering, PostText("Herons."), basedOn: 0, as: $1.facilitator)
        },
        .init("keepRecording(NewRecording, ThreadID, Int)") {
            let new = try NewRecording(recorded: "unrecorded", link: "", transcript: "", text: "It broke.")
            try await $0.keepRecording(new, of: $1.gathering, basedOn: 0, as: $1.facilitator)
        },
        .init("removeRecording(ThreadID)") { try await $0.removeRecording(of: $1.gathering, as: $1.facilitator) },
        .init("askQuestion(ThreadID, PostText, SentDraft?)") {
            _ = try await $0.askQuestion(of: $1.gathering, PostText("And when?"), as: $1.facilitator)
        },
        .init("wantAnswer(PostID, Limiter?)") { try await $0.wantAnswer(to: $1.asked, as: $1.facilitator) },
        .init("unwantAnswer(PostID)") { try await $0.unwantAnswer(to: $1.asked, as: $1.facilitator) },
        .init("answer(GatheringAnswer, AccessNeeds?, ThreadID)") {
            try await $0.answer(.yes, to: $1.gathering, as: $1.facilitator)
        },
        .init("answerSeries(GatheringAnswer, SeriesID)") {
            try await $0.answerSeries(.yes, to: $1.series, as: $1.facilitator)
        },
        .init("changeHolidayList(HolidayListID, NewHolidayList, Int)") {
            let new = NewHolidayList(name: "Winter", holidays: [])
            try await $0.changeHolidayList($1.holidays, to: new, basedOn: 1, as: $1.manager)
        },
        .init("deleteHolidayList(HolidayListID)") { try await $0.deleteHolidayList($1.holidays, as: $1.manager) },
        .init("decideHolidays([HolidayDecision], SeriesID)") {
            try await $0.decideHolidays([], of: $1.series, as: $1.facilitator)
        },
        .init("send(NewHostMessage, ThreadID)") {
            let new = try NewHostMessage(to: ["seated"], body: "Bring boots.")
            _ = try await $0.send(new, of: $1.gathering, as: $1.facilitator)
        },
        .init("withdraw(HostMessageID, ThreadID)") {
            try await $0.withdraw($1.message, of: $1.gathering, as: $1.facilitator)
        },
        .init("withholdNote(ThreadID)") { try await $0.withholdNote(about: $1.gathering, as: $1.facilitator) },
        .init("answer(GatheringAnswer, String, [UInt8])") {
            let key = $1.site.env.store.siteKey, scope = MailLink.Scope(.cannotCome, of: $1.gathering.subject)
            let link = MailLink(member: try #require($1.facilitator.member), scope: scope)
            try await $0.answer(.no, byLink: link.token(key, version: 1), key: key)
        },
    ]

    private static let ofPosts: [BoundsCommand] = [
        .init("edit(PostID, PostText, Int)") {
            try await $0.edit($1.question, to: try PostText("Another text."), basedOn: 1, as: $1.manager)
        },
        .init("redact(PostID, PostText, String, Int)") {
            let text = try PostText("A text.")
            _ = try await $0.redact($1.question, to: text, mark: "removed", basedOn: 1, as: $1.manager)
        },
        .init("withdraw(PostID, Int?)") { try await $0.withdraw($1.question, basedOn: nil, as: $1.manager) },
        .init("restore(PostID)") { try await $0.restore($1.withdrawn, as: $1.manager) },
        .init("markHelped(PostID)") { try await $0.markHelped($1.answer, as: $1.manager) },
        .init("markUnread(PostID)") { _ = try await $0.markUnread(from: $1.answer, as: $1.manager) },
        .init("react(ReactionKind, PostID, Limiter?)") { try await $0.react(.thanks, to: $1.answer, as: $1.manager) },
        .init("unreact(ReactionKind, PostID)") { try await $0.unreact(.thanks, to: $1.answer, as: $1.manager) },
        .init("report(PostID, NewReport)") {
            _ = try await $0.report($1.answer, NewReport(.other, note: "A note."), as: $1.manager)
        },
    ]

    private static let ofTriage: [BoundsCommand] = [
        .init("claim(QueueItemID, Timestamp)") { _ = try await $0.claim($1.item, as: $1.moderator, at: $1.site.now) },
        .init("release(QueueItemID)") { try await $0.release($1.item, as: $1.moderator) },
        .init("note(String, QueueItemID)") { try await $0.note("A note.", on: $1.item, as: $1.moderator) },
        .init("passOn(QueueItemID, String)") { try await $0.passOn($1.item, as: $1.moderator) },
        .init("resolve(QueueItemID, Decision)") {
            let decision = try Decision(.hide, reason: "A reason.", version: nil)
            _ = try await $0.resolve($1.item, decision, as: $1.moderator)
        },
        .init("undo(QueueItemID)") { try await $0.undo($1.decided, as: $1.moderator) },
    ]
}
