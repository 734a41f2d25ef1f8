import HTML
package import PraxisDomain
package import PraxisWeb
import PraxisWords

/// The pages of settings that belong together: a navigation beside each of them, folded away on a narrow page.
package struct SettingsMenu: Sendable {
    private struct Section: Sendable {
        /// Nil for the first, which the navigation itself is named after.
        var heading: String?
        let links: [MenuLink.Entry]
    }

    private let call: Call
    private let name: String
    private let sections: [Section]
    /// The address of the page that it stands beside.
    private let current: String

    /// Of a member's own settings, with what they look after for the whole site.
    package init(_ call: Call, at current: String) {
        let words = call.words.common
        self.call = call
        self.current = current
        name = words.settings()
        let cards = call.env.capabilities.settings.filter { $0.isShown(call) }.map {
            ($0.name(call.words), Paths.settings + "#" + $0.id)
        }
        let pages = call.links(in: .ownSettings)
        let own = pages.prefix(1) + cards + pages.dropFirst()
        sections = [
            Section(links: Array(own)), Section(heading: words.siteDuties(), links: call.links(in: .siteDuties)),
        ]
    }

    /// Of a community or a group, as far as the viewer may open them; `facts` are of the place.
    package init(_ call: Call, of place: PlacePaths, _ facts: Facts, at current: String) {
        self.call = call
        self.current = current
        name = call.words.common.settings()
        let menu: MenuLink.Menu = facts.group == nil ? .communitySettings : .groupSettings
        sections = [Section(links: call.links(in: menu, of: place, facts))]
    }

    /// The page with this navigation beside it.
    package func beside(_ page: Page) -> Page {
        var page = page
        page.shape = .columns
        page.aside = .init(
            name,
            "<nav class=\"card sections\" aria-label=\"\(name)\">\(SideFold(call.words.common.allSettings(), content).html)</nav>",
            .first
        )
        return page
    }

    private var content: HTML {
        let shown = sections.filter { !$0.links.isEmpty }
        return "\(each: shown, { section($0) })"
    }

    private func section(_ section: Section) -> HTML {
        """
        \(section.heading.map { "<h2>\($0)</h2>" as HTML })<ul class="links">\(each: section.links, link)</ul>
        """
    }

    private func link(_ link: MenuLink.Entry) -> HTML {
        "<li><a href=\"\(link.path)\"\(if: link.path == current, " aria-current=\"page\"")>\(link.name)</a></li>"
    }
}
