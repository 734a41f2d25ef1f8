import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Adding what is to be done after a date, and saying how far it is.
    static let followUpRoutes: [Route] = [
        .memberPage(Paths.newFollowUp) { call in
            let place = try await call.followUpPlace()
            return FollowUpFormPageView(call: call, place: place, typed: Fields([("kind", "other")])).response()
        },
        .form(Paths.newFollowUp) { try await $0.addFollowUp() },
        .form(Paths.followUp) { try await $0.setFollowUp() },
    ]
}

/// A date that something is to be done after, and who can do it.
struct FollowUpPlace: Sendable {
    let date: TitledGathering
    let owners: [PossibleOwner]
    let readers: ThreadReaders

    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    static func load(_ thread: ThreadID, _ reading: Reading) throws -> FollowUpPlace {
        let (date, facts) = try TitledGathering.admitted(to: AddFollowUp.self, thread, reading)
        return FollowUpPlace(
            date: date,
            owners: try reading.all(PossibleOwner.of(thread, facts)),
            readers: try ThreadReaders.of(thread, reading)
        )
    }
}

extension Call {
    fileprivate func followUpPlace() async throws -> FollowUpPlace {
        let thread: ThreadID = try id("thread")
        return try await read { try FollowUpPlace.load(thread, $0) }
    }

    /// The day where a date takes place.
    func today(at date: Gathering) -> Int {
        LocalTime(now, in: Zones.stored(date.zone, orElse: env.settings.timeZone)).dayNumber
    }

    fileprivate func addFollowUp() async throws -> Response {
        let place = try await followUpPlace(), form = try form(), date = place.date.gathering
        do {
            let new = try NewFollowUp(
                title: form.text("title"),
                kind: form.text("kind"),
                owner: try owner(form.text("owner")),
                due: form.text("due"),
                today: today(at: date)
            )
            let once = try formOnceKey(form)
            _ = try await community(of: date.thread).addFollowUp(new, of: date.thread, as: viewer, once: once)
            return .seeOther(Paths.gathering(date.thread, done: "follow-up"))
        } catch Denial.input(let errors) {
            return FollowUpFormPageView(call: self, place: place, typed: form, errors: errors)
                .response(.unprocessableContent)
        }
    }

    /// Nil for nobody.
    /// - Throws: `Denial.input` for what is no number of a member's, as for members who are not in the group.
    private func owner(_ typed: String) throws(Denial) -> MemberID? {
        if typed.isEmpty { return nil }
        guard let owner = MemberID(typed) else { throw .input([FieldError("owner", .ownerIsElsewhere)]) }
        return owner
    }

    /// Back to the date on whose page the button was: its own, or a later one on which it came up again.
    fileprivate func setFollowUp() async throws -> Response {
        let id: FollowUpID = try id("followup"), form = try form()
        let thread = try await read { try FollowUp.thread(of: id, $0) }
        guard let state = FollowUpState(rawValue: form.text("state")) else {
            throw Denial.input([FieldError("state", .notAChoice(FollowUpState.allCases.map(\.rawValue)))])
        }
        let version = try await community(of: thread).setFollowUp(
            id,
            to: state,
            basedOn: try form.int("version") ?? 0,
            as: viewer
        )
        let back = ThreadID(form.text("at")) ?? thread
        return .seeOther(Paths.gathering(back, done: "follow-up-\(state.rawValue)") + "&item=\(id)&version=\(version)")
    }
}
