import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

extension Route {
    /// Series of dates, as JSON.
    static let seriesAPI: [Route] = [
        .api(
            .get,
            APIPaths.seriesOfCommunity,
            needsMember: false,
            APIDescription(
                "The series of a community that I can read, in the order of their making",
                query: APIDescription.Parameter.paging(),
                response: .page(of: SeriesJSON.schema)
            )
        ) { try await $0.seriesPage() },
        .api(
            .post,
            APIPaths.seriesOfCommunity,
            APIDescription(
                "Plans a series; rule is weekly, every two weeks, monthly, quarterly or yearly, and the dates within two years are made",
                request: NewSeriesBody.schema,
                response: SeriesJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.planSeriesByAPI() },
        .api(
            .get,
            APIPaths.series,
            needsMember: false,
            APIDescription("One series", response: SeriesJSON.schema)
        ) { call in try await call.seriesAnswer(call.id("series"), .ok) },
        .api(
            .patch,
            APIPaths.series,
            APIDescription(
                "Changes a series and its dates that are not over, cancels or restores them; a date keeps what it has of its own",
                request: SeriesChangeBody.schema,
                response: SeriesJSON.schema
            )
        ) { try await $0.changeSeriesByAPI() },
    ]
}

private enum NewSeriesBody {
    static let name = BodyField<String>.text("name", Limits.titleScalars)
    static let purpose = BodyField<String?>.text("purpose", Limits.seriesPurposeScalars)
    static let group = BodyField<String>.text("group")
    static let rule = BodyField<String>.text("rule", Limits.recurrenceRuleScalars)
    static let start = BodyField<String>.text("start")
    static let zone = BodyField<String>.text("zone")
    static let minutes = BodyField<Int>.int("minutes", Limits.gatheringMinutes)
    static let mode = BodyField<GatheringMode>.word("mode")
    static let place = BodyField<String?>.text("place", Limits.gatheringPlaceScalars)
    static let joinLink = BodyField<String?>.text("joinLink", Limits.joinLinkScalars)
    static let capacity = BodyField<Int?>.int("capacity", 0...Limits.gatheringCapacity.upperBound)
    static let recording = BodyField<RecordingRule?>.word("recording")
    static let credit = BodyField<String?>.text("credit", Limits.seriesCreditScalars)
    static let schema = Schema.body(
        name,
        purpose,
        group,
        rule,
        start,
        zone,
        minutes,
        mode,
        place,
        joinLink,
        capacity,
        recording,
        credit
    )
}

private enum SeriesChangeBody {
    static let name = BodyField<String?>.text("name", Limits.titleScalars)
    static let purpose = BodyField<String?>.text("purpose", Limits.seriesPurposeScalars)
    static let rule = BodyField<String?>.text("rule", Limits.recurrenceRuleScalars)
    static let start = BodyField<String?>.text("start")
    static let zone = BodyField<String?>.text("zone")
    static let minutes = BodyField<Int?>.int("minutes", Limits.gatheringMinutes)
    static let mode = BodyField<GatheringMode?>.word("mode")
    static let place = BodyField<String?>.text("place", Limits.gatheringPlaceScalars)
    static let joinLink = BodyField<String?>.text("joinLink", Limits.joinLinkScalars)
    static let capacity = BodyField<Int?>.int("capacity", 0...Limits.gatheringCapacity.upperBound)
    static let recording = BodyField<RecordingRule?>.word("recording")
    static let credit = BodyField<String?>.text("credit", Limits.seriesCreditScalars)
    static let state = BodyField<GatheringState?>.word("state", of: GatheringState.asked)
    static let version = BodyField<Int>.int("version")
    static let schema = Schema.body(
        name,
        purpose,
        rule,
        start,
        zone,
        minutes,
        mode,
        place,
        joinLink,
        capacity,
        recording,
        credit,
        state,
        version
    )
}

extension Call {
    fileprivate func seriesPage() async throws -> Response {
        let slug = try parameter("slug"), limit = try limit()
        let last = try query["cursor"].map { text throws(Denial) in
            guard let id = SeriesID(text) else { throw .input([FieldError("cursor", .wrongType(expected: "cursor"))]) }
            return id
        }
        let rows = try await read { reading in
            guard let community = try Access.community(slug, reading).community?.id else { throw Denial.missing }
            return try reading.all(ListedSeries.all(in: community, after: last, limit: limit + 1, reading))
        }
        let next = rows.count > limit ? rows.prefix(limit).last?.series.id.description : nil
        return try .json(ItemPage(rows.prefix(limit).map { SeriesJSON(listed: $0) }, next: next))
    }

