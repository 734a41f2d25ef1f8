/// What a capability gives to every request, or to the frame of every page.
package enum PagePart: Sendable {
    /// Records that a member viewed a page, or that their program made a request.
    case visit(Pipeline.Visit)
    /// What is waiting for a member who decides something.
    case duty(Pipeline.DutyCheck)
    /// The page shown to a reader who is not signed in, in place of one that shows them nothing.
    case door(Pipeline.Door)
    case navigation(NavigationEntry)
    /// Rules of the style sheet for what the capability draws, after the site's own.
    case style([UInt8])
}

/// A link at the top of every page.
package struct NavigationEntry: Sendable {
    package enum Readers: Sendable { case everyone, members, visitors }

    /// Orders the entries, from left to right.
    let position: Int
    let readers: Readers
    let path: String
    let name: @Sendable (Call) -> String
    /// Whether it stands apart from the others, at the end.
    let isApart: Bool

    package init(
        _ position: Int,
        for readers: Readers,
        _ path: String,
        isApart: Bool = false,
        _ name: @escaping @Sendable (Call) -> String
    ) {
        self.position = position
        self.readers = readers
        self.path = path
        (self.isApart, self.name) = (isApart, name)
    }

    func isShown(toMember isMember: Bool) -> Bool { readers == .everyone || (readers == .members) == isMember }
}

/// The parts that capabilities gave, by what they are for.
final class PageParts: Sendable {
    let visits: [Pipeline.Visit]
    let duties: [Pipeline.DutyCheck]
    let door: Pipeline.Door?
    /// By position.
    let navigation: [NavigationEntry]
    let stylesheetPath: String

    init(_ parts: [PagePart]) {
        visits = parts.compactMap { if case .visit(let visit) = $0 { visit } else { nil } }
        duties = parts.compactMap { if case .duty(let duty) = $0 { duty } else { nil } }
        door = parts.lazy.compactMap { if case .door(let door) = $0 { door } else { nil } }.first
        navigation = parts.compactMap { if case .navigation(let entry) = $0 { entry } else { nil } }
            .sorted { $0.position < $1.position }
        stylesheetPath = Assets(parts).stylesheetPath
    }
}
