import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Where a new thread is started: the groups that it could go to and the one that is chosen.
struct ThreadStart: Sendable {
    /// A group that the viewer may start a thread in.
    struct Option: Sendable {
        let id: GroupID
        let slug: String
        let name: String
        let isCommons: Bool
        let setting: WritingSetting
        let facts: Facts
    }

    struct Community: Sendable {
        let id: CommunityID
        let slug: String
        let name: String
    }

    let community: Community
    let options: [Option]
    /// Nil until the viewer chooses one; a single one is chosen for them.
    let chosen: Option?

    /// Whether a thread of the kind could be started in any of them.
    func offers(_ kind: ThreadKindPart) -> Bool {
        guard let choice = kind.choice else { return false }
        guard let act = choice.privilege?.act else { return true }
        return options.contains { Policy.allows(act, $0.facts) }
    }

    var place: any DraftTarget { CommunityTarget(community.slug).choosing(chosen?.slug ?? "") }

    /// Where a thread goes that names no group: to the commons, or to the first group that the viewer may write in.
    var unnamed: Option? { options.first(where: \.isCommons) ?? options.first }

    /// The group that was chosen.
    /// - Throws: `Denial.input` if none was.
    func destination() throws(Denial) -> Option {
        guard let chosen else { throw .input([FieldError("group", .missing)]) }
        return chosen
    }

    /// Chooses the group of that slug, if there is one.
    ///
    /// - Throws: `Denial.missing`, or why the viewer cannot start a thread there.
    static func load(_ slug: String?, in communitySlug: String, _ reading: Reading) throws -> ThreadStart {
        let facts = try Access.community(communitySlug, reading)
        guard let community = facts.community else { throw Denial.missing }
        if let slug, !slug.isEmpty {
            let asked = try Access.group(slug, in: communitySlug, reading)
            if let denial = Policy.refusal(StartThread.self, asked) { throw denial }
        }
        let options = try writable(community.id, reading)
        guard let first = options.first else { throw try refusal(in: community.id, reading) }
        return ThreadStart(
            community: Community(
                id: community.id,
                slug: first.setting.community.slug,
                name: first.setting.community.name
            ),
            options: options,
            chosen: options.count == 1 ? first : options.first { $0.slug == slug }
        )
    }

    /// The groups of a community in which the viewer may start a thread.
    ///
    /// Walks `group (communityId, slug)`.
    private static func writable(_ community: CommunityID, _ reading: Reading) throws -> [Option] {
        try GroupRow.all(of: community, reading.db).compactMap { group in
            do {
                let facts = try Access.group(group.id, reading)
                if !Policy.allows(StartThread.self, facts) { return nil }
                return Option(
                    id: group.id,
                    slug: group.slug,
                    name: group.name,
                    isCommons: group.isCommons,
                    setting: try WritingSetting.load(facts, reading.db),
                    facts: facts
                )
            } catch Denial.missing {
                return nil
            }
        }
    }

    /// Why nowhere: what the policy says of the commons, or of anywhere.
    private static func refusal(in community: CommunityID, _ reading: Reading) throws -> Denial {
        guard let commons = try GroupRow.all(of: community, reading.db).first(where: \.isCommons) else {
            return .notAllowed
        }
        return Policy.refusal(StartThread.self, try Access.group(commons.id, reading)) ?? .notAllowed
    }
}

/// A group of the community, before it is known who may write in it.
private struct GroupRow: RowDecodable {
    let id: GroupID
    let slug: String
    let name: String
    let isCommons: Bool

    static let columns: SQL<Void> = "id, slug, name, isCommons"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        slug = try columns.text()
        name = try columns.text()
        isCommons = try columns.bool()
    }

    static func all(of community: CommunityID, _ db: DB) throws -> [GroupRow] {
        try db.all(
            """
            SELECT \(columns) FROM "group" WHERE communityId = \(community) ORDER BY isCommons DESC, position, name
            """
        )
    }
}
