import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What a community has decided about its own safety.
struct CareLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "care",
        fields: [.communityId, "held_posts", "contact_id", "crisis"],
        finish: { env in
            try await env.site.queueImported()
            return []
        }
    ) { try CareLine($0) }

    private let community: Int64
    private let heldPosts: Int
    private let contact: Int64?
    private let crisis: String

    private init(_ fields: CorpusFields) throws {
        (community, contact) = (try fields.required(.communityId), try fields.optional("contact_id"))
        heldPosts = try fields.number("held_posts", 0...5)
        crisis = try fields.text("crisis", Limits.crisisScalars)
    }

    static let columns: SQL<Void> = "c.communityId, c.heldPosts, c.contactId, c.crisis"

    init(_ columns: inout Columns) throws {
        (community, heldPosts) = (try columns.integer(), try columns.int())
        (contact, crisis) = (columns.optionalInteger(), try columns.text())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.communityId, community)
        record.append("held_posts", heldPosts)
        record.append("contact_id", contact)
        record.append("crisis", crisis)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let community: CommunityID = try db.needed(community, .communityId)
        let contact: MemberID? = try contact.map { try db.needed($0, "contact_id") }
        return try db.run(
            """
            INSERT INTO communityCare (communityId, heldPosts, contactId, crisis, version)
            VALUES (\(community), \(heldPosts), \(contact), \(crisis), 1) ON CONFLICT (communityId) DO NOTHING
            """
        ) > 0
    }
}

extension ExportKind {
    static let care = ExportKind(
        "care",
        .rules,
        people: { "SELECT contactId FROM communityCare WHERE communityId = \($0) AND contactId IS NOT NULL" }
    ) { scope in
        """
        SELECT \(CareLine.columns) FROM communityCare c
        WHERE \(scope.picks(community: "c.communityId", member: nil)) ORDER BY c.communityId
        """ as SQL<CareLine>
    }
}
