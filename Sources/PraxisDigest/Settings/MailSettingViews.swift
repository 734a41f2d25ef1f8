import FoundationEssentials
import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// The settings for mail as they are or were typed.
struct MailSettingsForm {
    let fields: Fields
    let state: DigestState
    let places: [MailPlace]
    /// Those of other capabilities.
    let cards: [HTML]
    let errors: [FieldError]
}

/// What a member wants by mail.
struct MailSettingsPageView: PageView {
    let call: Call
    let form: MailSettingsForm

    private var said: MailSettingWords { call.words.digest.settings }

    var page: Page {
        let levels = MailLevelsView(call: call, places: form.places, fields: form.fields)
        var page = Page(
            said.title(),
            main: """
                <p>\(nextLine)</p>\(previewForm)
                <form class="card" method="post" action="\(Paths.mailSettings)">\(call.tokenField)\(oftenFields)\(levels.ofCommunities)\
                <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button></div></form>
                \(levels.ofGroups)\(form.cards)
                <section class="card"><h2>\(said.oldLinks())</h2><p>\(said.oldLinksText())</p>\
                \(call.button(Paths.endMailLinks, said.endLinks(), style: "btn alt"))</section>
                <div class="row">\(call.button(Paths.stopDigest, said.stopAll(), style: "btn quiet danger"))</div>
                """
        )
        page.lead = "<p class=\"lead\">\(said.lead())</p>"
        page.crumbs = [.init(call.words.common.settings(), Paths.settings)]
        page.current = Paths.settings
        page.banner = doneBanner + call.errorSummary(form.errors)
        return SettingsMenu(call, at: Paths.mailSettings).beside(page)
    }

    private var doneBanner: HTML {
        switch call.query["done"] {
        case "saved": call.banner(call.words.common.saved())
        case "stopped": call.banner(said.doneStopped())
        case "links": call.banner(said.doneLinks())
        default: HTML()
        }
    }

    private var nextLine: String {
        guard let next = form.state.next(after: call.now) else { return said.nextNone() }
        let coming = said.nextIs(["moment": call.moment(next.at)])
        guard let until = form.state.settings.pausedUntil, until > call.now else { return coming }
        return said.pausedTo(["day": call.words.day(until, in: call.zone, now: call.now)]) + " " + coming
    }

    private var previewForm: HTML {
        "<div class=\"row\">\(call.button(Paths.digestPreview, said.preview(), style: "btn alt"))</div>"
    }

    private var oftenFields: HTML {
        let fields = form.fields, errors = form.errors
        let days = Set(fields.all("days"))
        // As labels they begin with a capital, also in a language that gives the names of days none.
        let names = call.words.dates.weekdays.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        let choices = names.enumerated().map { index, name in
            """
            <label class="choice"><input type="checkbox" name="days" value="\(index)"\(if: days.contains(String(index)), " checked")> \
            \(name)</label>
            """ as HTML
        }
        let months = (1...28).map { (String($0), String($0)) } + [("31", said.lastOfMonth())]
        let hours = (0..<24).map { (String($0), call.words.time(LocalTime(secondsSince1970: $0 * 3600))) }
        let weekdays = names.enumerated().map { (String($0), $1) }
        let missing = errors.contains { $0.field == "days" }
        var pause = Field("pausedUntil", said.pause(), value: fields.text("pausedUntil"), errors: errors)
        pause.hint = said.pauseHint()
        pause.type = "date"
        pause.style = "short"
        return """
            \(call.radios("rhythm", said.often(), said.rhythms, chosen: fields.text("rhythm"), errors))\
            <fieldset id="days"\(if: missing, " class=\"bad\"")><legend>\(said.days())</legend>\
            \(if: missing, "<span class=\"error\">\(call.words.sentence(.missing, of: "days"))</span>")<div class="choices-row">\(choices)</div></fieldset>\
            \(call.select("weekday", said.weekday(), weekdays, chosen: fields.text("weekday"), errors))\
            \(call.select("monthDay", said.monthDay(), months, chosen: fields.text("monthDay"), errors))\
            \(call.select("hour", said.hour(), hours, chosen: fields.text("hour"), errors))\
            <p class="hint">\(said.hourHint(["zone": TimeZonePlan.city(of: call.zone.identifier)]))</p>\(call.field(pause))
            """
    }
}

