import PraxisCommunity
package import PraxisDomain
package import PraxisStore
import PraxisWeb

/// A community as a list shows it to one viewer.
package struct CommunityLine: RowDecodable, Sendable {
    package let id: CommunityID
    package let slug: String
    package let name: String
    package let domain: String
    /// Where its people are; may be empty.
    package let region: String
    package let visibility: CommunityVisibility
    package let joining: Joining
    package let language: Language
    package let agreementVersion: Int
    let part: Part?

    static func columns(at now: Timestamp) -> SQL<Void> {
        """
        c.id, c.slug, c.name, c.domain, c.region, c.visibility, c.joining, c.language, c.agreementVersion,
        m.role, \(Visibility.standing(at: now)), m.until
        """
    }

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        slug = try columns.text()
        name = try columns.text()
        domain = try columns.text()
        region = try columns.text()
        visibility = try columns.word()
        joining = try columns.word()
        language = try columns.word()
        agreementVersion = try columns.int()
        part = try columns.part()
    }

    /// The viewer's role, if their membership counts.
    package func role(at now: Timestamp) -> Role? { part?.counting(at: now)?.role }

    /// The communities whose existence `viewer` may know, by id, after `cursor`.
    ///
    /// Walks the primary key of `community`.
    package static func seen(
        by viewer: Viewer,
        at now: Timestamp,
        after cursor: CommunityID?,
        limit: Int
    ) -> SQL<CommunityLine> {
        """
        SELECT \(Self.columns(at: now))
        FROM community c LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(viewer.member)
        WHERE c.id > \(cursor?.rawValue ?? 0) AND \(Visibility.seesCommunity(at: now)) ORDER BY c.id LIMIT \(limit)
        """
    }
}

extension Columns {
    /// Role, standing and end of a membership that may not be there.
    package mutating func part() throws -> Part? {
        let role = try optionalWord(Role.self)
        let standing = try optionalWord(Standing.self)
        let until = optionalTime()
        guard let role, let standing else { return nil }
        return Part(role, standing, until: until)
    }
}

/// A community as its pages show it to one viewer.
package struct CommunityDetails: RowDecodable, Sendable {
    package let line: CommunityLine
    package let version: Int
    /// The agreement in force: its text, as HTML, and since when; nil if absent.
    package let agreement: AgreementText?
    /// The version of the agreement that the viewer accepted.
    package let acceptedVersion: Int
    /// Whether a request of the viewer waits for an answer.
    package let hasAsked: Bool

    package struct AgreementText: Sendable {
        package let body: String
        package let html: [UInt8]
        package let at: Timestamp
    }

    static func columns(for viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        """
        \(CommunityLine.columns(at: now)), c.version, a.body, a.html, a.at, coalesce(m.agreementVersion, 0),
        EXISTS (SELECT 1 FROM request r WHERE r.communityId = c.id AND coalesce(r.groupId, 0) = 0
            AND r.memberId = \(viewer.member) AND r.decidedAt IS NULL)
        """
    }

    package init(_ columns: inout Columns) throws {
        line = try CommunityLine(&columns)
        version = try columns.int()
        let body = columns.optionalText(), html = columns.optionalBytes(), at = columns.optionalTime()
        agreement = if let body, let html, let at { AgreementText(body: body, html: html, at: at) } else { nil }
        acceptedVersion = try columns.int()
        hasAsked = try columns.bool()
    }

    /// Walks primary keys and `request_open`.
    static func of(_ id: CommunityID, for viewer: Viewer, at now: Timestamp) -> SQL<CommunityDetails> {
        """
        SELECT \(columns(for: viewer, at: now))
        FROM community c
        LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(viewer.member)
        LEFT JOIN agreement a ON a.communityId = c.id AND a.version = c.agreementVersion
        WHERE c.id = \(id)
        """
    }

    /// Whether a new version of the agreement waits to be accepted: asked of members for 30 days.
    func asksAgain(_ rights: CommunityRights, at now: Timestamp) -> Bool {
        guard rights.belongs, let agreement, acceptedVersion < line.agreementVersion else { return false }
        return now < agreement.at + Agreement.askedFor || !rights.hasAgreed
    }
}

/// A version of an agreement.
struct AgreementVersion: RowDecodable, Sendable {
    let version: Int
    let html: [UInt8]
    let at: Timestamp

    static let columns: SQL<Void> = "version, html, at"

    init(_ columns: inout Columns) throws {
        version = try columns.int()
        html = try columns.bytes()
        at = try columns.time()
    }

    /// All versions, the newest first.
    ///
    /// Walks the primary key of `agreement`.
    static func all(of community: CommunityID) -> SQL<AgreementVersion> {
        "SELECT \(columns) FROM agreement WHERE communityId = \(community) ORDER BY version DESC"
    }
}

/// What every page of a community needs, read in one snapshot.
package struct CommunityView: Sendable {
    package let facts: Facts
    package let details: CommunityDetails
    let rights: CommunityRights
    /// The groups whose existence the viewer may know, each with whether they read it.
    let groups: [GroupLine]

    /// - Throws: `Denial.missing` if the viewer may not know of it.
    static func read(_ slug: String, _ reading: Reading) throws -> CommunityView {
        let facts = try Access.community(slug, reading)
        guard let id = facts.community?.id,
            let details = try reading.first(CommunityDetails.of(id, for: facts.viewer, at: reading.now))
        else {
            throw Denial.missing
        }
        let groups = try reading.all(GroupLine.seen(in: id, by: facts.viewer, at: reading.now)).map {
            $0.placed(in: facts)
        }
        let triages = groups.contains { group in
            let facts = group.facts(facts)
            return Policy.allows(Triage.self, facts) || Policy.allows(DecideRequest.self, facts)
        }
        return CommunityView(
            facts: facts,
            details: details,
            rights: CommunityRights(facts, triages: triages),
            groups: groups
        )
    }
}

extension PlacePaths {
    /// The addresses of a place that the viewer has just done something in.
    static func of(_ community: CommunityID, _ group: GroupID?, _ reading: Reading) throws -> PlacePaths {
        let details = try reading.first(CommunityDetails.of(community, for: reading.viewer, at: reading.now))
        let line = try group.flatMap { try reading.first(GroupLine.one($0, for: reading.viewer, at: reading.now)) }
        return PlacePaths(community: details?.line.slug ?? "", group: line?.slug)
    }
}
