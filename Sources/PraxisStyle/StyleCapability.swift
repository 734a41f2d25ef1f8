package import PraxisCapability
import PraxisWeb
import PraxisWords

extension Capability {
    /// The style guide: every component of the site on one page.
    package static let style = Capability(
        "style",
        acts: [SeeStyleguide.self],
        routes: Route.style,
        links: [MenuLink(.siteDuties, if: SeeStyleguide.self, { $0.style.title() }, to: Paths.styleguide)],
        words: [
            WordFile(StyleWords.self, english: PackageResources.style_en_json, french: PackageResources.style_fr_json)
        ],
        pages: [.style(PackageResources.style_css)]
    )
}
