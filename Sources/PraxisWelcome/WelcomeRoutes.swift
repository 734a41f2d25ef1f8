import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads
package import PraxisWeb
import PraxisWords

extension Route {
    /// The steps of a newcomer: each can be come back to, and skipped.
    package static let welcome: [Route] = [
        .memberPage(Paths.welcome) { call in try await call.workStep() },
        .form(Paths.welcome) { call in try await call.takeWork() },
        .memberPage(Paths.welcomePlaces) { call in try await call.placeStep() },
        .form(Paths.welcomePlaces) { call in try await call.takePlaces() },
        .memberPage(Paths.welcomeDigest) { call in try await call.digestStep() },
        .form(Paths.welcomeDigest) { call in try await call.takeDigest() },
        .memberPage(Paths.welcomeHello) { call in try await call.helloStep() },
    ]
}

extension Call {
    private var next: String { Paths.own(query["next"]) }

    private func ownSession() throws -> Session {
        guard let session else { throw Denial.signedOut }
        return session
    }

    fileprivate func workStep() async throws -> Response {
        let session = try ownSession(), work = try await read { try Work.of(session.member, $0.db) }
        let form = Fields([
            ("name", session.name), ("occupation", work.occupation), ("organisation", work.organisation),
            ("region", work.region),
        ])
        return WorkStepView(call: self, next: next, form: form).response()
    }

    fileprivate func takeWork() async throws -> Response {
        let fields = try form(), session = try ownSession()
        do {
            let typed = fields.text("name")
            let profile = Profile(
                // An import or an administrator may have given a name that could not be chosen: it can be kept.
                name: typed == session.name ? typed : try NamePlan.checked(typed),
                language: session.language,
                timeZone: session.timeZone,
                work: try Work.checked(TypedWork(fields))
            )
            try await env.site.changeProfile(of: session.member, to: profile)
            return .seeOther(WelcomeStep(call: self, number: 1, next: fields.next).following)
        } catch Denial.input(let errors) {
            return WorkStepView(call: self, next: fields.next, form: fields, errors: errors)
                .response(.unprocessableContent)
        }
    }

    /// With the token of the invitation that the member came with, if `next` leads to one.
    private func choices(_ next: String) async throws -> PlaceChoices {
        let session = try ownSession(), invitation = Paths.invitation("")
        let token = next.hasPrefix(invitation) ? String(next.dropFirst(invitation.count)) : nil
        return try await read { reading in
            let work = try Work.of(session.member, reading.db)
            return try PlaceChoices.load(
                invitedBy: token,
                work: work,
                language: session.language,
                reading
            )
        }
    }

    fileprivate func placeStep() async throws -> Response {
        PlaceStepView(call: self, next: next, choices: try await choices(next)).response()
    }

    fileprivate func takePlaces() async throws -> Response {
        let fields = try form(), choices = try await choices(fields.next)
        do {
            try await join(choices, tickedIn: fields)
            // An invitation that was used has led where it leads.
            let isUsed = fields.all("place").contains(PlaceChoices.invitationKey)
            let next = isUsed ? Paths.home : fields.next
            return .seeOther(WelcomeStep(call: self, number: 2, next: next).following)
        } catch Denial.input(let errors) {
            return PlaceStepView(call: self, next: fields.next, choices: choices, typed: fields, errors: errors)
                .response(.unprocessableContent)
        }
    }

    fileprivate func digestStep() async throws -> Response {
        let session = try ownSession()
        let state = try await read { try DigestState.of(session.member, $0.db) }, cadence = state.settings.cadence
        let form = Fields([
            ("rhythm", cadence.rhythm.rawValue), ("hour", String(cadence.hour)), ("timeZone", session.timeZone),
        ])
        return try await digestStep(next, form)
    }

    private func digestStep(_ next: String, _ form: Fields, _ errors: [FieldError] = []) async throws -> Response {
        let session = try ownSession()
        let state = try await read { try DigestState.of(session.member, $0.db) }
        let page = DigestStepView(
            call: self,
            next: next,
            form: form,
            rhythms: words.welcome.digest.rhythms(besides: state.settings.cadence.rhythm),
            asksBrowser: errors.isEmpty && session.timeZone == env.settings.timeZone,
            errors: errors
        )
        return page.response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    fileprivate func takeDigest() async throws -> Response {
        let fields = try form(), session = try ownSession()
        do {
            let state = try await read { try DigestState.of(session.member, $0.db) }
            let work = try await read { try Work.of(session.member, $0.db) }
            let change = try mailChange(fields, state.settings)
            let zone = try TimeZonePlan.checked(fields.text("timeZone"), orElse: env.settings.timeZone)
            let profile = Profile(name: session.name, language: session.language, timeZone: zone, work: work)
            try await env.site.changeProfile(of: session.member, to: profile)
            try await env.site.changeMail(change, as: viewer)
            return .seeOther(WelcomeStep(call: self, number: 3, next: fields.next).following)
        } catch Denial.input(let errors) {
            return try await digestStep(fields.next, fields, errors)
        }
    }

    /// What the member had chosen besides stays.
    private func mailChange(_ fields: Fields, _ settings: MailSettings) throws(Denial) -> MailChange {
        guard let rhythm = try fields.word("rhythm", Cadence.Rhythm.self) else {
            throw .input([FieldError("rhythm", .missing)])
        }
        guard let hour = try fields.int("hour"), (0..<24).contains(hour) else {
            throw .input([FieldError("hour", .notANumber)])
        }
        var cadence = settings.cadence
        (cadence.rhythm, cadence.hour) = (rhythm, hour)
        return MailChange(cadence: cadence, pausedUntil: settings.pausedUntil, communities: [:])
    }

    /// Leads to the form of a new discussion where everyone reads in the first community that the member has joined and may write in; on,
    /// if absent.
    fileprivate func helloStep() async throws -> Response {
        let place = try await read { reading in try HelloPlace.all(reading).first { try $0.isWritable(reading) } }
        guard let place else { return .seeOther(next) }
        let then = next == Paths.home ? Paths.home + "?done=hello" : next
        return .seeOther(HelloOccasion.occasion.path(place.community, group: place.group, then: then))
    }
}
