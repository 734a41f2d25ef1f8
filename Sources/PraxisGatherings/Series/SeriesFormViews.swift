import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The form that plans a series, or changes one.
struct SeriesFormPageView: PageView {
    enum Purpose: Sendable {
        case plan(PlanningPlaces)
        /// The version that it is based on.
        case change(ChangedSeries, community: String, version: Int, ThreadReaders)
    }

    let call: Call
    let purpose: Purpose
    let typed: Fields
    /// The lists of holidays that it can follow.
    let lists: [HolidayList]
    var errors: [FieldError] = []
    /// Whether it was changed in the meantime: the page says so, and the form is based on that.
    var isStale = false
    /// What it would make, if that was asked for.
    var preview: NewSeries?

    private var said: GatheringSeriesWords { call.words.gatherings.series }
    private var isChange: Bool { if case .change = purpose { true } else { false } }
    private var fields: GatheringFieldsView { GatheringFieldsView(call: call, typed: typed, errors: errors) }

    var page: Page {
        switch purpose {
        case .plan(let planning):
            let community = planning.community, back = PlacePaths(community: community.slug).gatherings
            var page = Page(
                said.plan(),
                main: form(Paths.newSeries(community.slug), said.planButton(), back, fields.groups(planning.places))
            )
            page.banner = banner
            page.lead = planning.readers?.strip(call) ?? ReadersStrip.ofGroup(toChoose: call.words)
            page.crumbs = call.communityCrumbs(community) + [.init(call.words.gatherings.title(), back)]
            page.current = Paths.communities
            return page
        case .change(let changed, let community, let version, let readers):
            let series = changed.read.series, back = Paths.series(community, series.id)
            let first: HTML = """
                <input type="hidden" name="version" value="\(version)"><p class="hint">\(said.changeHint())</p>
                """
            var page = Page(
                said.changeTitle(),
                main: form(Paths.changeSeries(community, series.id), call.words.common.save(), back, first)
            )
            page.banner = banner
            page.lead = readers.strip(call)
            page.crumbs = [.init(series.details.name.text, back)]
            page.current = Paths.communities
            return page
        }
    }

    private var banner: HTML { "\(call.errorSummary(errors))\(if: isStale, call.staleSummary)" }

    private func form(_ action: String, _ button: String, _ back: String, _ first: HTML) -> HTML {
        """
        \(preview.map { SeriesPreviewView(call: call, series: $0).html })
        <form class="card" method="post" action="\(action)">\(call.tokenField)
        <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">\(first)
        \(fields.field("name", said.fields.name(), hint: said.fields.nameHint()))
        \(fields.field("purpose", said.fields.purpose(), hint: said.fields.purposeHint(), isArea: true))
        \(fields.when(isChange ? said.fields.nextDate() : said.fields.date()))
        \(rhythm)
        \(fields.how)
        \(call.select("recording", said.recording(), recordings, chosen: typed.text("recording"), errors))
        \(fields.field("credit", said.fields.credit(), hint: said.fields.creditHint()))
        \(HolidayChoiceView(call: call, lists: lists, typed: typed, errors: errors).html)
        <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(button)</button>\
        <button class="btn alt" name="preview" value="1">\(said.previewButton())</button>\(GoBackLink(call, back).html)</div></form>
        """
    }

    private var rhythm: HTML {
        let rhythms = Rhythm.allCases.map { ($0.rawValue, said.choices[$0]()) }
        let ends = [
            FormChoice(value: "open", said.fields.open(), hint: ""),
            FormChoice(value: "until", said.fields.until(), hint: ""),
            FormChoice(value: "count", said.fields.count(), hint: ""),
        ]
        return """
            \(call.select("repeats", said.fields.repeats(), hint: said.fields.repeatsHint(), rhythms, chosen: typed.text("repeats"), errors))
            \(call.radios("ends", said.fields.ends(), ends, chosen: typed.text("ends"), errors))
            \(fields.field("until", said.fields.untilDay(), type: "date"))
            \(fields.field("count", isChange ? said.fields.countLeft() : said.fields.countDates(), type: "number"))
            """
    }

    private var recordings: [(String, String)] { RecordingRule.allCases.map { ($0.rawValue, said.name($0)) } }
}

/// The rhythm that was typed as a sentence, with the dates that it makes.
private struct SeriesPreviewView {
    let call: Call
    let series: NewSeries

    private static let most = 8

    var html: HTML {
        let words = call.words, zone = Zones.stored(series.details.zone, orElse: "UTC")
        let horizon = LocalTime(call.now + Limits.gatheringAhead, in: zone).dayNumber
        let dates = series.rhythm.dates(through: horizon).prefix(Self.most)
        let lines = dates.map {
            words.gatherings.weekday(LocalTime(WallTimePlan.momentOfSeries($0, in: zone), in: zone), words)
        }
        return """
            <section class="card" aria-labelledby="preview-h" role="status"><h2 id="preview-h">\(words.gatherings.series.preview())</h2>
            <p><strong>\(RhythmView(words: words, rhythm: series.rhythm).sentence)</strong></p>
            <ul>\(each: lines, { "<li>\($0)</li>\n" as HTML })</ul></section>

            """
    }
}

extension GatheringWords {
    /// "Tuesday 16 March 2027 at 12:30pm".
    func weekday(_ wall: LocalTime, _ words: Words) -> String {
        let date = words.fullDate(wall)
        return words.dates.dayAtTime(["day": words.dates.weekdays[wall.weekday] + " " + date, "time": words.time(wall)])
    }
}
