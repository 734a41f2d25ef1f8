import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A list of dates with the way to those of other years.
struct GatheringListView {
    let call: Call
    let list: GatheringList
    /// Where the list stands.
    let path: String
    /// Whether it is of several communities, so that each line says which.
    let namesCommunity: Bool
    /// The series whose page it is, so that each line is called by its date; nil on other pages.
    var series: SeriesDetails?
    /// Whether what stands above it leads to other dates.
    var hasWays = false
    private let tags: ThreadTags

    private var said: GatheringWords { call.words.gatherings }

    init(call: Call, list: GatheringList, path: String, namesCommunity: Bool) {
        self.call = call
        self.list = list
        (self.path, self.namesCommunity) = (path, namesCommunity)
        tags = ThreadTags(call: call)
    }

    var html: HTML {
        let gatherings = list.page.gatherings
        if gatherings.isEmpty { return "\(ways)<p class=\"empty\">\(empty)</p>" }
        return ways + zone + (series == nil ? months : card(gatherings[...], isLast: true))
    }

    /// The city whose clock all dates of a visitor's page go by; nil if they go by several, or the reader's own.
    private var city: String? {
        let cities = Set(list.page.gatherings.map { TimeZonePlan.city(of: $0.gathering.zone) })
        return call.viewer.member == nil && cities.count == 1 ? cities.first : nil
    }

    private var zone: HTML { city.map { "<p class=\"meta\">\(said.allTimes(["city": $0]))</p>\n" } ?? HTML() }

    /// A card for each month, by the clock that counts for each date.
    private var months: HTML {
        var html = HTML(), rest = list.page.gatherings[...]
        while let first = rest.first {
            let month = GatheringTimeView(call: call, gathering: first.gathering).month
            let same = rest.prefix { GatheringTimeView(call: call, gathering: $0.gathering).month == month }
            rest = rest.dropFirst(same.count)
            html += "<h2>\(month)</h2>\n\(card(same, isLast: rest.isEmpty))"
        }
        return html
    }

    private func card(_ gatherings: ArraySlice<ListedGathering>, isLast: Bool) -> HTML {
        let lines = gatherings.reduce(into: HTML()) { $0 += line($1).html(call.words) }
        return """
            <div class="card"><ul class="threads">
            \(lines)\(if: isLast, more)</ul></div>

            """
    }

    private var empty: String {
        if list.filter.isUsed { return said.month.noneLeft() }
        return list.year.map { said.noneInYear(["year": String($0)]) } ?? said.none()
    }

    /// To those of other years, where there are any.
    private var ways: HTML {
        if hasWays { return HTML() }
        let shown = list.year.map { GatheringWaysView.Shown.year($0) } ?? .coming
        return GatheringWaysView(
            call: call,
            path: path,
            years: list.years,
            filter: list.filter,
            shown: shown,
            hasMonths: false
        )
        .html
    }

