import FoundationEssentials
import HTML
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// What members want by mail, and what their next digest would be.
    package static let mailSettingRoutes: [Route] = [
        .memberPage(Paths.mailSettings) { call in try await call.mailSettingsAnswer() },
        .form(Paths.mailSettings) { call in try await call.saveMailSettings() },
        .form(Paths.mailGroups) { call in try await call.saveMailGroups() },
        .form(Paths.digestPreview) { call in
            let mail = try await DigestMail.next(for: try call.member(), call.env, call.words, at: call.now)
            return DigestPreviewPageView(call: call, mail: mail).response()
        },
        .form(Paths.stopDigest) { call in
            try await call.env.site.stopDigest(of: try call.member())
            // The button says "all".
            for setting in call.env.capabilities.mailSettings { try await setting.stop(call) }
            return .seeOther(Paths.mailSettings + "?done=stopped")
        },
        .form(Paths.endMailLinks) { call in
            try await call.env.site.endMailLinks(of: try call.member())
            return .seeOther(Paths.mailSettings + "?done=links")
        },
    ]
}

extension Call {
    /// The page: as things are, or as they were typed with what is wrong with them.
    private func mailSettingsAnswer(_ typed: Fields? = nil, _ errors: [FieldError] = []) async throws -> Response {
        let member = try member()
        var cards: [HTML] = []
        for setting in env.capabilities.mailSettings {
            if let card = try await setting.card(self) { cards.append(card) }
        }
        let (state, places) = try await read { reading in
            (try DigestState.of(member, reading.db), try MailPlace.all(reading))
        }
        let form = MailSettingsForm(
            fields: typed ?? Fields(state, places),
            state: state,
            places: places,
            cards: cards,
            errors: errors
        )
        return MailSettingsPageView(call: self, form: form).response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    fileprivate func mailSettingsAnswer() async throws -> Response { try await mailSettingsAnswer(nil) }

    fileprivate func saveMailSettings() async throws -> Response {
        let fields = try form()
        do {
            try await env.site.changeMail(try mailChange(fields), as: viewer)
            return .seeOther(Paths.mailSettings + "?done=saved")
        } catch Denial.input(let errors) {
            return try await mailSettingsAnswer(fields, errors)
        }
    }

    /// - Throws: `Denial.input` naming every field that is not as it should be.
    private func mailChange(_ fields: Fields) throws(Denial) -> MailChange {
        var problems: [FieldError] = []
        var cadence = Cadence()
        cadence.rhythm = problems.collect(.daily) { () throws(Denial) in
            try fields.required("rhythm", Cadence.Rhythm.self)
        }
        cadence.days = Set(fields.all("days").compactMap { Int($0) }.filter((0..<7).contains))
        if cadence.rhythm == .daily, cadence.days.isEmpty { problems.append(FieldError("days", .missing)) }
        cadence.weekday = problems.collect(0) { () throws(Denial) in try fields.number("weekday", in: 0...6) }
        cadence.monthDay = problems.collect(1) { () throws(Denial) in try fields.number("monthDay", in: 1...31) }
        cadence.hour = problems.collect(7) { () throws(Denial) in try fields.number("hour", in: 0...23) }
        var pausedUntil: Timestamp?
        if let date = fields["pausedUntil"], !date.isEmpty {
            let start = LocalTime(date: date).map { DigestPlan.midnight(of: $0.dayNumber, in: zone) }
            if start == nil { problems.append(FieldError("pausedUntil", .notATime)) }
            pausedUntil = start.flatMap { $0 > now ? $0 : nil }
        }
        if !problems.isEmpty { throw .input(problems) }
        return MailChange(cadence: cadence, pausedUntil: pausedUntil, communities: try levels(fields))
    }

    /// What was chosen for each community, or for all of them at once.
    private func levels(_ fields: Fields) throws(Denial) -> [CommunityID: MailLevel] {
        let all = fields["apply"] == nil ? nil : try fields.word("all", MailLevel.self)
        var levels: [CommunityID: MailLevel] = [:]
        for (name, value) in fields.pairs where name.hasPrefix("c") {
            guard let id = CommunityID(name.dropFirst()), let level = MailLevel(rawValue: value) else { continue }
            levels[id] = all ?? level
        }
        return levels
    }

    fileprivate func saveMailGroups() async throws -> Response {
        let fields = try form()
        guard let community = CommunityID(fields.text("community")) else { throw Denial.missing }
        var groups: [GroupID: MailLevel?] = [:]
        for (name, value) in fields.pairs where name.hasPrefix("g") {
            guard let id = GroupID(name.dropFirst()) else { continue }
            groups[id] = .some(MailLevel(rawValue: value))
        }
        try await env.site.changeMail(of: community, groups: groups, as: viewer)
        return .seeOther(Paths.mailSettings + "?done=saved")
    }
}

extension Fields {
    /// The settings as they are, as their form sends them.
    fileprivate init(_ state: DigestState, _ places: [MailPlace]) {
        let cadence = state.settings.cadence
        let paused = state.settings.pausedUntil.map { LocalTime($0, in: state.zone).date }
        self.init(
            [
                ("rhythm", cadence.rhythm.rawValue), ("weekday", String(cadence.weekday)),
                ("monthDay", String(cadence.monthDay)), ("hour", String(cadence.hour)), ("pausedUntil", paused ?? ""),
            ] + cadence.days.sorted().map { ("days", String($0)) } + places.map { ("c\($0.id)", $0.level.rawValue) }
        )
    }

    fileprivate func number(_ name: String, in range: ClosedRange<Int>) throws(Denial) -> Int {
        guard let number = try int(name), range.contains(number) else { throw .input([FieldError(name, .notANumber)]) }
        return number
    }
}
