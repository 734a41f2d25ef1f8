import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What stands at the end of every page.
struct SiteFooterView {
    let words: Words
    let organisation: SiteText?
    /// Whether there is a page to lead to that says how to reach them.
    let hasContact: Bool

    private var said: SiteInfoWords { words.siteInfo }

    var html: HTML {
        """
        \(organisation.map(runBy))\
        <nav aria-label="\(said.footer())"><ul class="across">\(each: links, { $0 })</ul><span class="end"></span></nav>
        """
    }

    private var links: [HTML] {
        var links = [
            link(Paths.help, said.help.title()), link(Paths.privacy, said.privacy.title()),
            link(Paths.accessibility, said.accessibility.title()),
        ]
        if hasContact { links.append(link(Paths.contact, said.contactTitle())) }
        return links
    }

    private func link(_ path: String, _ name: String) -> HTML { "<li><a href=\"\(path)\">\(name)</a></li>" }

    private func runBy(_ name: SiteText) -> HTML {
        "<p>\(said.runBy()) <strong dir=\"auto\"\(words.lang(name.language))>\(name.body)</strong></p>"
    }
}
