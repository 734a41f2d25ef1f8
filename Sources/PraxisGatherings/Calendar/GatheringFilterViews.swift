import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// Ways to other dates: those to come, a month, a year that is over.
struct GatheringWaysView {
    let call: Call
    let path: String
    let years: [Int]
    let filter: GatheringFilter
    let shown: Shown
    /// Whether months are offered.
    var hasMonths = true

    enum Shown: Equatable { case coming, month, year(Int) }

    private var said: GatheringWords { call.words.gatherings }

    var html: HTML {
        if years.isEmpty, shown == .coming, !hasMonths { return HTML() }
        let today = LocalTime(call.now, in: call.zone), month = "month=" + GatheringMonth.Month.text(today)
        return """
            <nav class="tabs pick" aria-label="\(said.choose())"><ul>\(item(said.coming(), nil, shown == .coming))\
            \(if: hasMonths, item(said.month.link(), month, shown == .month))\
            \(each: years, { item(label($0), "year=\($0)", shown == .year($0)) })</ul></nav>

            """
    }

    /// The first says that they are over.
    private func label(_ year: Int) -> String {
        year == years.first ? said.pastYear(["year": String(year)]) : String(year)
    }

    private func item(_ label: String, _ query: String?, _ isCurrent: Bool) -> HTML {
        let all = [query].compactMap { $0 } + filter.query
        let address = all.isEmpty ? path : path + "?" + all.joined(separator: "&")
        return "<li><a href=\"\(address)\"\(if: isCurrent, " aria-current=\"true\"")>\(label)</a></li>"
    }
}

/// The form that narrows a list of dates; folded unless it does.
struct GatheringFilterView {
    let call: Call
    let path: String
    let filter: GatheringFilter
    /// Those to choose from; empty on the page of one.
    let communities: [FilterCommunity]
    /// What else the address says: a month or a year.
    let kept: [(name: String, value: String)]

    private var said: GatheringMonthWords { call.words.gatherings.month }

    var html: HTML {
        """
        <details class="no-print"\(if: filter.isUsed, " open")><summary>\(said.narrow())</summary>
        <form class="filters" method="get" action="\(path)">\
        \(each: kept, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })\
        \(if: communities.count > 1, community)\(mode)\(if: call.env.settings.languages.count > 1, language)\
        <div class="row"><button class="btn alt">\(said.show())</button>\(if: filter.isUsed, all)</div></form></details>

        """
    }

    private var all: HTML {
        let query = kept.map { $0.name + "=" + $0.value }
        return "<a href=\"\(query.isEmpty ? path : path + "?" + query.joined(separator: "&"))\">\(said.showAll())</a>"
    }

    private var community: HTML {
        let choices = [("", said.anyCommunity())] + communities.map { ($0.slug, $0.name) }
        return call.select("community", said.community(), choices, chosen: filter.community, [])
    }

    private var mode: HTML {
        let choices =
            [("", said.anyMode())] + GatheringFilter.modes.map { ($0.rawValue, call.words.gatherings.name($0)) }
        return call.select("mode", call.words.gatherings.how(), choices, chosen: filter.mode?.rawValue ?? "", [])
    }

    private var language: HTML {
        let names = call.words.people.settings
        let choices =
            [("", said.anyLanguage())]
            + call.env.settings.languages.map { ($0.rawValue, $0 == .english ? names.english() : names.french()) }
        return call.select("language", said.language(), choices, chosen: filter.language?.rawValue ?? "", [])
    }
}