    private func line(_ listed: ListedGathering) -> ListLine {
        let time = GatheringTimeView(call: call, gathering: listed.gathering, namesZone: city == nil)
        let isCalledByDate = series.map { listed.title == $0.name.text } ?? false
        var line = ListLine(isCalledByDate ? time.sentence : listed.title, Paths.thread(listed.gathering.thread))
        if !isCalledByDate { line.language = listed.language }
        line.over = [time.cancelledTag, isCalledByDate ? HTML() : "<strong>\(time.time)</strong>"]
        let isOpen = listed.gathering.takesAnswers(at: call.now)
        let below: [HTML] = [
            series == nil ? place(listed) : nil, time.host.map { "<span class=\"meta\">\($0)</span>" },
            listed.tally.own.map { "<strong>\(said.sentence($0, isOpen: isOpen))</strong>" },
        ]
        .compactMap { $0 }
        let lines: HTML = "\(each: below.enumerated(), { "\(if: $0.offset > 0, "<br>")\($0.element)" as HTML })"
        line.below = "\(if: !below.isEmpty, "<p class=\"excerpt\">\(lines)</p>")"
        let isToShow = listed.gathering.mode != series?.mode
        line.note =
            [
                "\(if: listed.hasNotes, "<span class=\"tag\">\(said.notes.heading())</span>")",
                "\(if: isToShow, "\(time.mode)")",
            ].withPoints
        return line
    }

    private func place(_ listed: ListedGathering) -> HTML {
        """
        <span class="meta">\([tags.readers(listed.group.readers), "\(name(of: listed))"].withPoints)\(seriesLink(listed))</span>
        """
    }

    /// To the other dates of its series, which stand in no list of those to come.
    private func seriesLink(_ listed: ListedGathering) -> HTML {
        guard let id = listed.gathering.series, let name = listed.series else { return HTML() }
        let text = name == listed.title ? said.series.allOfIts() : said.series.allDates(["name": name])
        return " · <a href=\"\(Paths.series(listed.community.slug, id))\">\(text)</a>"
    }

    private func name(of listed: ListedGathering) -> String {
        let group = listed.group
        if !namesCommunity { return group.name }
        return group.isCommons ? listed.community.name : listed.community.name + " · " + group.name
    }

    private var more: HTML {
        guard let next = list.page.next else { return HTML() }
        let query = list.year.map { ["year=\($0)"] } ?? []
        let address = (query + list.filter.query + ["after=" + next.description]).joined(separator: "&")
        return
            "<li class=\"more-line\"><a href=\"\(path)?\(address)\" rel=\"next\">\(list.year == nil ? said.later() : said.earlier())</a></li>\n"
    }
}

/// What a page of dates shows.
struct GatheringDates: Sendable {
    let list: GatheringList
    /// Shown in place of the list if it is asked for.
    let month: GatheringMonth?
}

/// Dates as a list or a month, with the ways to others and what they can be narrowed to.
struct GatheringDatesView {
    let call: Call
    let dates: GatheringDates
    /// Where they stand.
    let path: String
    /// Those to choose from; nil on the page of one community.
    var communities: [FilterCommunity]?

    private var filter: GatheringFilter { dates.list.filter }

    var html: HTML {
        let ways = GatheringWaysView(call: call, path: path, years: dates.list.years, filter: filter, shown: shown)
        let form = GatheringFilterView(
            call: call,
            path: path,
            filter: filter,
            communities: communities ?? [],
            kept: kept
        )
        return "\(ways.html)\(form.html)\(content)"
    }

    private var content: HTML {
        if let month = dates.month {
            return GatheringMonthView(call: call, shown: month, filter: filter, path: path).html
        }
        var list = GatheringListView(call: call, list: dates.list, path: path, namesCommunity: communities != nil)
        list.hasWays = true
        return list.html
    }

    private var shown: GatheringWaysView.Shown {
        dates.month != nil ? .month : dates.list.year.map { .year($0) } ?? .coming
    }

    private var kept: [(name: String, value: String)] {
        if let month = dates.month { return [("month", GatheringMonth.Month.text(month.month.first))] }
        return dates.list.year.map { [("year", String($0))] } ?? []
    }
}

/// The dates of all communities of a member.
struct GatheringsPageView: PageView {
    let call: Call
    let dates: GatheringDates
    /// Those to choose from.
    let communities: [FilterCommunity]
    /// The secret address of the member's calendar.
    let address: String

    /// What is shown, in which order.
    private var explanation: String {
        let said = call.words.gatherings
        if dates.month != nil { return said.month.explanation() }
        return dates.list.year == nil ? said.explanation() : said.pastExplanation()
    }

    var page: Page {
        let view = GatheringDatesView(call: call, dates: dates, path: Paths.gatherings, communities: communities)
        let said = call.words.gatherings.calendar
        let card = CalendarCard(
            call: call,
            address: address,
            renewal: Paths.renewCalendar,
            explanation: said.explain()
        )
        var page = Page(call.words.gatherings.title(), main: "\(view.html)\(card.html)")
        if call.query["done"] == "renewed" { page.banner = call.banner(said.isRenewed()) }
        let learning = call.words.gatherings.learning
        page.lead = """
            <p class="meta">\(explanation) <a href="\(Paths.learning)">\(learning.title())</a></p>
            """
        page.current = Paths.gatherings
        // The table of a month takes all there is.
        if dates.month != nil { page.shape = .wide }
        return page
    }
}
