import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// Dates, as JSON.
    static let gatheringAPI: [Route] = [
        .api(
            .get,
            APIPaths.gatherings,
            APIDescription(
                "The dates of my communities, soonest first; without days those that are not over",
                query: GatheringRange.parameters + APIDescription.Parameter.paging(cursor: GatheringCursor.schema),
                response: .page(of: GatheringJSON.schema)
            )
        ) { call in try .json(try await call.gatheringPage(in: nil)) },
        .api(
            .get,
            APIPaths.gatheringsOfCommunity,
            needsMember: false,
            APIDescription(
                "The dates of a community, soonest first; without days or a year those that are not over",
                query: GatheringRange.parameters + [
                    .init("group", .slug), .init("year", .integer(GatheringChoice.years)), .init("series", .id),
                ] + APIDescription.Parameter.paging(cursor: GatheringCursor.schema),
                response: .page(of: GatheringJSON.schema)
            )
        ) { call in try .json(try await call.gatheringPage(in: call.parameter("slug"))) },
        .api(
            .post,
            APIPaths.gatheringsOfCommunity,
            APIDescription(
                "Plans a date; start is what the clock shows in the zone",
                request: NewGatheringBody.schema,
                response: GatheringJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.planGatheringByAPI() },
        .api(
            .get,
            APIPaths.gathering,
            needsMember: false,
            APIDescription("One date", response: GatheringJSON.schema)
        ) { call in try await call.gatheringAnswer(call.id("thread"), .ok) },
        .api(
            .patch,
            APIPaths.gathering,
            APIDescription(
                "Moves, retitles, cancels or restores a date; with the scope onward all later ones of its series, too",
                request: GatheringChangeBody.schema,
                response: GatheringJSON.schema
            )
        ) { try await $0.changeGatheringByAPI() },
        .api(
            .delete,
            APIPaths.gathering,
            APIDescription(
                "Skips a date: it leaves lists and calendars, and its page stays; PATCH with state planned undoes it",
                query: [.init("scope", .word(GatheringScope.self))],
                status: 204
            )
        ) { try await $0.skipGatheringByAPI() },
    ]
}

private enum NewGatheringBody {
    static let title = BodyField<String>.text("title", Limits.titleScalars)
    static let group = BodyField<String>.text("group")
    static let start = BodyField<String>.text("start")
    static let zone = BodyField<String>.text("zone")
    static let minutes = BodyField<Int>.int("minutes", Limits.gatheringMinutes)
    static let mode = BodyField<GatheringMode>.word("mode")
    static let place = BodyField<String?>.text("place", Limits.gatheringPlaceScalars)
    static let joinLink = BodyField<String?>.text("joinLink", Limits.joinLinkScalars)
    static let capacity = BodyField<Int?>.int("capacity", 0...Limits.gatheringCapacity.upperBound)
    static let purpose = BodyField<String?>.text("purpose", 0...Limits.postScalars.upperBound)
    static let schema = Schema.body(title, group, start, zone, minutes, mode, place, joinLink, capacity, purpose)
}

private enum GatheringChangeBody {
    static let title = BodyField<String?>.text("title", Limits.titleScalars)
    static let start = BodyField<String?>.text("start")
    static let zone = BodyField<String?>.text("zone")
    static let minutes = BodyField<Int?>.int("minutes", Limits.gatheringMinutes)
    static let mode = BodyField<GatheringMode?>.word("mode")
    static let place = BodyField<String?>.text("place", Limits.gatheringPlaceScalars)
    static let joinLink = BodyField<String?>.text("joinLink", Limits.joinLinkScalars)
    static let capacity = BodyField<Int?>.int("capacity", 0...Limits.gatheringCapacity.upperBound)
    static let state = BodyField<GatheringState?>.word("state", of: GatheringState.asked)
    static let scope = BodyField<GatheringScope?>.word("scope")
    static let version = BodyField<Int>.int("version")
    static let schema = Schema.body(title, start, zone, minutes, mode, place, joinLink, capacity, state, scope, version)
}

