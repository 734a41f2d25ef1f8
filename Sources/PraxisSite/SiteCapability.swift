package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Who runs the site, and its pages about itself.
    package static let site = Capability(
        "site",
        migrations: Migration.site,
        acts: .site,
        audits: [.init(.siteChanged)],
        events: EventKind.site,
        routes: Route.site,
        links: [MenuLink(.siteDuties, if: ChangeSite.self, { $0.siteInfo.title() }, to: Paths.siteSettings)],
        words: [
            WordFile(
                SiteInfoWords.self,
                english: PackageResources.site_en_json,
                french: PackageResources.site_fr_json
            )
        ],
        pages: [.style(PackageResources.site_css), .footer(PageFooter.ofSite)],
        tables: .site
    )
}
