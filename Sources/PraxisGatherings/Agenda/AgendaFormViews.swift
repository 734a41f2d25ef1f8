import HTML
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The form that adds an item to the agenda of a date, or changes one.
struct AgendaFormPageView: PageView {
    enum Purpose: Sendable {
        case add
        case change(ReadAgendaItem)
    }

    let call: Call
    let purpose: Purpose
    let date: TitledGathering
    /// Of the date's thread.
    let readers: ThreadReaders
    let typed: Fields
    var errors: [FieldError] = []
    /// Whether it was changed in the meantime: the page says so, and the form is based on that.
    var isStale = false

    private var said: GatheringAgendaWords { call.words.gatherings.agenda }
    private var thread: ThreadID { date.gathering.thread }

    var page: Page {
        var page = Page(title, main: main)
        page.banner = "\(call.errorSummary(errors))\(if: isStale, call.staleSummary)"
        page.lead = readers.strip(call)
        page.crumbs = [.init(date.title, Paths.thread(thread))]
        page.current = Paths.communities
        return page
    }

    private var title: String {
        if case .add = purpose { said.add() } else { said.changeTitle() }
    }

    private var main: HTML {
        let time = GatheringTimeView(call: call, gathering: date.gathering).time
        let head: HTML = """
            <p><strong dir="auto">\(date.title)</strong><br>\(time)</p>

            """
        switch purpose {
        case .add:
            return head
                + form(
                    Paths.newAgendaItem(thread),
                    said.add(),
                    "<input type=\"hidden\" name=\"key\" value=\"\(typed["key"] ?? call.env.random.token())\">",
                    HTML()
                )
        case .change(let read):
            let item = read.item
            let version: HTML =
                "<input type=\"hidden\" name=\"version\" value=\"\(isStale ? String(item.version) : typed.text("version"))\">"
            let remove: HTML =
                "<p>\(call.button(Paths.removeAgendaItem(item.id), said.remove(), style: "btn quiet danger"))</p>"
            return head
                + form(Paths.agendaItem(item.id), call.words.common.save(), version, read.isHost ? host(read) : HTML())
                + "\(if: !item.hasOutcome, remove)"
        }
    }

    private func form(_ action: String, _ button: String, _ hidden: HTML, _ more: HTML) -> HTML {
        """
        <form class="card" method="post" action="\(action)">\(call.tokenField)
        \(hidden)\(field("title", said.itemTitle()))
        \(field("minutes", said.itemMinutes(), type: "number"))
        \(field("lead", said.itemLead(), hint: said.itemLeadHint()))
        \(more)<div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(button)</button>\
        \(GoBackLink(call, Paths.thread(thread)).html)</div></form>
        """
    }

    /// The place of an item, and what came of it.
    private func host(_ read: ReadAgendaItem) -> HTML {
        let places = (1...max(1, read.count)).map { (String($0), String($0)) }
        let position = call.select("position", said.position(), places, chosen: typed.text("position"), errors)
        if let post = read.item.outcomePost {
            return "\(position)<p><a href=\"\(Paths.post(post))\">\(said.outcomeThere())</a></p>"
        }
        var outcome = Field("outcome", said.outcomeField(), value: typed.text("outcome"), errors: errors)
        (outcome.hint, outcome.isArea) = (read.item.about == nil ? said.outcomeHint() : said.outcomePostHint(), true)
        return "\(position)\(call.field(outcome))"
    }

    private func field(_ name: String, _ label: String, hint: String = "", type: StaticString = "text") -> HTML {
        var field = Field(name, label, value: typed.text(name), errors: errors)
        (field.hint, field.type) = (hint, type)
        return call.field(field)
    }
}

/// Where a discussion is put on the table of a date.
struct TablePageView: PageView {
    let call: Call
    let tabled: TabledThread
    let dates: [ListedGathering]
    /// Of the discussion.
    let readers: ThreadReaders
    let typed: Fields
    var errors: [FieldError] = []

    private var said: GatheringAgendaWords { call.words.gatherings.agenda }

    var page: Page {
        var page = Page(said.table(), main: dates.isEmpty ? "<p class=\"empty\">\(said.noDates())</p>" : form)
        page.banner = call.errorSummary(errors)
        page.lead = readers.strip(call)
        page.crumbs = [.init(tabled.title, Paths.thread(tabled.id))]
        page.current = Paths.communities
        return page
    }

    private var form: HTML {
        let thread = tabled.id
        return """
            <p>\(said.tableHint())</p>
            <form class="card" method="post" action="\(Paths.table(thread))\(if: isOfAll, "?all=1")">\(call.tokenField)
            <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">
            \(call.radios("gathering", said.date(), choices, chosen: typed.text("gathering"), errors))\(if: !isOfAll, all)
            \(minutes)
            <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(said.table())</button>\
            \(GoBackLink(call, Paths.thread(thread)).html)</div></form>
            """
    }

    private var isOfAll: Bool { call.query["all"] != nil }

    /// To the later dates of series; without any there is nothing more to choose.
    private var all: HTML {
        if !dates.contains(where: { $0.gathering.series != nil }) { return HTML() }
        return "<p><a href=\"\(Paths.table(tabled.id))?all=1\">\(said.laterDates())</a></p>"
    }

    private var choices: [FormChoice] {
        dates.map { listed in
            let when = GatheringTimeView(call: call, gathering: listed.gathering).when
            return FormChoice(
                value: listed.gathering.thread.description,
                listed.title,
                hint: listed.group.name + " · " + when
            )
        }
    }

    private var minutes: HTML {
        var field = Field("minutes", said.itemMinutes(), value: typed.text("minutes"), errors: errors)
        field.type = "number"
        return call.field(field)
    }
}
