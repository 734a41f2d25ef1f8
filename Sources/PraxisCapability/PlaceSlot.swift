package import HTML
package import PraxisDomain
package import PraxisWeb

/// A place that a capability has on the page of a community or a group, for those who read what is written there.
package struct PlaceSlot: Sendable {
    /// What stands on the page, in its own order.
    package struct Content: Sendable {
        /// Above the page: what was just done.
        package var banner = HTML()
        /// What can be begun here.
        package var action = HTML()
        package var main = HTML()
        /// What stands beside it, each with its place there.
        package private(set) var panels: [(position: Int, html: HTML)] = []
        /// How many posts are new to the viewer, in each group of a community that has any.
        package var news: [GroupID: Int] = [:]

        package init() {}

        /// Adds a panel beside the page, unless it is empty.
        ///
        /// Those with the lowest `position` stand on top.
        package mutating func add(_ html: HTML, at position: Int) {
            if !html.bytes.isEmpty { panels.append((position, html)) }
        }

        /// All panels in their order, those of one position as they were added.
        package var aside: HTML {
            panels.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
                .reduce(into: HTML()) { $0 += $1.element.html }
        }
    }

    /// The community or group whose page it is.
    package struct Spot: Sendable {
        package let communitySlug: String
        /// Nil on a community's page.
        package let groupSlug: String?
        /// Of the page's own place.
        package let facts: Facts
        /// Of the groups that the page is about: of its own, or of those of the community whose existence the viewer may know.
        package let groups: [Facts]

        package init(community: String, group: String? = nil, facts: Facts, groups: [Facts]) {
            communitySlug = community
            groupSlug = group
            self.facts = facts
            self.groups = groups
        }
    }

    package let load: @Sendable (Call, Spot) async throws -> Content

    package init(load: @escaping @Sendable (Call, Spot) async throws -> Content) { self.load = load }
}

extension Call {
    /// What all capabilities have to show at a place, joined.
    package func contents(of spot: PlaceSlot.Spot) async throws -> PlaceSlot.Content {
        var all = PlaceSlot.Content()
        for slot in env.capabilities.places {
            let content = try await slot.load(self, spot)
            all.banner += content.banner
            all.action += content.action
            all.main += content.main
            for panel in content.panels { all.add(panel.html, at: panel.position) }
            all.news.merge(content.news) { $0 + $1 }
        }
        return all
    }
}
