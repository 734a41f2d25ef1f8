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
        /// In one of these groups.
        case plan(PlanningPlaces)
        /// The version that it is based on.
        case change(ThreadID, version: Int, ThreadReaders, isOfSeries: Bool)
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
        case .plan(let planning):
            let community = planning.community, back = PlacePaths(community: community.slug).gatherings
            var page = Page(
                said.plan(),
                main: form(
                    Paths.newGathering(community.slug),
                    said.planButton(),
                    back,
                    fields.groups(planning.places),
                    about
                )
            )
            page.banner = banner
            page.lead = planning.readers?.strip(call) ?? ReadersStrip.ofGroup(toChoose: call.words)
            page.crumbs = call.communityCrumbs(community) + [.init(said.title(), back)]
            page.current = Paths.communities
            return page
        case .change(let thread, let version, let readers, let isOfSeries):
            let hidden: HTML = "<input type=\"hidden\" name=\"version\" value=\"\(version)\">"
            let scope = isOfSeries ? ScopeView(call: call, errors: errors).choice(typed.text("scope")) : HTML()
            let form = form(Paths.gathering(thread), call.words.common.save(), Paths.thread(thread), hidden, scope)
            let main: HTML = "\(form)\(if: isOfSeries, ScopeView(call: call, errors: []).skipForm(thread))"
            var page = Page(said.changeTitle(), main: main)
            page.banner = banner
            page.lead = readers.strip(call)
            page.crumbs = [.init(typed.text("title"), Paths.thread(thread))]
            page.current = Paths.communities
            return page
        }
    }

    private func form(_ action: String, _ button: String, _ back: String, _ first: HTML, _ last: HTML) -> HTML {
        """
        <form class="card" method="post" action="\(action)">\(call.tokenField)
        <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">\(first)
        \(fields.field("title", said.fields.title()))
        \(fields.when(said.fields.date()))\(fields.how)
        \(last)
        <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(button)</button>\
        \(GoBackLink(call, back).html)</div></form>
        """
    }

    private var banner: HTML { "\(call.errorSummary(errors))\(if: isStale, call.staleSummary)" }

    /// The first post of the date's discussion.
    private var about: HTML {
        fields.field("purpose", said.fields.purpose(), hint: said.fields.purposeHint(), isArea: true)
    }

    private var fields: GatheringFieldsView { GatheringFieldsView(call: call, typed: typed, errors: errors) }
}
