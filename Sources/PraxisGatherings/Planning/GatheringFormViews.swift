import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The form that plans a date, or changes one.
struct GatheringFormPageView: PageView {
    enum Purpose: Sendable {
        /// In one of these groups; the readers are those of the only one.
        case plan([PlanningPlace], community: CommunityLine, ThreadReaders?)
        /// The version that it is based on.
        case change(ThreadID, version: Int, ThreadReaders)
    }

    let call: Call
    let purpose: Purpose
    let typed: Fields
    var errors: [FieldError] = []
    /// Whether it was changed in the meantime: the page says so, and the form is based on that.
    var isStale = false

    private var said: GatheringWords { call.words.gatherings }

    var page: Page {
        switch purpose {
        case .plan(let places, let community, let readers):
            let back = PlacePaths(community: community.slug).gatherings
            var page = Page(
                said.plan(),
                main: form(Paths.newGathering(community.slug), said.planButton(), back, groups(places), about)
            )
            page.lead = readers?.strip(call) ?? ReadersStrip.ofGroup(toChoose: call.words)
            page.crumbs = call.communityCrumbs(community) + [.init(said.title(), back)]
            page.current = Paths.communities
            return page
        case .change(let thread, let version, let readers):
            let hidden: HTML = "<input type=\"hidden\" name=\"version\" value=\"\(version)\">"
            let main = form(Paths.gathering(thread), call.words.common.save(), Paths.thread(thread), hidden, HTML())
            var page = Page(said.changeTitle(), main: main)
            page.lead = readers.strip(call)
            page.crumbs = [.init(said.toGathering(), Paths.thread(thread))]
            page.current = Paths.communities
            return page
        }
    }

    private func form(_ action: String, _ button: String, _ back: String, _ first: HTML, _ last: HTML) -> HTML {
        """
        \(call.errorSummary(errors))\(if: isStale, call.staleSummary)
        <form class="card" method="post" action="\(action)">\(call.tokenField)
        <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">\(first)
        \(field("title", said.fields.title()))
        \(field("date", said.fields.date(), type: "date"))
        \(field("time", said.fields.time(), type: "time"))
        \(ZoneSelectView(call: call, "zone", said.fields.zone(), hint: said.fields.zoneHint(), chosen: typed.text("zone"), errors: errors).html)
        \(field("minutes", said.fields.minutes(), type: "number"))
        \(call.radios("mode", said.how(), modes, chosen: typed.text("mode"), errors))
        \(field("place", said.fields.place(), hint: said.fields.placeHint()))
        \(field("joinLink", said.fields.joinLink(), hint: said.fields.joinLinkHint()))
        \(field("capacity", said.fields.capacity(), hint: said.fields.capacityHint(), type: "number"))
        \(last)
        <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(button)</button>\(call.cancel(back))</div></form>
        """
    }

    private var modes: [FormChoice] {
        [
            FormChoice(GatheringMode.online, said.mode.online()),
            FormChoice(GatheringMode.inPerson, said.mode.inPerson()),
            FormChoice(GatheringMode.hybrid, said.mode.hybrid()),
        ]
    }

    private func groups(_ places: [PlanningPlace]) -> HTML {
        if places.count == 1 { return "<input type=\"hidden\" name=\"group\" value=\"\(places[0].slug)\">" }
        let choices = [("", said.fields.chooseGroup())] + places.map { ($0.slug, $0.name) }
        return call.select("group", said.fields.group(), choices, chosen: typed.text("group"), errors)
    }

    /// The first post of the date's discussion.
    private var about: HTML {
        var about = Field("purpose", said.fields.purpose(), value: typed.text("purpose"), errors: errors)
        (about.hint, about.isArea) = (said.fields.purposeHint(), true)
        return call.field(about)
    }

    private func field(_ name: String, _ label: String, hint: String = "", type: StaticString = "text") -> HTML {
        var field = Field(name, label, value: typed.text(name), errors: errors)
        (field.hint, field.type) = (hint, type)
        // As wide as what goes into it.
        if type.description != "text" { field.style = "short" }
        return call.field(field)
    }
}
