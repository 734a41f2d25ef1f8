import HTML
import PraxisDigest
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// What all steps have in common: how far one is, the way back, and the way past.
struct WelcomeStep {
    let call: Call
    let number: Int
    /// Where the member was going when they signed up.
    let next: String

    private static let paths = [Paths.welcome, Paths.welcomePlaces, Paths.welcomeDigest, Paths.welcomeHello]

    var path: String { Self.paths[number - 1] }

    /// The step after this one; after the last, where the member was going.
    var following: String { number < Self.paths.count ? Paths.step(Self.paths[number], thenTo: next) : next }

    func heading(_ title: String) -> String { call.words.people.step(number, title) }

    /// The way back and the ways past.
    var ways: HTML {
        let said = call.words.welcome
        let back = number > 1 ? Paths.step(Self.paths[number - 2], thenTo: next) : nil
        return """
             <span class="step-links">\(back.map { "<a href=\"\($0)\">\(said.back())</a> " as HTML })\
            <a href="\(following)">\(said.skip())</a>\(if: number < Self.paths.count, " <a href=\"\(next)\">\(said.skipAll())</a>")</span>
            """
    }

    func page(_ title: String, lead: String, _ form: HTML, _ errors: HTML) -> Page {
        var page = Page(
            heading(title),
            main: call.form(
                path,
                next: next,
                form + call.submit(call.words.welcome.goOn(), busy: call.words.common.saving(), beside: ways)
            )
        )
        page.lead = "<p class=\"lead\">\(lead)</p>"
        page.banner = errors
        return page
    }
}

/// Who one is, for those who come back to it.
struct WorkStepView: PageView {
    let call: Call
    let next: String
    let form: Fields
    var errors: [FieldError] = []

    var page: Page {
        var name = Field("name", call.words.people.name(), value: form.text("name"), errors: errors)
        (name.hint, name.autocomplete) = (call.words.people.nameHint(), "name")
        let work = WorkFieldsView(call: call).html(TypedWork(form), errors)
        return WelcomeStep(call: call, number: 1, next: next).page(
            call.words.people.signUp.nameHeading(),
            lead: call.words.welcome.work(),
            call.field(name) + work,
            call.errorSummary(errors)
        )
    }
}

/// Which places one joins.
struct PlaceStepView: PageView {
    let call: Call
    let next: String
    let choices: PlaceChoices
    var typed: Fields?
    var errors: [FieldError] = []

    var page: Page {
        let said = call.words.welcome.places
        let view = PlaceChoicesView(call: call, choices: choices, typed: typed, errors: errors)
        let own: HTML = "<p>\(said.own(["names": choices.own.joined(separator: ", ")]))</p>"
        let none: HTML = "<p class=\"empty\">\(said.none())</p>"
        return WelcomeStep(call: call, number: 2, next: next).page(
            said.title(),
            lead: choices.fitsAny ? said.order() : said.lead(),
            "\(if: !choices.own.isEmpty, own)\(if: choices.offered.isEmpty, none)\(view.html)",
            view.summary
        )
    }
}

/// When the digest comes.
struct DigestStepView: PageView {
    let call: Call
    let next: String
    let form: Fields
    /// Of the choices, those that are offered besides the usual.
    let rhythms: [FormChoice]
    /// Whether the script may choose the browser's zone: nobody has chosen one yet.
    let asksBrowser: Bool
    var errors: [FieldError] = []

    var page: Page {
        let said = call.words.welcome.digest
        let hours = (0..<24).map { (String($0), call.words.time(LocalTime(secondsSince1970: $0 * 3600))) }
        let zone = ZoneSelectView(call: call, chosen: form.text("timeZone"), errors: errors, asksBrowser: asksBrowser)
        return WelcomeStep(call: call, number: 3, next: next).page(
            said.title(),
            lead: said.lead(),
            """
            \(call.radios("rhythm", said.often(), rhythms, chosen: form.text("rhythm"), errors))\
            \(call.select("hour", said.hour(), hours, chosen: form.text("hour"), errors))\(zone.html)
            """,
            call.errorSummary(errors)
        )
    }
}

extension WelcomeDigestWords {
    /// How often a digest can come, as newcomers are asked; what they chose before stays among it.
    func rhythms(besides chosen: Cadence.Rhythm) -> [FormChoice] {
        let usual = [
            FormChoice(Cadence.Rhythm.daily, daily()), FormChoice(Cadence.Rhythm.weekly, weekly()),
            FormChoice(Cadence.Rhythm.none, none()),
        ]
        let isUsual = usual.contains { $0.value == chosen.rawValue }
        return isUsual ? usual : [FormChoice(chosen, asBefore())] + usual
    }
}
