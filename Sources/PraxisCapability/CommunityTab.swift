package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// A tab of the pages of communities, as a capability brings it.
package struct CommunityTab: Sendable {
    /// Orders the tabs, from left to right.
    package let position: Int
    /// Its page is called by the name of the community; this stands in the browser's title.
    package let label: @Sendable (Words) -> String
    package let path: @Sendable (PlacePaths) -> String
    /// What must be allowed in the community; nil if everyone who may know of the community is shown the tab.
    private let act: (any Act.Type)?

    package init(
        _ position: Int,
        if act: (any Act.Type)? = nil,
        _ label: @escaping @Sendable (Words) -> String,
        at path: @escaping @Sendable (PlacePaths) -> String
    ) {
        self.position = position
        self.act = act
        (self.label, self.path) = (label, path)
    }

    /// Whether it is shown to the viewer, whose facts are of the community.
    package func isShown(_ facts: Facts) -> Bool { act.map { Policy.allows($0, facts) } ?? true }
}
