import Foundation
import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

/// What a series is for, when it meets, and its dates.
struct SeriesPageView: PageView {
    let call: Call
    let shown: SeriesPage
    var errors: [FieldError] = []

    private var said: GatheringSeriesWords { call.words.gatherings.series }
    private var series: Series { shown.read.series }
    private var details: SeriesDetails { series.details }
    private var path: String { Paths.series(shown.listed.community.slug, series.id) }

    var page: Page {
        var page = Page(
            details.name.text,
            main: """
                \(purpose)<section class="card" aria-labelledby="series-h"><h2 id="series-h">\(call.words.gatherings.heading())</h2>
                <dl class="facts">\(facts)</dl><div class="row no-print">\(file)\(search)\(if: shown.read.isHost, actions)</div></section>
                \(if: shown.takesAnswers, coming)<h2>\(said.dates())</h2>
                \(dates)
                """
        )
        page.heading = call.lang(shown.listed.language)
        page.lead = shown.readers.strip(call)
        page.banner = errors.isEmpty ? banner : call.errorSummary(errors)
        page.crumbs = [
            .init(shown.listed.community.name, Paths.community(shown.listed.community.slug)),
            .init(call.words.gatherings.title(), PlacePaths(community: shown.listed.community.slug).gatherings),
        ]
        page.current = Paths.communities
        return page
    }

    private var dates: HTML {
        var view = GatheringListView(call: call, list: shown.list, path: path, namesCommunity: false)
        view.series = details
        return view.html
    }

    private var coming: HTML {
        let slug = shown.listed.community.slug
        return SeriesComingView(call: call, series: series.id, community: slug, own: shown.own).html
    }

    private var purpose: HTML {
        details.purpose.isEmpty ? HTML() : "<p class=\"kept\" dir=\"auto\">\(details.purpose)</p>\n"
    }

    private var facts: HTML {
        let group = shown.listed.group
        let address = PlacePaths(community: shown.listed.community.slug, group: group.slug).home
        return """
            <dt>\(said.rhythm())</dt><dd>\(rhythm)</dd>\
            <dt>\(call.words.gatherings.fields.group())</dt><dd><a href="\(address)">\(group.name)</a></dd>\
            <dt>\(call.words.gatherings.how())</dt><dd>\(call.words.gatherings.name(details.mode))</dd>\
            \(fact(call.words.gatherings.place(), details.place))\(link)\
            \(fact(said.host(), shown.hosts.joined(separator: ", ")))\
            <dt>\(said.recording())</dt><dd>\(said.name(details.recording))</dd>\
            \(fact(said.credit(), details.credit))
            """
    }

    /// In its own zone, whose city is said where the reader is in another.
    private var rhythm: String {
        let city = details.zone == call.zone.identifier ? nil : TimeZonePlan.city(of: details.zone)
        return RhythmView(words: call.words, rhythm: shown.read.rhythm, city: city).sentence
    }

    private var link: HTML {
        if details.joinLink.isEmpty || !details.mode.hasLink { return HTML() }
        let link: HTML =
            shown.read.seesLink
            ? """
            <a href="\(details.joinLink)" rel="noopener noreferrer">\(details.joinLink)</a>\
            <br><span class="meta">\(call.words.gatherings.linkReaders())</span>
            """
            : "\(call.words.gatherings.linkForMembers())"
        return "<dt>\(call.words.gatherings.joinLink())</dt><dd>\(link)</dd>"
    }

    private func fact(_ label: String, _ text: String) -> HTML {
        text.isEmpty ? HTML() : "<dt>\(label)</dt><dd><bdi>\(text)</bdi></dd>"
    }

    private var file: HTML {
        let path = Paths.seriesFile(shown.listed.community.slug, series.id)
        return "<a class=\"btn alt\" href=\"\(path)\">\(call.words.gatherings.calendar.addSeries())</a>"
    }

