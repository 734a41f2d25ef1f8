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

    private var said: SiteInfoWords { words.siteInfo }

    var html: HTML {
        """
        \(organisation.map(runBy))\
        <nav aria-label="\(said.footer())"><ul class="across">\(link(Paths.help, said.help.title()))\(link(Paths.privacy, said.privacy.title()))\
        \(link(Paths.accessibility, said.accessibility.title()))\(link(Paths.contact, said.contactTitle()))</ul></nav>
        """
    }

    private func link(_ path: String, _ name: String) -> HTML { "<li><a href=\"\(path)\">\(name)</a></li>" }

    private func runBy(_ name: SiteText) -> HTML {
        "<p>\(said.runBy()) <strong dir=\"auto\"\(words.lang(name.language))>\(name.body)</strong></p>"
    }
}
