import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension PageFooter {
    /// Where to find help, who runs the site and what it says of itself; kept until that changes.
    static let ofSite: Pipeline.Footer = { env, words in
        let languages = [words.language] + env.settings.languages
        return try await env.snapshots.page(.siteFooter, words.language.rawValue, in: env.store) { db in
            let profile = try SiteProfile.load(db)
            let name = profile.shown(.organisation, in: languages)
            return PageFooter(SiteFooterView(words: words, organisation: name).html, version: profile.version)
        }
    }
}

extension Snapshots.Topic {
    fileprivate static let siteFooter = Snapshots.Topic("siteFooter")
}

/// What stands at the end of every page.
private struct SiteFooterView {
    let words: Words
    let organisation: SiteText?

    private var said: SiteInfoWords { words.siteInfo }

    var html: HTML {
        """
        <nav aria-label="\(said.footer())"><ul class="across">\(link(Paths.help, said.help.title()))\(link(Paths.privacy, said.privacy.title()))\
        \(link(Paths.accessibility, said.accessibility.title()))\(link(Paths.contact, said.contactTitle()))</ul></nav>\
        \(organisation.map(runBy))
        """
    }

    private func link(_ path: String, _ name: String) -> HTML { "<li><a href=\"\(path)\">\(name)</a></li>" }

    private func runBy(_ name: SiteText) -> HTML {
        "<p>\(said.runBy()) <strong dir=\"auto\"\(words.lang(name.language))>\(name.body)</strong></p>"
    }
}
