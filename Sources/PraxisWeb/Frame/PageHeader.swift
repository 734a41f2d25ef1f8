import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWords

/// The bar at the top of every page: the site, its main pages, what is waiting, the search, and the member's own pages.
struct PageHeader {
    let call: Call
    /// The path of the page's own entry.
    let current: String

    private var words: CommonWords { call.words.common }

    var html: HTML {
        """
        <header class="top"><div class="wrap">
          <a class="site" href="/">\(call.env.settings.name)</a>
          \(if: call.session != nil, "<details class=\"menu\"><summary>\(words.menu())</summary></details>")
          <nav aria-label="\(words.mainNavigation())"><ul>\(mainEntries)</ul></nav>
          \(search)
          \(call.session.map(account))
        </div></header>
        """
    }

    private func entries(_ menu: NavigationEntry.Menu) -> [NavigationEntry] {
        call.parts.navigation.filter { $0.menu == menu && $0.isShown(toMember: call.session != nil) }
    }

    private func item(_ path: String, _ name: String, icon: Icon? = nil, style: StaticString? = nil) -> HTML {
        """
        <li\(style.map { " class=\"\($0.description)\"" as HTML })><a href="\(path)"\(if: path == current, " aria-current=\"page\"")>\
        \(icon?.html)\(name)</a></li>
        """
    }

    private var mainEntries: HTML {
        var items = entries(.main).map { item($0.path, $0.name(call)) }
        let duties = call.dutyLines.map { item($0.path, $0.text, style: "duty") }
        items.insert(contentsOf: duties, at: min(1, items.count))
        return "\(items)"
    }

    private var search: HTML {
        guard let search = call.parts.search else { return HTML() }
        let label = search.label(call.words)
        return """
            <form class="find" role="search" action="\(search.path)"><label class="vh" for="site-search">\(label)</label>\
            <input id="site-search" type="search" name="\(search.field)" placeholder="\(label)" dir="auto">\
            <button class="btn">\(Icon.search.html)<span class="vh">\(label)</span></button></form>
            """
    }

    private func account(_ session: Session) -> HTML {
        """
        <details class="account"><summary>\(face(session.name, session.member))<span class="name">\(session.name)</span></summary>
        <ul>\(each: entries(.account), { item($0.path, $0.name(call), icon: $0.icon) })<li>\
        <form method="post" action="\(Paths.signOut)" data-forget>\(call.tokenField)\
        <button class="btn quiet">\(Icon.out.html)\(words.signOut())</button></form></li></ul></details>
        """
    }
}
