import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What is left to do in a community that has just been added, by what is there.
struct FirstSteps: RowDecodable, Sendable {
    let hasPurpose: Bool
    let hasAgreement: Bool
    let hasGroup: Bool
    let hasInvited: Bool
    /// The first discussion of everyone's group; nil if absent.
    let welcome: ThreadID?

    /// Where a community is older, its people have found their own way.
    static let shownFor = Span.days(90)

    private static let columns: SQL<Void> = """
        c.domain <> '', c.agreementVersion > 0,
        EXISTS (SELECT 1 FROM "group" g WHERE g.communityId = c.id AND NOT g.isCommons),
        EXISTS (SELECT 1 FROM invitation i WHERE i.communityId = c.id)
            OR (SELECT count(*) FROM (SELECT 1 FROM membership m WHERE m.communityId = c.id LIMIT 2) AS members) > 1,
        (SELECT min(t.id) FROM thread t JOIN "group" g ON g.id = t.groupId WHERE t.communityId = c.id AND g.isCommons)
        """

    init(_ columns: inout Columns) throws {
        hasPurpose = try columns.bool()
        hasAgreement = try columns.bool()
        hasGroup = try columns.bool()
        hasInvited = try columns.bool()
        welcome = columns.optionalID()
    }

    var done: Int { [hasPurpose, hasAgreement, hasGroup, hasInvited, welcome != nil].count { $0 } }

    /// Returns nil once all is done, if the viewer has closed the list, and for a community that is not new.
    static func open(_ community: CommunityID, _ reading: Reading) throws -> FirstSteps? {
        let steps = try reading.first(
            """
            SELECT \(columns) FROM community c
            WHERE c.id = \(community) AND c.createdAt > \(reading.now - shownFor) AND NOT EXISTS (
                SELECT 1 FROM firstStepsClosed f WHERE f.memberId = \(reading.viewer.member) AND f.communityId = c.id)
            """ as SQL<FirstSteps>
        )
        return steps.flatMap { $0.done == 5 ? nil : $0 }
    }
}
