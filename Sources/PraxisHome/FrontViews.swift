import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// What this site is, for people who are not signed in.
struct FrontPageView: PageView {
    let call: Call
    let communities: [FrontCommunity]

    private var said: HomeWords { call.words.home }

    var page: Page {
        var page = Page(call.env.settings.name, main: HTML())
        page.lead = "<p class=\"lead\">\(said.about())</p>"
        page.main = """
            <div class="row"><a class="btn" href="\(Paths.signUp)">\(call.words.common.signUp())</a>\
            <a class="btn alt" href="\(Paths.signIn)">\(call.words.common.signIn())</a></div>
            \(if: !communities.isEmpty, list)
            """
        page.shape = .columns
        page.aside = Page.Aside(
            said.whoFor(),
            "<section class=\"card\"><h2>\(said.whoFor())</h2><p>\(said.whoForText())</p></section>"
        )
        return page
    }

    private var list: HTML {
        """
        <section class="card" aria-labelledby="communities-h"><h2 id="communities-h">\(call.words.common.communities())</h2>
        <ul class="threads">\(each: communities, line)</ul></section>
        """
    }

    private func line(_ community: FrontCommunity) -> HTML {
        """
        <li><h3><a href="\(Paths.community(community.slug))">\(community.name)</a></h3>\
        \(if: !community.domain.isEmpty, "<p>\(community.domain)</p>")\
        <p class="meta">\(community.visibility.icon.html) \(call.words.name(of: community.visibility))</p></li>
        """
    }
}
