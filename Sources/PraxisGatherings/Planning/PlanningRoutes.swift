import Foundation
import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Planning, changing and cancelling a date.
    static let planningRoutes: [Route] = [
        .memberPage(Paths.newGathering) { call in
            let planning = GatheringFormPageView.Purpose.plan(try await call.planning())
            var typed = TypedGathering()
            typed.zone = call.zone.identifier
            (typed.minutes, typed.mode) = ("60", GatheringMode.online.rawValue)
            let group = [(name: "group", value: call.query.text("group"))]
            let fields = Fields(typed.fields.pairs + group)
            return GatheringFormPageView(call: call, purpose: planning, typed: fields).response()
        },
        .form(Paths.newGathering) { try await $0.planGathering() },
        .memberPage(Paths.gathering) { call in
            let changed = try await call.changedGathering(), old = changed.old
            let purpose = changed.purpose(basedOn: old.gathering.version)
            let typed = TypedGathering(old.gathering, title: old.title).fields.pairs
            let scope = [(name: "scope", value: GatheringScope.this.rawValue)]
            return GatheringFormPageView(call: call, purpose: purpose, typed: Fields(typed + scope)).response()
        },
        .form(Paths.gathering) { try await $0.changeGathering() },
        .form(Paths.cancelGathering) { try await $0.setGathering(.cancelled, done: "cancelled") },
        .form(Paths.skipGathering) { try await $0.setGathering(.skipped, done: "skipped") },
        .form(Paths.restoreGathering) { try await $0.setGathering(.planned, done: "restored") },
    ]
}

extension Call {
    /// Changes a date, or that and all later ones of its series.
    func changeGathering(_ thread: ThreadID, _ change: GatheringChange, _ scope: GatheringScope) async throws {
        let community = try await community(of: thread)
        switch scope {
        case .this: try await community.changeGathering(thread, change, as: viewer)
        case .onward: try await community.changeOnward(thread, change, as: viewer)
        }
    }

    /// Where the viewer may plan.
    /// - Throws: `Denial.missing`; why the viewer may not plan anywhere.
    func planning() async throws -> PlanningPlaces {
        let line = try await communityView().details.line
        return try await read { reading in
            let places = try PlanningPlace.all(in: line.id, reading)
            if places.isEmpty { throw try PlanningPlace.refusal(in: line.id, reading) }
            let only = places.count == 1 ? try ThreadReaders.of(group: places[0].id, reading) : nil
            return PlanningPlaces(places: places, community: line, readers: only)
        }
    }

    fileprivate func planGathering() async throws -> Response {
        let planning = try await planning(), form = try form()
        do {
            let group = planning.places.first { $0.slug == form.text("group") }
            let gathering = try newGathering(form, lacksGroup: group == nil)
            guard let group else { throw Denial.input([FieldError("group", .missing)]) }
            let made = try await env.communities[planning.community.id].planGathering(
                gathering,
                in: group.id,
                as: viewer,
                once: try formOnceKey(form)
            )
            return .seeOther(Paths.gathering(made, done: "planned"))
        } catch Denial.input(let errors) {
            return GatheringFormPageView(call: self, purpose: .plan(planning), typed: form, errors: errors)
                .response(.unprocessableContent)
        }
    }

    /// - Throws: `Denial.input` with all that is wrong, a missing group first, as the form has it.
    private func newGathering(_ form: Fields, lacksGroup: Bool) throws(Denial) -> NewGathering {
        var errors = lacksGroup ? [FieldError("group", .missing)] : []
        let details = errors.collect(nil as GatheringDetails?) { () throws(Denial) in
            try TypedGathering(form).details(at: now)
        }
        let purpose = errors.collect(nil as PostText?) { () throws(Denial) in
            try GatheringPurpose.checked(form.text("purpose"))
        }
        guard errors.isEmpty, let details else { throw .input(errors) }
        return NewGathering(details, purpose: purpose)
    }

    /// The date of the address, for viewers who may change it.
    fileprivate func changedGathering() async throws -> ChangedGathering {
        let thread: ThreadID = try id("thread")
        return try await read { reading in
            let old = try TitledGathering.admitted(to: ChangeGathering.self, thread, reading).date
            return ChangedGathering(old: old, readers: try ThreadReaders.of(thread, reading))
        }
    }

    fileprivate func changeGathering() async throws -> Response {
        let changed = try await changedGathering(), old = changed.old, form = try form(), thread = old.gathering.thread
        let version = try form.int("version") ?? 0
        func page(_ errors: [FieldError], isStale: Bool = false) -> GatheringFormPageView {
            let purpose = changed.purpose(basedOn: isStale ? old.gathering.version : version)
            return GatheringFormPageView(call: self, purpose: purpose, typed: form, errors: errors, isStale: isStale)
        }
        do {
            var change = GatheringChange()
            change.version = version
            change.details = try TypedGathering(form).details(at: now, insteadOf: old.gathering.startAt)
            let made = change, scope = try form.word("scope", GatheringScope.self) ?? .this
            try await changeGathering(thread, made, scope)
            return .seeOther(Paths.gathering(thread, done: "moved"))
        } catch Denial.input(let errors) {
            return page(errors.map { $0.field == "start" ? FieldError("date", $0.problem) : $0 }).response(
                .unprocessableContent
            )
        } catch Denial.stale {
            return page([], isStale: true).response(.conflict)
        }
    }

    fileprivate func setGathering(_ state: GatheringState, done: String) async throws -> Response {
        let thread: ThreadID = try id("thread"), scope = try form().word("scope", GatheringScope.self) ?? .this
        var change = GatheringChange()
        change.state = state
        let made = change
        try await changeGathering(thread, made, scope)
        return .seeOther(Paths.gathering(thread, done: scope == .this ? done : done + "-onward"))
    }
}

/// Where something is about to be planned.
struct PlanningPlaces: Sendable {
    let places: [PlanningPlace]
    let community: CommunityLine
    /// Of the only one.
    let readers: ThreadReaders?
}

/// A date that is about to be changed, with who can read its discussion.
private struct ChangedGathering {
    let old: TitledGathering
    let readers: ThreadReaders

    func purpose(basedOn version: Int) -> GatheringFormPageView.Purpose {
        .change(
            old.gathering.thread,
            version: version,
            readers,
            isOfSeries: old.gathering.series != nil && old.gathering.occurrence != nil
        )
    }
}
