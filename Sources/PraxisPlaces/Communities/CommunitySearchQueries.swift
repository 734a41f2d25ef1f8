import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension SearchField {
    /// One community of those that the reader may read.
    static let community = SearchField(
        "community",
        at: 10,
        .string(),
        { $0.communities.searchLabel() },
        .choice(any: { $0.communities.searchAny() }) { _, reading in
            try reading.all(
                """
                WITH \(Visibility.places(reading.viewer, at: reading.now))
                SELECT \(PlaceOption.columns(of: "c")) FROM community c WHERE c.id IN (SELECT communityId FROM place WHERE threadId IS NULL) ORDER BY c.name, c.id
                """ as SQL<PlaceOption>
            )
            .map(\.option)
        },
        read: { text, _ in
            // An unknown or hidden slug matches no place.
            .condition(
                .thread("place.communityId = (SELECT id FROM community WHERE slug = \(text.lowercased()))")
            )
        }
    )
}

/// A place among those that a search can be narrowed to.
struct PlaceOption: RowDecodable {
    let option: SearchOption

    static func columns(of table: SQL<Void>) -> SQL<Void> { "\(table).slug, \(table).name" }

    init(_ columns: inout Columns) throws {
        let slug = try columns.text(), name = try columns.text()
        option = SearchOption(slug) { _ in name }
    }
}
