import HTML
import PraxisCapability
import PraxisDomain
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
        if gatherings.isEmpty {
            let empty = list.year.map { said.noneInYear(["year": String($0)]) } ?? said.none()
            return "\(choices)<p class=\"empty\">\(empty)</p>"
        }
        let lines = gatherings.reduce(into: HTML()) { $0 += line($1).html(call.words) }
        return """
            \(choices)<div class="card"><ul class="threads">
            \(lines)\(more)</ul></div>
            """
    }

    /// What is to come, and the years in which something was.
    private var choices: HTML {
        if list.years.isEmpty, list.year == nil { return HTML() }
        func item(_ label: String, _ query: String, _ isCurrent: Bool) -> HTML {
            "<li><a href=\"\(path)\(query)\"\(if: isCurrent, " aria-current=\"true\"")>\(label)</a></li>"
        }
        return """
            <nav class="tabs pick" aria-label="\(said.choose())"><ul>\(item(said.coming(), "", list.year == nil))\
            \(if: !list.years.isEmpty, "<li class=\"meta\">\(said.past())</li>")\
            \(each: list.years, { item(String($0), "?year=\($0)", $0 == list.year) })</ul></nav>

            """
    }

    private func line(_ listed: ListedGathering) -> ListLine {
        let time = GatheringTimeView(call: call, gathering: listed.gathering)
        let isCalledByDate = series.map { listed.title == $0.name.text } ?? false
        var line = ListLine(isCalledByDate ? time.sentence : listed.title, Paths.thread(listed.gathering.thread))
        if !isCalledByDate { line.language = listed.language }
        line.over = [time.cancelled, isCalledByDate ? HTML() : "<strong>\(time.time)</strong>"]
        let isOpen = listed.gathering.takesAnswers(at: call.now)
        let below: [HTML] = [
            series == nil ? place(listed) : nil, time.host.map { "<span class=\"meta\">\($0)</span>" },
            listed.tally.own.map { "<strong>\(said.sentence($0, isOpen: isOpen))</strong>" },
        ]
        .compactMap { $0 }
        let lines: HTML = "\(each: below.enumerated(), { "\(if: $0.offset > 0, "<br>")\($0.element)" as HTML })"
        line.below = "\(if: !below.isEmpty, "<p class=\"excerpt\">\(lines)</p>")"
        if listed.gathering.mode != series?.mode { line.note = "\(time.mode)" }
        return line
    }

    private func place(_ listed: ListedGathering) -> HTML {
        let series = listed.series.flatMap { $0 == listed.title ? nil : " · " + $0 } ?? ""
        return """
            <span class="meta">\(tags.confidential(listed.group.isConfidential))\(name(of: listed))\(series)</span>
            """
    }

    private func name(of listed: ListedGathering) -> String {
        let group = listed.group
        if !namesCommunity { return group.name }
        return group.isCommons ? listed.community.name : listed.community.name + " · " + group.name
    }

    private var more: HTML {
        guard let next = list.page.next else { return HTML() }
        let year = list.year.map { "year=\($0)&" } ?? ""
        return
            "<li class=\"more-line\"><a href=\"\(path)?\(year)after=\(next.description)\" rel=\"next\">\(said.later())</a></li>\n"
    }
}

/// The dates of all communities of a member.
struct GatheringsPageView: PageView {
    let call: Call
    let list: GatheringList
    /// The secret address of the member's calendar.
    let address: String

    var page: Page {
        let view = GatheringListView(call: call, list: list, path: Paths.gatherings, namesCommunity: true)
        let said = call.words.gatherings.calendar
        let card = CalendarCard(
            call: call,
            address: address,
            renewal: Paths.renewCalendar,
            explanation: said.explain()
        )
        var page = Page(call.words.gatherings.title(), main: "\(view.html)\(card.html)")
        if call.query["done"] == "renewed" { page.banner = call.banner(said.isRenewed()) }
        page.lead = "<p class=\"meta\">\(call.words.gatherings.explanation())</p>"
        page.current = Paths.gatherings
        return page
    }
}
