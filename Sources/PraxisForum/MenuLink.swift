import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// A link that a capability puts into a list of links on a page of another.
package struct MenuLink: Sendable {
    package enum Menu: Sendable {
        /// Above a member's own settings.
        case ownSettings
        /// Beside them: what the member looks after for the whole site.
        case siteDuties
        /// Above the settings of a community, and of a group.
        case communitySettings, groupSettings
    }

    let menu: Menu
    /// What must be allowed on the site; nil if everyone who is shown the page may follow the link.
    let act: (any Act.Type)?
    let name: @Sendable (Words) -> String
    let path: @Sendable (PlacePaths) -> String

    init(
        _ menu: Menu,
        if act: (any Act.Type)? = nil,
        _ name: @escaping @Sendable (Words) -> String,
        to path: @escaping @Sendable (PlacePaths) -> String
    ) {
        (self.menu, self.act) = (menu, act)
        (self.name, self.path) = (name, path)
    }

    /// The same for a page of the site.
    init(_ menu: Menu, if act: (any Act.Type)? = nil, _ name: @escaping @Sendable (Words) -> String, to path: String) {
        self.init(menu, if: act, name) { _ in path }
    }
}

extension Call {
    /// The links that capabilities give to a menu of the site.
    func links(in menu: MenuLink.Menu) -> [(name: String, path: String)] { links(in: menu, of: PlacePaths()) }

    /// The same for a menu of a community or group.
    func links(in menu: MenuLink.Menu, of place: PlacePaths) -> [(name: String, path: String)] {
        let facts = Facts(viewer: viewer, now: now)
        return Forum.links.filter { $0.menu == menu && ($0.act.map { Policy.allows($0, facts) } ?? true) }
            .map { ($0.name(words), $0.path(place)) }
    }

    /// Links beside each other, above a page.
    func linkRow(_ links: [(name: String, path: String)]) -> HTML {
        """
        <ul class="links across">\(each: links, { "<li><a href=\"\($0.path)\">\($0.name)</a></li>" as HTML })</ul>
        """
    }
}
