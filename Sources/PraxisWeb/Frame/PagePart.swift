package import PraxisWords

/// What a capability gives to every request, or to the frame of every page.
package enum PagePart: Sendable {
    /// Records that a member viewed a page, or that their program made a request.
    case visit(Pipeline.Visit)
    /// What is waiting for a member who decides something.
    case duty(Pipeline.DutyCheck)
    /// The page shown to a reader who is not signed in, in place of one that shows them nothing.
    case door(Pipeline.Door)
    case navigation(NavigationEntry)
    /// The search that stands at the top of every page.
    case search(HeaderSearch)
    /// What stands at the end of every page.
    case footer(Pipeline.Footer)
    /// Rules of the style sheet for what the capability draws, after the site's own.
    case style([UInt8])
}

/// A link at the top of every page.
package struct NavigationEntry: Sendable {
    package enum Readers: Sendable { case everyone, members, visitors }

    /// What everyone comes for, or what is a member's own, under their name.
    package enum Menu: Sendable { case main, account }

    /// Orders the entries of a menu.
    let position: Int
    let readers: Readers
    let path: String
    let name: @Sendable (Call) -> String
    let menu: Menu
    let icon: Icon?

    /// An entry of the main menu.
    package init(_ position: Int, for readers: Readers, _ path: String, _ name: @escaping @Sendable (Call) -> String) {
        self.position = position
        self.readers = readers
        self.path = path
        self.name = name
        (menu, icon) = (.main, nil)
    }

    /// An entry of a member's own menu.
    package init(_ position: Int, _ icon: Icon, _ path: String, _ name: @escaping @Sendable (Call) -> String) {
        self.position = position
        self.path = path
        self.name = name
        readers = .members
        menu = .account
        self.icon = icon
    }

    func isShown(toMember isMember: Bool) -> Bool { readers == .everyone || (readers == .members) == isMember }
}

/// A search by one field.
package struct HeaderSearch: Sendable {
    let path: String
    /// The query parameter that holds what was typed.
    let field: String
    let label: @Sendable (Words) -> String

    package init(_ path: String, field: String, label: @escaping @Sendable (Words) -> String) {
        self.path = path
        self.field = field
        self.label = label
    }
}

/// The parts that capabilities gave, by what they are for.
final class PageParts: Sendable {
    let visits: [Pipeline.Visit]
    let duties: [Pipeline.DutyCheck]
    let door: Pipeline.Door?
    /// By position.
    let navigation: [NavigationEntry]
    let search: HeaderSearch?
    let footer: Pipeline.Footer?
    let stylesheetPath: String

    init(_ parts: [PagePart]) {
        visits = parts.compactMap { if case .visit(let visit) = $0 { visit } else { nil } }
        duties = parts.compactMap { if case .duty(let duty) = $0 { duty } else { nil } }
        door = parts.lazy.compactMap { if case .door(let door) = $0 { door } else { nil } }.first
        navigation = parts.compactMap { if case .navigation(let entry) = $0 { entry } else { nil } }
            .sorted { $0.position < $1.position }
        search = parts.lazy.compactMap { if case .search(let search) = $0 { search } else { nil } }.first
        footer = parts.lazy.compactMap { if case .footer(let footer) = $0 { footer } else { nil } }.first
        stylesheetPath = Assets(parts).stylesheetPath
    }
}
