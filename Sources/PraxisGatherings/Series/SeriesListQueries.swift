import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A series with where it is and when it meets.
struct ListedSeries: RowDecodable, Sendable {
    let series: Series
    let community: ListedGathering.Community
    let group: ListedGathering.Group
    /// What is written there.
    let language: Language
    /// Of its latest rhythm: the first date, as a wall time.
    let start: String
    let rule: String

    static let columns: SQL<Void> = """
        \(Series.columns), c.slug, c.name, \(ListedGathering.Group.columns), g.language,
        (SELECT r.localStart FROM seriesRhythm r WHERE r.seriesId = s.id ORDER BY r.fromStart DESC LIMIT 1),
        (SELECT r.rule FROM seriesRhythm r WHERE r.seriesId = s.id ORDER BY r.fromStart DESC LIMIT 1)
        """

    init(_ columns: inout Columns) throws {
        series = try Series(&columns)
        community = ListedGathering.Community(slug: try columns.text(), name: try columns.text())
        group = try ListedGathering.Group(&columns)
        language = try columns.word()
        (start, rule) = (try columns.text(), try columns.text())
    }

    /// Those of a community whose groups the reader reads, in the order of their making: walks `series_by_community`.
    static func all(
        in community: CommunityID,
        after last: SeriesID?,
        limit: Int,
        _ reading: Reading
    ) -> SQL<ListedSeries> {
        """
        WITH \(Visibility.places(reading.viewer, at: reading.now))
        SELECT \(columns) FROM series s JOIN community c ON c.id = s.communityId JOIN "group" g ON g.id = s.groupId
        WHERE s.communityId = \(community) AND s.id > \(last ?? SeriesID(rawValue: 0))
            AND s.groupId IN (SELECT place.id FROM place WHERE place.threadId IS NULL AND (NOT place.publicOnly OR s.isPublic))
            AND EXISTS (SELECT 1 FROM seriesRhythm r WHERE r.seriesId = s.id)
        ORDER BY s.id LIMIT \(limit)
        """
    }

    /// Walks primary keys.
    ///
    /// Precondition: the caller has checked that the reader may read its group.
    static func of(_ id: SeriesID) -> SQL<ListedSeries> {
        """
        SELECT \(columns) FROM series s JOIN community c ON c.id = s.communityId JOIN "group" g ON g.id = s.groupId
        WHERE s.id = \(id)
        """
    }
}
