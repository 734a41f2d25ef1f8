import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// What this site is, for people who are not signed in.
    func frontPage(_ communities: [FrontCommunity]) -> Page {
        var page = Page(env.settings.name, main: HTML())
        page.lead = "<p class=\"lead\">\(words.home.about())</p>"
        page.main = """
            <div class="row"><a class="btn" href="\(Paths.signUp)">\(words.common.signUp())</a>\
            <a class="btn alt" href="\(Paths.signIn)">\(words.common.signIn())</a></div>
            \(if: !communities.isEmpty, frontList(communities))
            """
        page.shape = .columns
        page.aside = Page.Aside(
            words.home.whoFor(),
            "<section class=\"card\"><h2>\(words.home.whoFor())</h2><p>\(words.home.whoForText())</p></section>"
        )
        return page
    }

    private func frontList(_ communities: [FrontCommunity]) -> HTML {
        """
        <section class="card" aria-labelledby="communities-h"><h2 id="communities-h">\(words.common.communities())</h2>
        <ul class="threads">\(each: communities, frontLine)</ul></section>
        """
    }

    private func frontLine(_ community: FrontCommunity) -> HTML {
        let access = community.visibility == .public ? words.home.openToAll() : words.home.membersOnly()
        return """
            <li><h3><a href="\(Paths.community(community.slug))">\(community.name)</a></h3>\
            \(if: !community.domain.isEmpty, "<p>\(community.domain)</p>")<p class="meta">\(access)</p></li>
            """
    }
}
