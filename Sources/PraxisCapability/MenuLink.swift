package import HTML
package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// A link that a capability puts into a list of links on a page of another.
package struct MenuLink: Sendable {
    package enum Menu: Sendable {
        /// Above a member's own settings.
        case ownSettings
        /// Beside them: what the member looks after for the whole site.
        case siteDuties
        /// Above the settings of a community, and of a group.
        case communitySettings, groupSettings
        /// Beside a community, for those who decide in it.
        case communityDuties
    }

    private enum Target: Sendable {
        /// A page of the site.
        case page(String)
        /// A page of the place whose settings they are.
        case within(@Sendable (PlacePaths) -> String)
    }

    private let menu: Menu
    /// What must be allowed on the site; nil if everyone who is shown the page may follow the link.
    private let act: (any Act.Type)?
    private let name: @Sendable (Words) -> String
    private let target: Target

    private init(_ menu: Menu, _ act: (any Act.Type)?, _ name: @escaping @Sendable (Words) -> String, _ target: Target)
    {
        self.menu = menu
        self.act = act
        self.name = name
        self.target = target
    }

    package init(
        _ menu: Menu,
        if act: (any Act.Type)? = nil,
        _ name: @escaping @Sendable (Words) -> String,
        to path: String
    ) {
        self.init(menu, act, name, .page(path))
    }

    package init(
        _ menu: Menu,
        _ name: @escaping @Sendable (Words) -> String,
        to path: @escaping @Sendable (PlacePaths) -> String
    ) { self.init(menu, nil, name, .within(path)) }

    /// Returns nil if it stands in another menu, leads into a place that the page is not in, or may not be followed.
    fileprivate func entry(in menu: Menu, of place: PlacePaths?, _ words: Words, _ facts: Facts) -> Entry? {
        guard menu == self.menu, act.map({ Policy.allows($0, facts) }) ?? true else { return nil }
        switch target {
        case .page(let path): return (name(words), path)
        case .within(let path): return place.map { (name(words), path($0)) }
        }
    }

    package typealias Entry = (name: String, path: String)
}

extension Call {
    /// The links that capabilities give to a menu, of a place if it is its settings'.
    package func links(in menu: MenuLink.Menu, of place: PlacePaths? = nil) -> [MenuLink.Entry] {
        let facts = Facts(viewer: viewer, now: now)
        return env.capabilities.links.compactMap { $0.entry(in: menu, of: place, words, facts) }
    }

    /// Links beside each other, above a page.
    package func linkRow(_ links: [MenuLink.Entry]) -> HTML {
        """
        <ul class="links across">\(each: links, { "<li><a href=\"\($0.path)\">\($0.name)</a></li>" as HTML })</ul>
        """
    }
}
