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

    /// Those that the reader belongs to, by their names; not those where they are a guest, who sees no list of people.
    static func all(_ reading: Reading) -> SQL<ContactCommunity> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(columns) FROM community c
        WHERE c.id IN (SELECT place.communityId FROM place WHERE NOT place.publicOnly AND place.threadId IS NULL)
            AND EXISTS (SELECT 1 FROM membership ms
                WHERE ms.communityId = c.id AND ms.memberId = \(reading.viewer.member) AND ms.role <> 'guest')
        ORDER BY c.name, c.id
        """
    }
}
