import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads

/// What the page of a series shows.
struct SeriesPage: Sendable {
    let read: ReadSeries
    let listed: ListedSeries
    let list: GatheringList
    let readers: ThreadReaders
    /// The facilitators of its group, for its full members.
    let hosts: [String]
    /// Whether the reader may say that they come to all of its dates, and any is to come.
    let takesAnswers: Bool
    /// What they said of all of them.
    let own: GatheringAnswer?
    /// For its hosts: how many dates fall on a holiday and are still to be decided.
    let onHolidays: Int

    /// - Throws: `Denial.missing`, also for a series of another community.
    static func load(
        _ id: SeriesID,
        in community: String,
        _ choice: GatheringChoice,
        _ reading: Reading
    ) throws -> SeriesPage {
        let read = try Series.read(id, reading)
        guard let listed = try reading.first(ListedSeries.of(id)), listed.community.slug == community else {
            throw Denial.missing
        }
        return SeriesPage(
            read: read,
            listed: listed,
            list: try .load(choice, in: read.series.community, of: id, reading),
            readers: try ThreadReaders.of(group: read.series.group, reading),
            hosts: Policy.allows(SeeComing.self, read.facts) ? try reading.all(hosts(of: read.series)) : [],
            takesAnswers: try Policy.allows(AnswerSeries.self, read.facts) && read.series.state == .planned
                && reading.first(Gathering.toCome(of: id, at: reading.now)) != nil,
            own: try reading.first(SeriesAnswer.of(reading.viewer.member, to: id))?.answer,
            onHolidays: try read.isHost ? reading.first(DateOnHoliday.count(of: id, at: reading.now)) ?? 0 : 0
        )
    }

    /// Those of its group and, for the group of everyone, of its community; walks `groupMembership` and `membership` by their keys.
    private static func hosts(of series: Series) -> SQL<String> {
        """
        SELECT a.name FROM member a WHERE a.id IN (
            SELECT gm.memberId FROM groupMembership gm WHERE gm.groupId = \(series.group) AND gm.role = 'facilitator'
            UNION SELECT m.memberId FROM membership m JOIN "group" g ON g.communityId = m.communityId
            WHERE g.id = \(series.group) AND g.isCommons AND m.role = 'facilitator')
        ORDER BY a.name
        """
    }
}

/// The series of a date, with the dates before and after it.
struct SeriesOfDate: Sendable {
    let id: SeriesID
    let name: String
    let community: String
    /// Empty for none.
    let purpose: String
    let recording: RecordingRule
    /// Empty for nothing.
    let credit: String
    let before: Gathering?
    let after: Gathering?

    /// Walks `gathering_by_occurrence`; nil for a date alone.
    ///
    /// Precondition: the caller has checked that the reader may read the thread of the date, and so its group.
    static func load(_ date: Gathering, _ db: DB) throws -> SeriesOfDate? {
        guard let id = date.series, let said = try db.first(Said.of(id)) else { return nil }
        return SeriesOfDate(
            id: id,
            name: said.name,
            community: said.community,
            purpose: said.purpose,
            recording: said.recording,
            credit: said.credit,
            before: try db.first(
                neighbour(
                    in: id,
                    "(e.startAt, e.threadId) < (\(date.startAt), \(date.thread))",
                    "e.startAt DESC, e.threadId DESC"
                )
            ),
            after: try db.first(
                neighbour(
                    in: id,
                    "(e.startAt, e.threadId) > (\(date.startAt), \(date.thread))",
                    "e.startAt, e.threadId"
                )
            )
        )
    }

    /// The first of those that are not skipped, on one side of a date.
    private static func neighbour(in series: SeriesID, _ side: SQL<Void>, _ order: SQL<Void>) -> SQL<Gathering> {
        """
        SELECT \(Gathering.columns) FROM gathering e
        WHERE e.seriesId = \(series) AND e.state <> 'skipped' AND e.occurrence IS NOT NULL AND \(side) ORDER BY \(order) LIMIT 1
        """
    }

    private struct Said: RowDecodable {
        let name: String
        let community: String
        let purpose: String
        let recording: RecordingRule
        let credit: String

        static let columns: SQL<Void> = "s.name, c.slug, s.purpose, s.recording, s.credit"

        init(_ columns: inout Columns) throws {
            (name, community) = (try columns.text(), try columns.text())
            purpose = try columns.text()
            recording = try columns.word()
            credit = try columns.text()
        }

        static func of(_ id: SeriesID) -> SQL<Said> {
            "SELECT \(columns) FROM series s JOIN community c ON c.id = s.communityId WHERE s.id = \(id)"
        }
    }
}
