import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A community of the reader, on whose page of people stand those who manage it.
struct ContactCommunity: RowDecodable, Sendable {
    let slug: String
    let name: String
    let language: Language

    static let columns: SQL<Void> = "c.slug, c.name, c.language"

    init(_ columns: inout Columns) throws {
        slug = try columns.text()
        name = try columns.text()
        language = try columns.word()
    }

    /// Those that the reader belongs to, by their names.
    static func all(_ reading: Reading) -> SQL<ContactCommunity> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(columns) FROM community c
        WHERE c.id IN (SELECT place.communityId FROM place WHERE NOT place.publicOnly AND place.threadId IS NULL)
        ORDER BY c.name, c.id
        """
    }
}
