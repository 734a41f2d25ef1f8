import Foundation
import HTML
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// The dates of a series that fall on holidays, each with what can become of it, in one form.
struct HolidayDatesPageView: PageView {
    let call: Call
    let shown: SeriesHolidays
    /// What was chosen, if the form is shown again.
    var typed: TypedHolidays?
    var errors: [FieldError] = []
    /// Whether any of the dates was changed in the meantime.
    var isStale = false

    private var said: HolidayWords { call.words.gatherings.holidays }
    private var series: Series { shown.read.series }
    private var slug: String { (try? call.parameter("community")) ?? "" }

    var page: Page {
        var page = Page(said.title(), main: "\(following)\(form)\(note)\(decided)")
        if call.query["done"] == "decided" { page.banner = call.banner(said.isDecided()) }
        page.banner += "\(call.errorSummary(errors, labels))\(if: isStale, call.staleSummary)"
        page.lead = readers.html
        page.crumbs = [.init(series.details.name.text, Paths.series(slug, series.id))]
        page.current = Paths.communities
        return page
    }

    private var readers: ReadersStrip {
        let isConfidential = shown.read.facts.group?.kind.isConfidential ?? false
        return ReadersStrip(
            isConfidential ? .confidential : .members,
            "\(call.words.groups.readersFacilitators())",
            call.words
        )
    }

    /// Which lists it follows, and where that is said.
    private var following: HTML {
        let change: HTML = """
            <a href="\(Paths.changeSeries(slug, series.id))#holidays">\(said.choose())</a>
            """
        if shown.lists.isEmpty {
            return "<p>\(said.followsNone()) \(if: shown.areAny, change)\(if: !shown.areAny, "\(said.noLists())")</p>\n"
        }
        return "<p>\(said.follows(["lists": shown.lists.joined(separator: ", ")])) \(change)</p>\n"
    }

    private var labels: [String: String] {
        var labels: [String: String] = [:]
        for proposal in shown.proposals {
            let when = when(proposal.gathering), thread = proposal.gathering.thread
            labels[TypedHolidays.choice(of: thread)] = when
            labels[TypedHolidays.day(of: thread)] = said.dayOf(["date": when])
        }
        return labels
    }

    private var form: HTML {
        if shown.lists.isEmpty { return HTML() }
        if shown.proposals.isEmpty { return "<p class=\"empty\">\(said.none())</p>\n" }
        let dates = shown.proposals.map { TypedHolidays.Shown($0).text }.joined(separator: " ")
        return """
            <p>\(said.text())</p>
            <form class="card" method="post" action="\(Paths.seriesHolidays(slug, series.id))">\(call.tokenField)\
            <input type="hidden" name="shown" value="\(dates)">
            \(each: shown.proposals, date)<div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(said.save())</button>\
            \(GoBackLink(call, Paths.series(slug, series.id)).html)</div></form>

            """
    }

    private func date(_ proposal: HolidayProposal) -> HTML {
        let thread = proposal.gathering.thread, name = TypedHolidays.choice(of: thread)
        let sentence = call.sentence(name, errors), isOther = isOther(proposal)
        let again = isOther ? nil : typed
        let chosen = again?.choice(of: thread) ?? (proposal.day == nil ? "skip" : "move")
        let holidays = proposal.holidays.map { said.of(["holiday": $0.listed.holiday.name, "list": $0.list]) }
        return """
            <fieldset id="\(name)"\(if: sentence != nil || isOther, " class=\"bad\"")><legend>\(when(proposal.gathering))</legend>\
            \(each: holidays, { "<span class=\"hint\" dir=\"auto\">\($0)</span>" as HTML })\
            \(sentence.map { "<span class=\"error\">\($0)</span>" as HTML })\(if: isOther, "<span class=\"error\">\(said.hasChanged())</span>")
            \(radio(name, .keep, said.keep(), chosen))\(radio(name, .skip, said.skip(), chosen))\(radio(name, .move, said.move(), chosen))\
            \(day(proposal, again))</fieldset>

            """
    }

    private func radio(_ name: String, _ choice: TypedHolidays.Choice, _ label: String, _ chosen: String) -> HTML {
        """
        <label class="choice"><input type="radio" name="\(name)" value="\(choice.rawValue)"\(if: choice.rawValue == chosen, " checked")> \(label)</label>
        """
    }

    private func day(_ proposal: HolidayProposal, _ typed: TypedHolidays?) -> HTML {
        let thread = proposal.gathering.thread, proposed = proposal.day.map { LocalTime(dayNumber: $0).date } ?? ""
        let label = said.day(["time": call.words.time(proposal.gathering.wall)])
        var field = Field(
            TypedHolidays.day(of: thread),
            label,
            value: typed?.day(of: thread) ?? proposed,
            errors: errors
        )
        (field.type, field.style) = ("date", "short")
        field.mark = "<span class=\"vh\"> \(when(proposal.gathering))</span>"
        field.hint = proposal.day.map { said.proposed(["day": call.words.weekday(of: $0)]) } ?? said.noDay()
        return call.field(field)
    }

    /// Whether the date is another one than the form that was sent had.
    private func isOther(_ proposal: HolidayProposal) -> Bool {
        guard let typed else { return false }
        let now = TypedHolidays.Shown(proposal)
        return !typed.shown.contains { $0.thread == now.thread && $0.version == now.version }
    }

    /// What those who come will be told.
    private var note: HTML {
        shown.note.map { WaitingNoteView(call: call, thread: $0.thread, note: $0.note).html } ?? HTML()
    }

    private var decided: HTML {
        if shown.decided.isEmpty { return HTML() }
        return """
            <h2>\(said.decided())</h2>
            <div class="card"><ul class="threads">\(each: shown.decided, line)</ul></div>

            """
    }

    private func line(_ date: DecidedDate) -> HTML {
        let gathering = date.dated.gathering, path = Paths.thread(gathering.thread)
        let holiday = said.of(["holiday": date.holiday.listed.holiday.name, "list": date.holiday.list])
        let was = date.way == .moved ? gathering.occurrence ?? gathering.wall : gathering.wall
        let way =
            switch date.way {
            case .kept: said.kept()
            case .skipped: said.skipped()
            case .moved: said.moved(["when": when(gathering)])
            }
        let undo = call.button(
            Paths.restoreGathering(gathering.thread),
            call.words.common.undo(),
            style: "btn alt",
            about: when(gathering)
        )
        return """
            <li><p><a href="\(path)">\(when(was, in: gathering.zone))</a><br><span class="meta" dir="auto">\(holiday)</span><br>\
            <strong>\(way)</strong></p>\(if: date.way == .skipped, undo)</li>

            """
    }

    private func when(_ gathering: Gathering) -> String { when(gathering.wall, in: gathering.zone) }

    /// By the clock on the host's wall, which holidays go by; with its city where the reader's clock is another one.
    private func when(_ wall: LocalTime, in zone: String) -> String {
        let when = call.words.gatherings.weekday(wall, call.words)
        if zone == call.zone.identifier { return when }
        return call.words.gatherings.timeOf(["when": when, "city": TimeZonePlan.city(of: zone)])
    }
}
