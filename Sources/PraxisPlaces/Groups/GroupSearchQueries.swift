import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension SearchField {
    /// A group of the chosen community; as an operator, any group by words of its name or by its slug.
    static let group = SearchField(
        "group",
        at: 20,
        .string(),
        { $0.groups.searchLabel() },
        .choice(any: { $0.groups.searchAny() }, isKeptWhenEmpty: true) { typed, reading in
            let community = typed.text("community").lowercased()
            if community.isEmpty { return [] }
            return try reading.all(
                """
                WITH \(Visibility.places(reading.viewer, at: reading.now))
                SELECT \(PlaceOption.columns(of: "g")) FROM "group" g JOIN community c ON c.id = g.communityId
                WHERE c.slug = \(community) AND g.id IN (SELECT id FROM place WHERE threadId IS NULL) ORDER BY g.position, g.id
                """ as SQL<PlaceOption>
            )
            .map(\.option)
        },
        operation: Operation(tip: Tip(20) { $0.groups.searchTip() }) { name, _ in
            isSearchable(name) ? stands(in: name) : nil
        },
        read: { text, _ in
            .condition(.thread("place.id IN (SELECT id FROM \"group\" WHERE slug = \(text.lowercased()))"))
        }
    )

    private static func stands(in name: String) -> SearchCondition {
        .thread(
            """
            place.id IN (SELECT id FROM "group" WHERE slug = \(name.lowercased()) UNION ALL \(FullText.named(name, in: .group)))
            """
        )
    }
}