extension Call {
    fileprivate func gatheringPage(in slug: String?) async throws -> ItemPage<GatheringJSON> {
        let range = try GatheringRange(self), limit = try limit(), group = query["group"]
        let series = try query["series"].map { text throws(Denial) in
            guard let id = SeriesID(text) else { throw .input([FieldError("series", .wrongType(expected: "id"))]) }
            return id
        }
        var after: GatheringCursor?
        if let cursor = query["cursor"] {
            guard let known = GatheringCursor(cursor) else {
                throw Denial.input([FieldError("cursor", .wrongType(expected: "cursor"))])
            }
            after = known
        }
        let cursor = after
        let page = try await read { reading in
            var asked = range.query
            asked.after = cursor
            if let slug {
                asked.community = try Access.community(slug, reading).community?.id
                if let group { asked.group = try Access.group(group, in: slug, reading).group?.id }
                if let series {
                    let known = try Series.read(series, reading)
                    guard known.series.community == asked.community else { throw Denial.missing }
                    asked.series = series
                }
            }
            return try GatheringPage.load(asked, limit: limit, reading)
        }
        return ItemPage(page.gatherings.map { GatheringJSON(listed: $0) }, next: page.next?.description)
    }

    fileprivate func planGatheringByAPI() async throws -> Response {
        let slug = try parameter("slug"), json = try json()
        var typed = TypedGathering()
        typed.title = try json[NewGatheringBody.title]
        typed.start = try json[NewGatheringBody.start]
        typed.zone = try json[NewGatheringBody.zone]
        typed.minutes = String(try json[NewGatheringBody.minutes])
        typed.mode = try json[NewGatheringBody.mode].rawValue
        typed.place = try json[NewGatheringBody.place] ?? ""
        typed.joinLink = try json[NewGatheringBody.joinLink] ?? ""
        typed.capacity = try json[NewGatheringBody.capacity].map(String.init) ?? ""
        let purpose = try GatheringPurpose.checked(json[NewGatheringBody.purpose] ?? "")
        let group = try json[NewGatheringBody.group]
        let facts = try await read { try Access.group(group, in: slug, $0) }
        guard let community = facts.community?.id, let group = facts.group?.id else { throw Denial.missing }
        let made = try await env.communities[community].planGathering(
            NewGathering(try typed.details(ofProgramAt: now), purpose: purpose),
            in: group,
            as: viewer,
            once: try headerOnceKey()
        )
        return try await gatheringAnswer(made, .created)
    }

    fileprivate func changeGatheringByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread")
        let old = try await read { reading in
            _ = try Access.thread(thread, reading)
            return try reading.first(TitledGathering.of(thread))
        }
        guard let old else { throw Denial.missing }
        let json = try json()
        var typed = TypedGathering(old.gathering, title: old.title), change = GatheringChange()
        if let title = try json[GatheringChangeBody.title] { typed.title = title }
        if let start = try json[GatheringChangeBody.start] { typed.start = start }
        if let zone = try json[GatheringChangeBody.zone] { typed.zone = zone }
        if let minutes = try json[GatheringChangeBody.minutes] { typed.minutes = String(minutes) }
        if let mode = try json[GatheringChangeBody.mode] { typed.mode = mode.rawValue }
        if let place = try json[GatheringChangeBody.place] { typed.place = place }
        if let link = try json[GatheringChangeBody.joinLink] { typed.joinLink = link }
        if let capacity = try json[GatheringChangeBody.capacity] { typed.capacity = String(capacity) }
        change.state = try json[GatheringChangeBody.state]
        change.version = try json[GatheringChangeBody.version]
        change.details = try typed.details(ofProgramAt: now, insteadOf: old.gathering.startAt)
        let made = change
        let scope = try json[GatheringChangeBody.scope] ?? .this
        try await changeGathering(thread, made, scope)
        return try await gatheringAnswer(thread, .ok)
    }

    fileprivate func skipGatheringByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread")
        var change = GatheringChange()
        change.state = .skipped
        let made = change, scope = try gatheringScope()
        try await changeGathering(thread, made, scope)
        return .noContent
    }

    /// - Throws: `Denial.input` naming `scope`.
    private func gatheringScope() throws(Denial) -> GatheringScope {
        guard let typed = query["scope"] else { return .this }
        guard let scope = GatheringScope(rawValue: typed) else {
            throw .input([FieldError("scope", .notAChoice(GatheringScope.allCases.map(\.rawValue)))])
        }
        return scope
    }

    fileprivate func gatheringAnswer(_ thread: ThreadID, _ status: HTTPResponse.Status) async throws -> Response {
        let thing = try await read { reading in
            let facts = try Access.thread(thread, reading)
            guard let listed = try reading.first(ListedGathering.of(thread, for: reading.viewer.member)) else {
                throw Denial.missing
            }
            return GatheringJSON(
                listed: listed,
                joinLink: listed.gathering.joinLink(for: facts, listed.tally.own),
                recording: try reading.first(DateRecording.of(thread))
            )
        }
        return try .json(thing, status: status)
    }
}
