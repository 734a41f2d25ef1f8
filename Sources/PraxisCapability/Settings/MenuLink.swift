package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// A link that a capability puts into a list of links on a page of another.
package struct MenuLink: Sendable {
    package enum Menu: Sendable {
        /// Beside each page of a member's own settings.
        case ownSettings
        /// Beside them: what the member looks after for the whole site.
        case siteDuties
        /// Beside each page of the settings of a community, and of a group.
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
    /// Orders the links of a menu; those of one position stand in the order of the capabilities.
    fileprivate let position: Int
    /// What must be allowed on the site, or in the place; nil if everyone who is shown the page may follow the link.
    private let act: (any Act.Type)?
    private let name: @Sendable (Words) -> String
    private let target: Target

    package init(
        _ menu: Menu,
        at position: Int = 50,
        if act: (any Act.Type)? = nil,
        _ name: @escaping @Sendable (Words) -> String,
        to path: String
    ) {
        self.menu = menu
        self.position = position
        self.act = act
        self.name = name
        target = .page(path)
    }

    package init(
        _ menu: Menu,
        at position: Int = 50,
        if act: (any Act.Type)? = nil,
        _ name: @escaping @Sendable (Words) -> String,
        to path: @escaping @Sendable (PlacePaths) -> String
    ) {
        self.menu = menu
        self.position = position
        self.act = act
        self.name = name
        target = .within(path)
    }

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
    /// The links that capabilities give to a menu; of a place if it is its settings', whose facts say what may be followed.
    package func links(in menu: MenuLink.Menu, of place: PlacePaths? = nil, _ facts: Facts? = nil) -> [MenuLink.Entry] {
        let facts = facts ?? Facts(viewer: viewer, now: now)
        let links = env.capabilities.links.enumerated().sorted {
            ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
        }
        return links.compactMap { $0.element.entry(in: menu, of: place, words, facts) }
    }
}
