import PraxisDomain
import PraxisStore

/// The row that `Access` reads.
struct FactsRow: RowDecodable {
    /// The viewer by the account's current state: one whose account is not active is a visitor.
    private let viewer: Viewer
    private let community: Community
    private let part: Part?
    private let accepted: Int64
    private let group: Group?
    private let groupPart: Part?
    private let thread: Thread?
    private let author: Int64?

    private struct Community {
        let id: CommunityID
        let visibility: CommunityVisibility
        let joining: Joining
        let agreement: Int
    }

    private struct Group {
        let id: GroupID
        let kind: GroupKind
        let access: GroupAccess
        let isListed: Bool
    }

    private struct Thread {
        let id: ThreadID
        let state: ThreadState
        let isPublic: Bool
        let author: Int64?
        let count: Int
        let last: Timestamp
        let version: Int
        let isShown: Bool
        let admittedUntil: Timestamp?
    }

    static func columns(at now: Timestamp) -> SQL<Void> {
        """
        v.id, v.isSiteAdministrator, c.id, c.visibility, c.joining, c.agreementVersion, m.role,
        \(Visibility.standing(at: now)), m.until, m.agreementVersion, g.id, g.kind, g.access, g.isListed, gm.role,
        \(Visibility.groupStanding(at: now)), gm.until, t.id, t.state, t.isPublic, t.authorId, t.postCount,
        t.lastPostAt, t.version, t.isShown, ad.until, place.authorId
        """
    }

    init(_ columns: inout Columns) throws {
        let member = columns.optionalID(Noun.Member.self)
        viewer = Viewer(member: member, isSiteAdministrator: columns.optionalInteger() == 1)
        community = Community(
            id: try columns.id(),
            visibility: try columns.word(),
            joining: try columns.word(),
            agreement: try columns.int()
        )
        part = try Self.part(&columns)
        accepted = columns.optionalInteger() ?? 0
        group = try Self.group(&columns)
        groupPart = try Self.part(&columns)
        thread = try Self.thread(&columns)
        author = columns.optionalInteger()
    }

    private static func part(_ columns: inout Columns) throws -> Part? {
        let role = try columns.optionalWord(Role.self)
        let standing = try columns.optionalWord(Standing.self)
        let until = columns.optionalTime()
        guard let role, let standing else { return nil }
        return Part(role, standing, until: until)
    }

    private static func group(_ columns: inout Columns) throws -> Group? {
        let id = columns.optionalID(Noun.Group.self)
        let kind = try columns.optionalWord(GroupKind.self)
        let access = try columns.optionalWord(GroupAccess.self)
        let isListed = columns.optionalInteger()
        guard let id, let kind, let access else { return nil }
        return Group(id: id, kind: kind, access: access, isListed: isListed == 1)
    }

    private static func thread(_ columns: inout Columns) throws -> Thread? {
        let id = columns.optionalID(Noun.Conversation.self)
        let state = try columns.optionalWord(ThreadState.self)
        let isPublic = columns.optionalInteger() == 1
        let author = columns.optionalInteger()
        let count = Int(columns.optionalInteger() ?? 0)
        let last = columns.optionalTime() ?? .distantPast
        let version = Int(columns.optionalInteger() ?? 0)
        let isShown = columns.optionalInteger() == 1
        let admittedUntil = columns.optionalTime()
        guard let id, let state else { return nil }
        return Thread(
            id: id,
            state: state,
            isPublic: isPublic,
            author: author,
            count: count,
            last: last,
            version: version,
            isShown: isShown,
            admittedUntil: admittedUntil
        )
    }

    func facts(_ now: Timestamp) -> Facts {
        let own = viewer.member?.rawValue
        return Facts(
            viewer: viewer,
            now: now,
            community: CommunityFacts(
                id: community.id,
                visibility: community.visibility,
                joining: community.joining,
                part: part,
                hasAgreed: community.agreement == 0 || accepted != 0
            ),
            group: group.map {
                GroupFacts(id: $0.id, kind: $0.kind, access: $0.access, isListed: $0.isListed, part: groupPart)
            },
            thread: thread.map {
                ThreadFacts(
                    id: $0.id,
                    state: $0.state,
                    isPublic: $0.isPublic,
                    isOwn: own != nil && $0.author == own,
                    postCount: $0.count,
                    lastPostAt: $0.last,
                    version: $0.version,
                    isShown: $0.isShown,
                    admittedUntil: $0.admittedUntil
                )
            },
            isAuthor: own != nil && author == own
        )
    }
}
