import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension HolidayPlace {
    /// The page among the settings of the place.
    func beside(_ page: Page, _ call: Call) -> Page {
        var page = page
        guard let view else {
            page.crumbs = [.init(call.words.common.settings(), Paths.settings)] + page.crumbs
            return SettingsMenu(call, at: path).beside(page)
        }
        let line = view.details.line
        (page.crumbs, page.place) = (call.communityCrumbs(line) + page.crumbs, line.name)
        page.lead = ReadersStrip(.members, "\(call.words.gatherings.holidays.lists.readers())", call.words).html
        return SettingsMenu(call, of: PlacePaths(community: line.slug), view.facts, at: path).beside(page)
    }
}

/// The lists of holidays of a community, with those of the site, or these alone.
struct HolidayListsPageView: PageView {
    let call: Call
    let place: HolidayPlace
    let own: HolidayLists
    /// Those that every community can use; nil on the page of the site.
    let common: HolidayLists?

    private var said: HolidayWords.Lists { call.words.gatherings.holidays.lists }

    var page: Page {
        var page = Page(
            said.title(),
            main: """
                <p>\(place.community == nil ? said.siteText() : said.text())</p>
                <div class="row"><a class="btn" href="\(place.newPath)">\(said.add())</a></div>
                \(if: own.lists.isEmpty, "<p class=\"empty\">\(said.none())</p>")\(each: own.lists, { card($0, in: own, level: "h2") })\(ofSite)
                """
        )
        page.banner = banner
        return place.beside(page, call)
    }

    private var banner: HTML {
        switch call.query["done"] {
        case "saved": call.banner(said.isSaved())
        case "deleted": call.banner(said.isDeleted())
        default: HTML()
        }
    }

    private var ofSite: HTML {
        guard let common, !common.lists.isEmpty else { return HTML() }
        return """
            <h2>\(said.ofSite())</h2><p>\(said.ofSiteText())</p>
            \(each: common.lists, { card($0, in: common, level: "h3") })
            """
    }

    private func card(_ list: HolidayList, in lists: HolidayLists, level: StaticString) -> HTML {
        let holidays = lists.holidays(of: list.id), id = "list-\(list.id)", heading = HTML(trusted: level.description)
        let change: HTML = """
            <div class="row"><a class="btn alt" href="\(place.changePath(list.id))">\(said.change())\
            <span class="vh"> \(list.name)</span></a></div>
            """
        let isOwn = list.community == place.community
        return """
            <section class="card" aria-labelledby="\(id)"><\(heading) id="\(id)" dir="auto">\(list.name)</\(heading)>
            \(if: isOwn && list.followers > 0, "<p class=\"meta\">\(said.followers(list.followers))</p>")\
            <details><summary>\(said.count(holidays.count))</summary><dl class="facts">\(each: holidays, line)</dl></details>\
            \(if: isOwn, change)</section>

            """
    }

    private func line(_ holiday: Holiday) -> HTML {
        "<dt dir=\"auto\">\(holiday.name)</dt><dd>\(call.words.days(of: holiday))</dd>\n"
    }
}

extension Words {
    /// "Friday 25 December 2026", "Monday 21 December 2026 to Saturday 2 January 2027".
    func days(of holiday: Holiday) -> String {
        let first = weekday(of: holiday.days.lowerBound)
        if holiday.days.count == 1 { return first }
        return gatherings.holidays.span(["first": first, "last": weekday(of: holiday.days.upperBound)])
    }

    /// The day of a number, counted from 1970-01-01, with its weekday and its year.
    func weekday(of number: Int) -> String {
        let day = LocalTime(dayNumber: number)
        return dates.weekdays[day.weekday] + " " + fullDate(day)
    }
}

/// The form that adds a list of holidays, or changes one.
struct HolidayFormPageView: PageView {
    let call: Call
    let place: HolidayPlace
    let typed: Fields
    var errors: [FieldError] = []
    /// The one that is changed.
    var list: HolidayList?
    /// What somebody else has saved in the meantime; the form is based on that then.
    var nowThere: [Holiday]?

    private var said: HolidayWords.Lists { call.words.gatherings.holidays.lists }

    var page: Page {
        var page = Page(
            list == nil ? said.add() : said.changeTitle(),
            main: """
                \(nowThere.map(saved))<form class="card" method="post" action="\(list.map { place.changePath($0.id) } ?? place.newPath)">\(call.tokenField)\
                \(basis)\(name)\(entries)
                <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
                \(call.cancel(place.path))</div></form>
                \(list.map(delete))
                """
        )
        page.crumbs = [.init(said.title(), place.path)]
        page.banner = "\(call.errorSummary(errors))\(if: nowThere != nil, call.staleSummary)"
        return place.beside(page, call)
    }

    private var basis: HTML {
        guard let list else {
            return "<input type=\"hidden\" name=\"key\" value=\"\(typed["key"] ?? call.env.random.token())\">"
        }
        let version = nowThere == nil ? typed.text("version") : String(list.version)
        return "<input type=\"hidden\" name=\"version\" value=\"\(version)\">"
    }

    private var name: HTML {
        var field = Field("name", said.name(), value: typed.text("name"), errors: errors)
        (field.hint, field.style) = (said.nameHint(), "full")
        return call.field(field)
    }

    private var entries: HTML {
        var field = Field("entries", said.entries(), value: typed.text("entries"), errors: errors)
        (field.hint, field.isArea) = (said.entriesHint(), true)
        field.style = "tall"
        return call.field(field)
    }

    private func saved(_ holidays: [Holiday]) -> HTML {
        let text = HolidayTextPlan.text(holidays, to: said.to())
        return """
            <section class="card"><h2 dir="auto">\(list?.name ?? "")</h2><p class="kept" dir="auto">\(text)</p></section>

            """
    }

    private func delete(_ list: HolidayList) -> HTML {
        """
        <section class="card"><h2>\(said.delete())</h2><p>\(if: list.followers > 0, "\(said.followers(list.followers)) ")\(said.deleteText())</p>\
        \(call.button(place.deletePath(list.id), said.delete(), style: "btn alt danger"))</section>
        """
    }
}

/// Which lists of holidays a series follows, in its form; empty if there is no list.
struct HolidayChoiceView {
    let call: Call
    let lists: [HolidayList]
    let typed: Fields
    let errors: [FieldError]

    private var said: HolidayWords { call.words.gatherings.holidays }

    var html: HTML {
        let sentence = call.sentence("holidays", errors)
        if lists.isEmpty, sentence == nil { return HTML() }
        let chosen = Set(typed.all("holidays"))
        return """
            <fieldset id="holidays"\(if: sentence != nil, " class=\"bad\"")><legend>\(said.field())</legend>\
            <span class="hint">\(said.fieldHint())</span>\(sentence.map { "<span class=\"error\">\($0)</span>" as HTML })\
            \(each: lists, { choice($0, isChosen: chosen.contains($0.id.description)) })</fieldset>
            """
    }

    private func choice(_ list: HolidayList, isChosen: Bool) -> HTML {
        """
        <label class="choice"><input type="checkbox" name="holidays" value="\(list.id.description)"\(if: isChosen, " checked")> <bdi>\(list.name)</bdi></label>
        """
    }
}
