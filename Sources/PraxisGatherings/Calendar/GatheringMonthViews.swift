import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The dates of a month as a table of its weeks, which begin on Monday; on a narrow page as a list of those days that have any.
struct GatheringMonthView {
    private let call: Call
    private let shown: GatheringMonth
    private let filter: GatheringFilter
    /// Where the month stands.
    private let path: String
    /// By the numbers of their days.
    private let byDay: [Int: [ListedGathering]]

    init(call: Call, shown: GatheringMonth, filter: GatheringFilter, path: String) {
        self.call = call
        (self.shown, self.filter) = (shown, filter)
        self.path = path
        byDay = Dictionary(grouping: shown.gatherings) {
            GatheringTimeView(call: call, gathering: $0.gathering).start.dayNumber
        }
    }

    private var said: GatheringMonthWords { call.words.gatherings.month }
    private var month: GatheringMonth.Month { shown.month }

    var html: HTML {
        """
        \(ways)<div class="card"><div class="months"><table class="month"><caption>\(call.words.monthOfYear(month.first))</caption>
        <thead><tr>\(each: call.words.dates.weekdays, { "<th scope=\"col\">\($0.prefix(1).uppercased() + $0.dropFirst())</th>" as HTML })</tr></thead>
        <tbody>\(each: weeks, week)</tbody></table></div>\(if: isEmpty, "<p class=\"empty\">\(said.none())</p>")\
        \(if: shown.isCut, "<p class=\"meta\">\(said.isCut())</p>")</div>

        """
    }

    private var isEmpty: Bool { !byDay.keys.contains(where: month.days.contains) }

    /// To the months before and after it.
    private var ways: HTML {
        """
        <nav class="row ways no-print" aria-label="\(said.ways())">\(way(month.previous, said.previous(), "prev"))\(way(month.next, said.next(), "next"))</nav>

        """
    }

    private func way(_ first: LocalTime, _ name: String, _ rel: StaticString) -> HTML {
        let query = (["month=" + GatheringMonth.Month.text(first)] + filter.query).joined(separator: "&")
        return """
            <a class="btn alt" href="\(path)?\(query)" rel="\(rel.description)">\(name)<span class="vh">, \(call.words.monthOfYear(first))</span></a>
            """
    }

    /// The numbers of their Mondays.
    private var weeks: [Int] {
        let first = month.days.lowerBound
        return Array(stride(from: first - month.first.weekday, to: month.days.upperBound, by: 7))
    }

    private func week(_ monday: Int) -> HTML {
        "<tr>\(each: Array(monday..<monday + 7), { day($0, byDay[$0] ?? []) })</tr>\n"
    }

    private func day(_ number: Int, _ gatherings: [ListedGathering]) -> HTML {
        if !month.days.contains(number) { return "<td class=\"none\"></td>" }
        let day = LocalTime(dayNumber: number), today = LocalTime(call.now, in: call.zone)
        let name = call.words.day(day, today: today)
        // On a narrow page the whole day is said, on a wide one its column and the caption do that.
        let heading: HTML = """
            <span class="n">\(day.day)</span><span class="d">\(name.prefix(1).uppercased() + name.dropFirst())</span>
            """
        if gatherings.isEmpty { return "<td class=\"none\">\(heading)</td>" }
        return "<td>\(heading)<ul>\(each: gatherings, line)</ul></td>"
    }

    private func line(_ listed: ListedGathering) -> HTML {
        let time = GatheringTimeView(call: call, gathering: listed.gathering)
        return """
            <li><a href="\(Paths.thread(listed.gathering.thread))"><strong>\(time.clock)</strong> <bdi\(call.lang(listed.language))>\(listed.title)</bdi></a>\
            \(time.cancelled)</li>
            """
    }
}