    fileprivate func planSeriesByAPI() async throws -> Response {
        let slug = try parameter("slug"), json = try json()
        var typed = TypedSeries()
        typed.date.title = try json[NewSeriesBody.name]
        typed.purpose = try json[NewSeriesBody.purpose] ?? ""
        typed.rule = try json[NewSeriesBody.rule]
        typed.date.start = try json[NewSeriesBody.start]
        typed.date.zone = try json[NewSeriesBody.zone]
        typed.date.minutes = String(try json[NewSeriesBody.minutes])
        typed.date.mode = try json[NewSeriesBody.mode].rawValue
        typed.date.place = try json[NewSeriesBody.place] ?? ""
        typed.date.joinLink = try json[NewSeriesBody.joinLink] ?? ""
        typed.date.capacity = try json[NewSeriesBody.capacity].map(String.init) ?? ""
        typed.recording = try (json[NewSeriesBody.recording] ?? .never).rawValue
        typed.credit = try json[NewSeriesBody.credit] ?? ""
        let group = try json[NewSeriesBody.group]
        let facts = try await read { try Access.group(group, in: slug, $0) }
        guard let community = facts.community?.id, let group = facts.group?.id else { throw Denial.missing }
        let made = try await env.communities[community].planSeries(
            typed.series(ofProgramAt: now),
            in: group,
            as: viewer,
            once: try headerOnceKey()
        )
        return try await seriesAnswer(made, .created)
    }

    fileprivate func changeSeriesByAPI() async throws -> Response {
        let id: SeriesID = try id("series"), json = try json()
        let changed = try await read { try ChangedSeries.load(id, $0) }
        var typed = changed.typed, change = SeriesChange()
        if let name = try json[SeriesChangeBody.name] { typed.date.title = name }
        if let purpose = try json[SeriesChangeBody.purpose] { typed.purpose = purpose }
        if let rule = try json[SeriesChangeBody.rule] { typed.rule = rule }
        if let start = try json[SeriesChangeBody.start] { typed.date.start = start }
        if let zone = try json[SeriesChangeBody.zone] { typed.date.zone = zone }
        if let minutes = try json[SeriesChangeBody.minutes] { typed.date.minutes = String(minutes) }
        if let mode = try json[SeriesChangeBody.mode] { typed.date.mode = mode.rawValue }
        if let place = try json[SeriesChangeBody.place] { typed.date.place = place }
        if let link = try json[SeriesChangeBody.joinLink] { typed.date.joinLink = link }
        if let capacity = try json[SeriesChangeBody.capacity] { typed.date.capacity = String(capacity) }
        if let recording = try json[SeriesChangeBody.recording] { typed.recording = recording.rawValue }
        if let credit = try json[SeriesChangeBody.credit] { typed.credit = credit }
        change.state = try json[SeriesChangeBody.state]
        change.version = try json[SeriesChangeBody.version]
        let new = try typed.series(ofProgramAt: now, insteadOf: changed.startAt)
        change.details = new.details
        change.rhythm = new.rhythm == changed.rhythm ? nil : new.rhythm
        let made = change
        try await env.communities[changed.read.series.community].changeSeries(id, made, as: viewer)
        return try await seriesAnswer(id, .ok)
    }

    fileprivate func seriesAnswer(_ id: SeriesID, _ status: HTTPResponse.Status) async throws -> Response {
        let thing = try await read { reading in
            let read = try Series.read(id, reading)
            guard let listed = try reading.first(ListedSeries.of(id)) else { throw Denial.missing }
            let link = read.series.details.joinLink
            return SeriesJSON(listed: listed, joinLink: !link.isEmpty && read.seesLink ? link : nil)
        }
        return try .json(thing, status: status)
    }
}