/// Which mail comes of each community, and of its groups.
struct MailLevelsView {
    let call: Call
    let places: [MailPlace]
    /// What is chosen, or was typed, for each community.
    let fields: Fields

    private var said: MailSettingWords { call.words.digest.settings }

    private var levels: [(level: MailLevel, name: String)] {
        [(.daily, said.eachTime()), (.weekly, said.onceAWeek()), (.none, said.nothing())]
    }

    var ofCommunities: HTML {
        if places.isEmpty { return "<p class=\"empty\">\(said.noPlaces())</p>" }
        let rows = places.map { place in
            row(
                "c\(place.id)",
                place.name,
                levels.map { ($0.level.rawValue, $0.name) },
                fields.text("c\(place.id)")
            )
        }
        let all = levels.map { ($0.level.rawValue, $0.name) }
        let choices =
            places.count < 2
            ? HTML()
            : """
            <div class="row inline">\(call.select("all", said.sameForAll(), all, chosen: "", []))\
            <button class="btn alt" name="apply" value="all">\(said.applyAll())</button></div>
            """
        return """
            <h2 id="places-h">\(said.places())</h2>\(choices)\(table("places-h", said.place(), levels.map(\.name), rows))
            """
    }

    private func table(_ heading: String, _ first: String, _ names: [String], _ rows: [HTML]) -> HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-labelledby="\(heading)"><table class="levels"><thead><tr><th scope="col">\(first)</th>\
        \(each: names, { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead><tbody>
        \(rows)</tbody></table></div>
        """
    }

    /// A line of radio buttons, each with a name of its own for screen readers.
    private func row(_ name: String, _ place: String, _ choices: [(String, String)], _ chosen: String) -> HTML {
        """
        <tr><th scope="row">\(place)</th>\(each: choices, { value, label in
            """
            <td><label class="choice"><input type="radio" name="\(name)" value="\(value)"\(if: value == chosen, " checked")>\
            <span class="vh">\(place): </span><span class="level">\(label)</span></label></td>
            """ as HTML
        })</tr>

        """
    }

    /// One form for each community: together they could hold more fields than a form may.
    var ofGroups: HTML {
        let several = places.filter { $0.groups.count > 1 }
        if several.isEmpty { return HTML() }
        let choices = [("as", said.asCommunity())] + levels.map { ($0.level.rawValue, $0.name) }
        return """
            <details class="card"><summary>\(said.groups())</summary>\(each: several, { place in
                let rows = place.groups.prefix(80).map { row("g\($0.id)", $0.name, choices, $0.level?.rawValue ?? "as") }
                return """
                    <form method="post" action="\(Paths.mailGroups)">\(call.tokenField)<input type="hidden" name="community" value="\(place.id.rawValue)">\
                    <h2 id="groups\(place.id.rawValue)">\(place.name)</h2>\
                    \(table("groups\(place.id)", said.group(), choices.map(\.1), rows))\
                    <div class="actions"><button class="btn alt">\(call.words.common.save())<span class="vh"> \(place.name)</span></button></div></form>
                    """ as HTML
            })</details>
            """
    }
}

extension StyleSample {
    /// The mail of two communities.
    static let mailLevels = StyleSample("mail-levels", { $0.digest.settings.title() }) { call, texts in
        let places = [(texts.community, MailLevel.daily), (texts.group, .weekly)].enumerated().map { index, place in
            MailPlace(id: CommunityID(rawValue: -1 - Int64(index)), name: place.0, level: place.1, groups: [])
        }
        let fields = Fields(places.map { ("c\($0.id)", $0.level.rawValue) })
        return MailLevelsView(call: call, places: places, fields: fields).ofCommunities
    }
}

extension MailSettingWords {
    /// How often a digest comes, as a form offers it.
    var rhythms: [FormChoice] {
        Cadence.Rhythm.allCases.map { rhythm in
            switch rhythm {
            case .daily: FormChoice(rhythm, daily())
            case .weekly: FormChoice(rhythm, weekly())
            case .fortnightly: FormChoice(rhythm, fortnightly())
            case .monthly: FormChoice(rhythm, monthly())
            case .none: FormChoice(rhythm, never())
            }
        }
    }
}