    /// What was written about its dates, with what was about those of series of its community in whose names its own stands.
    private var search: HTML {
        let fields = [("series", details.name.text), ("community", shown.listed.community.slug)]
        let query = fields.map { $0.0 + "=" + Fields.encode($0.1) }.joined(separator: "&")
        return "<a class=\"btn alt\" href=\"\(Paths.search)?\(query)\">\(said.searchIn())</a>"
    }

    private var actions: HTML {
        let slug = shown.listed.community.slug
        let state =
            series.state == .planned
            ? call.button(Paths.cancelSeries(slug, series.id), said.cancel(), style: "btn quiet danger")
            : call.button(Paths.restoreSeries(slug, series.id), said.restore(), style: "btn alt")
        return """
            <a class="btn alt" href="\(Paths.changeSeries(slug, series.id))">\(said.change())</a>\
            <a class="btn alt" href="\(Paths.seriesHolidays(slug, series.id))">\(holidays)</a>\(state)
            """
    }

    private var holidays: String {
        let said = call.words.gatherings.holidays, count = shown.onHolidays
        return count == 0 ? said.title() : said.open(count)
    }

    /// That it is planned, and how many of its dates fall on holidays.
    private var planned: HTML {
        let count = shown.onHolidays, holidays = call.words.gatherings.holidays
        if count == 0 || !shown.read.isHost { return call.banner(said.isPlanned()) }
        let path = Paths.seriesHolidays(shown.listed.community.slug, series.id)
        return call.banner(
            "\(said.isPlanned()) \(holidays.toDecide(count))",
            undo: "<a class=\"btn quiet\" href=\"\(path)\">\(holidays.decide())</a>"
        )
    }

    /// What a form before this page did.
    private var banner: HTML {
        if call.session == nil { return HTML() }
        return switch call.query["done"] {
        case "planned": planned
        case "changed": call.banner(said.isChanged())
        case "answered": shown.own.map { call.banner(said.answers.sentence($0)) } ?? HTML()
        case "restored" where series.state == .planned: call.banner(said.isRestored())
        case "cancelled" where series.state != .planned && shown.read.isHost:
            call.banner(
                said.isCancelled(),
                undo: call.button(
                    Paths.restoreSeries(shown.listed.community.slug, series.id),
                    call.words.common.undo()
                )
            )
        default: HTML()
        }
    }
}

/// The series of a date above its posts, with the dates before and after it.
struct SeriesOfDateView {
    let call: Call
    let series: SeriesOfDate

    private var said: GatheringSeriesWords { call.words.gatherings.series }

    var html: HTML {
        let neighbours: [HTML] = [
            series.before.map { link($0, said.before) }, series.after.map { link($0, said.after) },
        ]
        .compactMap { $0 }
        return """
            <dt>\(said.recording())</dt><dd>\(said.name(series.recording))</dd>\
            \(if: !series.credit.isEmpty, "<dt>\(said.credit())</dt><dd><bdi>\(series.credit)</bdi></dd>")\
            <dt>\(said.label())</dt>\
            <dd><a href="\(Paths.series(series.community, series.id))">\(said.allDates(["name": series.name]))</a>\
            \(if: call.session != nil, "<br><a href=\"\(Paths.series(series.community, series.id))#coming-h\">\(said.answers.whole())</a>")\
            \(each: neighbours, { "<br>\($0)" as HTML })</dd>
            """
    }

    /// What it is for, below the facts of a date.
    var purpose: HTML {
        if series.purpose.isEmpty { return HTML() }
        return """
            <h3>\(call.words.gatherings.notes.purposeOfSeries())</h3><p class="kept" dir="auto">\(series.purpose)</p>
            """
    }

    private func link(_ gathering: Gathering, _ phrase: Phrase) -> HTML {
        let brief = GatheringTimeView(call: call, gathering: gathering).brief
        return "<a href=\"\(Paths.thread(gathering.thread))\">\(phrase(["date": brief]))</a>"
    }
}
