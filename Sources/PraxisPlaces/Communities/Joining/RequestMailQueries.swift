package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension MailLocation {
    /// The community or the group that a mail is about.
    static func ofPlace(_ about: MailMatter, _ db: DB) throws -> MailLocation? {
        if let community = about.subject?.id(as: Noun.Community.self) { return Self(community: community, group: nil) }
        let group = about.subject?.id(as: Noun.Group.self)
        return try db.first(
            "SELECT \(MailLocation.columns(group: "id")) FROM \"group\" WHERE id = \(group)" as SQL<MailLocation>
        )
    }

    /// Where the request is for that a mail is about.
    package static func ofRequest(_ about: MailMatter, _ db: DB) throws -> MailLocation? {
        let request = about.subject?.id(as: Noun.Request.self)
        return try db.first("SELECT \(MailLocation.columns()) FROM request WHERE id = \(request)" as SQL<MailLocation>)
    }

    /// - Throws: `Denial.missing` if the viewer may not know of the place.
    fileprivate func facts(_ reading: Reading) throws -> Facts {
        try group.map { try Access.group($0, reading) }
            ?? Access.community(community, reading)
    }
}

/// Who asks to join a place, for a member who decides on it.
struct AskingPeople: Sendable {
    /// The first few.
    let names: [String]
    let count: Int

    static let named = 10

    /// Walks `request_open`.
    /// - Returns: nil if there are no requests or the viewer does not decide.
    static func load(_ location: MailLocation, _ reading: Reading) throws -> AskingPeople? {
        let facts = try location.facts(reading)
        guard Policy.allows(DecideRequest.self, facts) else { return nil }
        let asking: SQL<Void> = """
            FROM request r JOIN member a ON a.id = r.memberId
            WHERE r.communityId = \(location.community) AND coalesce(r.groupId, 0) = \(location.group?.rawValue ?? 0)
              AND r.decidedAt IS NULL AND a.standing = 'active'
            """
        let count = try reading.first("SELECT count(*) \(asking)" as SQL<Int>) ?? 0
        if count == 0 { return nil }
        let names = try reading.all("SELECT a.name \(asking) ORDER BY r.id LIMIT \(named)" as SQL<String>)
        return AskingPeople(names: names, count: count)
    }
}

/// A request of the viewer's own that was decided.
struct DecidedRequest: Sendable {
    /// Whether they may still know of the place.
    let isKnown: Bool
    let outcome: Outcome

    enum Outcome: Sendable { case accepted, declined, takenBack }

    /// Walks primary keys.
    ///
    /// `undone` is when a decision was made that has been taken back since.
    /// - Returns: nil while it is undecided, if it was accepted and they have left again, or if it was taken back and they had not
    ///   been told of it.
    static func load(_ id: RequestID, undone: Timestamp? = nil, _ reading: Reading) throws -> DecidedRequest? {
        let row = try reading.first(
            """
            SELECT \(Row.columns) FROM request
            WHERE id = \(id) AND memberId = \(reading.viewer.member) AND (decidedAt IS NULL) = \(undone != nil)
            """ as SQL<Row>
        )
        guard let row, try undone.map({ try wasTold(id, $0, reading) }) ?? true else { return nil }
        var facts: Facts?
        do { facts = try row.location.facts(reading) } catch Denial.missing {}
        if row.isAccepted {
            let part = row.location.group == nil ? facts?.community?.part : facts?.group?.part
            guard part?.counting(at: reading.now) != nil else { return nil }
        }
        let outcome: Outcome = undone != nil ? .takenBack : row.isAccepted ? .accepted : .declined
        return DecidedRequest(isKnown: facts != nil, outcome: outcome)
    }

    /// Walks the key of `outbox`.
    private static func wasTold(_ id: RequestID, _ decidedAt: Timestamp, _ reading: Reading) throws -> Bool {
        try reading.first(
            """
            SELECT 1 FROM outbox WHERE memberId = \(reading.viewer.member) AND kind = \(MailKind.requestDecision)
              AND period = \("\(id) \(decidedAt.rawValue)") AND state = 'sent'
            """ as SQL<Int>
        ) != nil
    }

    private struct Row: RowDecodable {
        let location: MailLocation
        let isAccepted: Bool

        static let columns: SQL<Void> = "\(MailLocation.columns()), isAccepted"

        init(_ columns: inout Columns) throws {
            location = try MailLocation(&columns)
            isAccepted = columns.optionalInteger() == 1
        }
    }
}
