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
            let view = SiteFooterView(
                words: words,
                organisation: profile.shown(.organisation, in: languages),
                hasContact: profile.hasContact(in: languages)
            )
            return PageFooter(view.html, version: profile.version)
        }
    }
}

extension Snapshots.Topic {
    fileprivate static let siteFooter = Snapshots.Topic("siteFooter")
}
