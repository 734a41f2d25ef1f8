import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore
import PraxisWeb
import PraxisWords

/// What a member was writing, as the server keeps it.
package struct SavedDraft: Sendable {
    package let place: String
    package let title: String
    package let body: String
    package let kind: ThreadKind
    /// The post that a reply answers.
    package let replyTo: PostID?
    package let revision: Int
    package let savedAt: Timestamp

    init(_ draft: TypedDraft, _ kind: ThreadKind, replyTo: PostID?, revision: Int, at now: Timestamp) {
        place = draft.place.text
        title = draft.title
        body = draft.body
        self.kind = kind
        self.replyTo = replyTo
        self.revision = revision
        savedAt = now
    }

    /// The draft of a place, if it is not too old.
    ///
    /// Walks the primary key of `draft`.
    package static func load(
        _ place: any DraftTarget,
        of member: MemberID,
        _ db: DB,
        at now: Timestamp
    ) throws -> SavedDraft? {
        try db.first(
            """
            SELECT \(columns("\(place.text)")) FROM draft
            WHERE memberId = \(member) AND \(place.isSubject) AND savedAt > \(now - Limits.draftLifetime)
            """ as SQL<SavedDraft>
        )
    }

    /// All of a member's drafts, the newest first.
    ///
    /// Walks the primary key of `draft` and sorts what one member has.
    static func all(of member: MemberID, _ targets: DraftTargets, _ db: DB, at now: Timestamp) throws -> [SavedDraft] {
        try db.all(
            """
            SELECT \(columns(targets.address)) FROM draft
            WHERE memberId = \(member) AND savedAt > \(now - Limits.draftLifetime) ORDER BY savedAt DESC, subjectKind, subjectId LIMIT 500
            """ as SQL<SavedDraft>
        )
    }
}

extension SavedDraft: RowDecodable {
    static func columns(_ place: SQL<Void>) -> SQL<Void> {
        "\(place), title, body, kind, replyToId, revision, savedAt"
    }

    package init(_ columns: inout Columns) throws {
        place = try columns.text()
        title = try columns.text()
        body = try columns.text()
        kind = try columns.word()
        replyTo = columns.optionalID()
        revision = try columns.int()
        savedAt = try columns.time()
    }
}

/// A draft that was discarded less than a day ago.
package struct DiscardedDraft: RowDecodable, Sendable {
    package let id: DiscardedDraftID
    /// Its time is when it was discarded.
    let draft: SavedDraft

    static func columns(_ targets: DraftTargets) -> SQL<Void> {
        "id, \(targets.address), title, body, kind, replyToId, 0, discardedAt"
    }

    package init(_ columns: inout Columns) throws {
        (id, draft) = (try columns.id(), try SavedDraft(&columns))
    }

    /// All that a member can still put back, the latest first, or one of them.
    ///
    /// Walks `discarded_by_member`.
    static func all(
        of member: MemberID,
        _ targets: DraftTargets,
        only id: DiscardedDraftID? = nil,
        at now: Timestamp
    ) -> SQL<DiscardedDraft> {
        """
        SELECT \(columns(targets)) FROM discardedDraft
        WHERE memberId = \(member) AND discardedAt >= \(now - DraftLimits.discardedFor) AND id = coalesce(\(id), id)
        ORDER BY discardedAt DESC LIMIT 100
        """
    }
}

/// A draft, as the API says it.
struct DraftJSON: JSONObject {
    let place: String
    let title: String
    let body: String
    let kind: String
    let replyTo: String?
    let revision: Int
    /// RFC 3339.
    let savedAt: String

    init(_ draft: SavedDraft) {
        place = draft.place
        title = draft.title
        body = draft.body
        (kind, replyTo) = (draft.kind.rawValue, draft.replyTo?.description)
        (revision, savedAt) = (draft.revision, draft.savedAt.rfc3339)
    }

    static let shape = JSONShape<DraftJSON>(
        "Draft",
        [
            .field("place", .string(), \.place),
            .field("title", .string(), \.title),
            .field("body", .string(), \.body),
            .field("kind", .openChoice(ThreadKinds.vocabulary), \.kind),
            .optional("replyTo", .nullable(.id), \.replyTo),
            .field("revision", .integer(), \.revision),
            .field("savedAt", .time, \.savedAt),
        ]
    )
}
