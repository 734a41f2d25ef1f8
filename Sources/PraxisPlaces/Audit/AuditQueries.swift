import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A line of the audit log as one reader is shown it.
struct AuditLine: RowDecodable, Sendable {
    /// How much of the line its reader is told.
    enum Extent: Int, Sendable {
        /// That it is there, what was done and when: it belongs to a confidential group or a hidden community.
        case bare
        /// Who did it, and to whom, but nothing of a group that the reader does not see.
        case place
        case whole
    }

    let number: AuditNumber
    let at: Timestamp
    let act: AuditAct
    /// Words of the vocabulary.
    let detail: [String]
    let extent: Extent
    let isByMachine: Bool
    let actor: String?
    /// Whom the act is about, if it is about a member.
    let person: String?
    let community: (slug: String, name: String)?
    let group: (slug: String, name: String)?
    /// Only if the reader reads it.
    let thread: ThreadID?

    static let perPage = 50
    /// Lines of one file for a spreadsheet; its link goes on from there.
    static let perFile = 20_000

    static func columns(at now: Timestamp) -> SQL<Void> {
        """
        a.id, a.at, a.act, a.detail, \(extent(now)), a.actorId, w.name, p.name, c.slug, c.name, g.slug, g.name,
        (SELECT t.id FROM thread t JOIN place ON \(Visibility.readable) WHERE t.id = a.threadId)
        """
    }

    init(_ columns: inout Columns) throws {
        number = try columns.id()
        at = try columns.time()
        act = try columns.word()
        let detail = try columns.text()
        extent = Extent(rawValue: try columns.int()) ?? .bare
        isByMachine = columns.optionalInteger() == nil
        let actor = columns.optionalText(), person = columns.optionalText()
        let communitySlug = columns.optionalText(), communityName = columns.optionalText()
        let groupSlug = columns.optionalText(), groupName = columns.optionalText(), thread = columns.optionalInteger()
        let told = extent != .bare
        self.detail = told ? detail.split(separator: " ").map { String($0) } : []
        (self.actor, self.person) = (told ? actor : nil, told ? person : nil)
        community = if told, let communitySlug, let communityName { (communitySlug, communityName) } else { nil }
        group = if extent == .whole, let groupSlug, let groupName { (groupSlug, groupName) } else { nil }
        self.thread = extent == .whole ? thread.map { ThreadID(rawValue: $0) } : nil
    }

    /// The newest lines first, at most `limit`.
    ///
    /// A community's walk `audit_by_community`, the site's the primary key, both from their end.
    static func of(
        _ scope: AuditScope,
        _ request: AuditRequest,
        for viewer: Viewer,
        at now: Timestamp,
        limit: Int
    ) -> SQL<AuditLine> {
        """
        WITH \(Visibility.places(viewer, at: now))
        SELECT \(Self.columns(at: now))
        FROM audit a
        LEFT JOIN member w ON w.id = a.actorId
        LEFT JOIN member p ON p.id = a.subjectId AND a.subjectKind = \(Noun.Member.kind)
        LEFT JOIN community c ON c.id = a.communityId
        LEFT JOIN "group" g ON g.id = a.groupId
        LEFT JOIN membership m ON m.communityId = a.communityId AND m.memberId = \(viewer.member)
        LEFT JOIN groupMembership gm ON gm.groupId = a.groupId AND gm.memberId = \(viewer.member)
        WHERE \(within(scope, now)) AND a.id < \(request.cursor?.rawValue ?? Int64.max)
          AND (\(request.act) IS NULL OR a.act = \(request.act))
          AND (NOT \(request.hidesClaims) OR a.act NOT IN ('claimed', 'released'))
          AND (\(request.from) IS NULL OR a.at >= \(request.from)) AND (\(request.before) IS NULL OR a.at < \(request.before))
          AND (\(request.person) IS NULL OR \(concerns(request.person, now)))
        ORDER BY a.id DESC LIMIT \(limit)
        """
    }

    private static func within(_ scope: AuditScope, _ now: Timestamp) -> SQL<Void> {
        switch scope {
        case .site: "true"
        case .community(let id): "a.communityId = \(id) AND \(readsLine(now))"
        case .group(let id):
            "a.communityId = (SELECT communityId FROM \"group\" WHERE id = \(id)) AND a.groupId = \(id) AND \(readsLine(now))"
        }
    }

    /// The policy's `readAudit` for a line of a place that the reader may look after: the lines of a confidential group are for its
    /// facilitators, those of another group for anyone who sees that it exists.
    private static func readsLine(_ now: Timestamp) -> SQL<Void> {
        """
        (a.groupId IS NULL OR CASE WHEN g.kind IN ('peer-support', 'peer-supervision')
            THEN gm.role = 'facilitator' AND \(Visibility.joined(now)) ELSE \(Visibility.seesGroup(at: now)) END)
        """
    }

    private static func extent(_ now: Timestamp) -> SQL<Void> {
        """
        CASE WHEN a.communityId IS NULL THEN \(Extent.whole.rawValue)
             WHEN NOT \(Visibility.seesCommunity(at: now)) THEN \(Extent.bare.rawValue)
             WHEN \(readsLine(now)) THEN \(Extent.whole.rawValue)
             WHEN g.kind IN ('peer-support', 'peer-supervision') THEN \(Extent.bare.rawValue)
             ELSE \(Extent.place.rawValue) END
        """
    }

    /// A line that hides its member from its reader matches no name: else a name typed here would tell who is in a confidential group.
    private static func concerns(_ name: String?, _ now: Timestamp) -> SQL<Void> {
        """
        (\(extent(now)) <> \(Extent.bare.rawValue)
            AND (\(begins("w", name)) OR \(begins("p", name))))
        """
    }

    private static func begins(_ who: String, _ name: String?) -> SQL<Void> {
        let end = (name ?? "") + "\u{10FFFF}"
        return who == "w"
            ? "w.nameFolded >= \(name) AND w.nameFolded < \(end)" : "p.nameFolded >= \(name) AND p.nameFolded < \(end)"
    }
}

/// A page of an audit log.
struct AuditPage: Sendable {
    let lines: [AuditLine]
    /// Where the next page begins; nil on the last.
    let next: AuditNumber?

    static func read(
        _ scope: AuditScope,
        _ request: AuditRequest,
        limit: Int,
        _ reading: Reading
    ) throws -> AuditPage {
        let lines = try reading.all(
            AuditLine.of(scope, request, for: reading.viewer, at: reading.now, limit: limit + 1)
        )
        return AuditPage(lines: Array(lines.prefix(limit)), next: lines.count > limit ? lines[limit - 1].number : nil)
    }
}
