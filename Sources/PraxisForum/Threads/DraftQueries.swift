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
    package let revision: Int
    package let savedAt: Timestamp

    /// The draft of a place, if it is not too old.
    ///
    /// Walks the primary key of `draft`.
    package static func load(
        _ place: WritingPlace,
        of member: MemberID,
        _ db: DB,
        at now: Timestamp
    ) throws -> SavedDraft? {
        try db.first(
            """
            SELECT place, title, body, revision, savedAt FROM draft
            WHERE memberId = \(member) AND place = \(place.text) AND savedAt > \(now - Limits.draftLifetime)
            """ as SQL<SavedDraft>
        )
    }

    /// All of a member's drafts, the newest first.
    ///
    /// Walks the primary key of `draft` and sorts what one member has.
    static func all(of member: MemberID, _ db: DB, at now: Timestamp) throws -> [SavedDraft] {
        try db.all(
            """
            SELECT place, title, body, revision, savedAt FROM draft
            WHERE memberId = \(member) AND savedAt > \(now - Limits.draftLifetime) ORDER BY savedAt DESC, place LIMIT 500
            """ as SQL<SavedDraft>
        )
    }
}

extension SavedDraft: RowDecodable {
    package init(_ columns: inout Columns) throws {
        place = try columns.text()
        title = try columns.text()
        body = try columns.text()
        revision = try columns.int()
        savedAt = try columns.time()
    }
}

/// A draft in the list, with the name of its place where the member still reads that.
struct ListedDraft: Sendable {
    let draft: SavedDraft
    /// The thread's title or the group's name; nothing where the place is closed to the member now.
    let placeName: String?
    let place: WritingPlace

    static func all(of viewer: Viewer, _ db: DB, at now: Timestamp) throws -> [ListedDraft] {
        guard let member = viewer.member else { return [] }
        return try SavedDraft.all(of: member, db, at: now).compactMap { draft in
            guard let place = WritingPlace(draft.place) else { return nil }
            return ListedDraft(draft: draft, placeName: try name(of: place, for: viewer, db, at: now), place: place)
        }
    }

    private static func name(of place: WritingPlace, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> String?
    {
        do {
            switch place {
            case .thread(let id):
                _ = try Access.thread(id, for: viewer, db, at: now)
                return try db.first("SELECT title FROM thread WHERE id = \(id)" as SQL<String>)
            case .group(let community, let slug):
                let facts = try Access.group(slug, in: community, for: viewer, db, at: now)
                guard let group = facts.group else { return nil }
                return try db.first("SELECT name FROM \"group\" WHERE id = \(group.id)" as SQL<String>)
            case .post: return nil
            }
        } catch Denial.missing {
            return nil
        }
    }
}

/// A draft, as the API says it.
struct DraftThing: Encodable, Sendable {
    let place: String
    let title: String
    let body: String
    let revision: Int
    /// RFC 3339.
    let savedAt: String

    init(_ draft: SavedDraft) {
        (place, title, body) = (draft.place, draft.title, draft.body)
        (revision, savedAt) = (draft.revision, draft.savedAt.rfc3339)
    }

    static let schema = Schema.named(
        "Draft",
        .object(
            [
                ("place", .string()), ("title", .string()), ("body", .string()), ("revision", .integer()),
                ("savedAt", .time),
            ],
            required: ["place", "title", "body", "revision", "savedAt"]
        )
    )
}
