import HTML
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The form that adds what is to be done after a date.
struct FollowUpFormPageView: PageView {
    let call: Call
    let place: FollowUpPlace
    let typed: Fields
    var errors: [FieldError] = []

    private var said: GatheringFollowUpWords { call.words.gatherings.followUps }
    private var date: Gathering { place.date.gathering }

    var page: Page {
        let time = GatheringTimeView(call: call, gathering: date).time
        var page = Page(
            said.add(),
            main: """
                <p><strong dir="auto">\(place.date.title)</strong><br>\(time)</p>
                \(form)
                """
        )
        page.banner = call.errorSummary(errors)
        page.lead = place.readers.strip(call)
        page.crumbs = [.init(place.date.title, Paths.thread(date.thread))]
        page.current = Paths.communities
        return page
    }

    private var form: HTML {
        let title = Field("title", said.title(), value: typed.text("title"), errors: errors)
        var due = Field("due", said.due(), value: typed.text("due"), errors: errors)
        due.type = "date"
        let kinds = FollowUpKind.allCases.map { ($0.rawValue, said.name(of: $0)) }
        return """
            <form class="card" method="post" action="\(Paths.newFollowUp(date.thread))">\(call.tokenField)
            <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">
            \(call.field(title))
            \(call.select("kind", said.kind(), kinds, chosen: typed.text("kind"), errors))
            \(call.select("owner", said.owner(), owners, chosen: typed.text("owner"), errors))
            \(call.field(due))
            <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(said.add())</button>\
            \(GoBackLink(call, Paths.thread(date.thread)).html)</div></form>
            """
    }

    /// Nobody, the reader, and then those who can be named, by name.
    private var owners: [(String, String)] {
        let me = call.viewer.member
        let own = me.map { [($0.description, said.myself())] } ?? []
        return [("", said.nobody())] + own + place.owners.filter { $0.id != me }.map { ($0.id.description, $0.name) }
    }
}
