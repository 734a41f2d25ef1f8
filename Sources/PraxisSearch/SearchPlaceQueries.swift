import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// Where the viewer may search: the choices of the form.
package struct SearchPlaces: Sendable {
    package let communities: [Choice]
    /// The groups of the chosen community.
    package let groups: [Choice]

    package struct Choice: Sendable, RowDecodable {
        package let slug: String
        package let name: String

        package init(_ columns: inout Columns) throws { (slug, name) = (try columns.text(), try columns.text()) }
    }

    package static func of(_ viewer: Viewer, community: String?, _ db: DB, at now: Timestamp) throws -> SearchPlaces {
        let communities = try db.all(
            """
            WITH \(Visibility.places(viewer, at: now))
            SELECT c.slug, c.name FROM community c WHERE c.id IN (SELECT communityId FROM place WHERE threadId IS NULL) ORDER BY c.name, c.id
            """ as SQL<Choice>
        )
        guard let community, communities.contains(where: { $0.slug == community }) else {
            return SearchPlaces(communities: communities, groups: [])
        }
        let groups = try db.all(
            """
            WITH \(Visibility.places(viewer, at: now))
            SELECT g.slug, g.name FROM "group" g JOIN community c ON c.id = g.communityId
            WHERE c.slug = \(community) AND g.id IN (SELECT id FROM place WHERE threadId IS NULL) ORDER BY g.position, g.id
            """ as SQL<Choice>
        )
        return SearchPlaces(communities: communities, groups: groups)
    }
}
