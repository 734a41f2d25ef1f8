import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

/// One page of a thread as all who may read it see it: its place, its published posts, no viewer.
package struct ThreadPageSnapshot: Snapshot {
    let facts: ThreadPageFacts
    let posts: [ShownPost]
    /// What capabilities keep of the published ones.
    let slots: [PostSlot.Contents]
    /// What the capability of its kind shows of the thread.
    var facets = ThreadFacets.Loaded.none
    /// The page, counted from 1.
    let page: Int
    /// Who has posts on this page that only they are shown.
    let hiddenAuthors: Set<MemberID>
    /// The journal's last number when this was read.
    let readAt: JournalNumber

    var cost: Int { posts.reduce(slots.reduce(1_000 + facets.cost) { $0 + $1.cost }) { $0 + $1.html.count + 400 } }

    /// The highest number that is shown on the page.
    var lastNumber: Int { posts.last?.number ?? 0 }

    /// Whether there is something on the page for all readers; of a thread with a facet the first page always has.
    var hasContent: Bool { !posts.isEmpty || facts.hasFacet && page == 1 }

    /// How many pages hold something for all readers.
    var pages: Int { Paths.page(of: facts.lastNumber) }
}

/// What stands around the posts of a thread.
struct ThreadPageFacts: Sendable {
    let thread: ThreadID
    let title: String
    /// What people write in here.
    let language: Language
    let kind: ThreadKind
    let state: ThreadState
    let isPinned: Bool
    let isPublic: Bool
    let version: Int
    let community: Community
    let group: Group
    /// How much of what is written in the group leaves by mail.
    let mail: MailDetail
    /// Days in which a post can be edited here.
    let editDays: Int
    /// The post that helped, while it is published.
    let answer: PostAddress?
    /// Posts that are shown, and different people who wrote one that is published.
    let posts: Int
    let people: Int
    /// The highest number that is shown to all readers; 0 if absent.
    let lastNumber: Int
    /// The highest number given.
    let highestNumber: Int
    /// Whether a capability has something to show without any post.
    let hasFacet: Bool

    struct Community: Sendable {
        let id: CommunityID
        let slug: String
        let name: String
        let visibility: CommunityVisibility
    }

    struct Group: Sendable {
        let id: GroupID
        let slug: String
        let name: String
        let kind: GroupKind
        let access: GroupAccess
    }
}

extension ThreadPageFacts {
    /// Who reads the thread.
    var audience: Audience {
        let isConfidential = group.kind.isConfidential
        let reach: Audience.Reach =
            if isConfidential || group.access != .open {
                .group(name: group.name, count: nil)
            } else if community.visibility == .public && isPublic {
                .everybody
            } else {
                .community(name: community.name, count: nil)
            }
        return Audience(reach: reach, isConfidential: isConfidential, mail: mail)
    }
}

/// A post as a page shows it.
package struct ShownPost: Sendable {
    let id: PostID
    let number: Int
    let state: PostState
    let createdAt: Timestamp
    let editedAt: Timestamp?
    let journal: JournalNumber
    let author: MemberID
    let name: String
    let postRole: PostRole
    /// What the author is in this group, if it is more than a member.
    let role: Role?
    /// What it answers, while that is shown.
    let context: PostContext?
    /// Empty for a withdrawn one.
    let html: [UInt8]
}

extension ThreadPageFacts: RowDecodable {
    static let columns: SQL<Void> = """
        t.id, t.title, t.kind, t.state, t.isPinned, t.isPublic, t.version, c.id, c.slug, c.name, c.visibility, g.id,
        g.slug, g.name, g.kind, g.access, coalesce(cr.titlesOnly, \(false)), coalesce(gr.content, 'full'), g.editDays,
        a.id, a.number,
        (SELECT count(*) FROM post p WHERE p.threadId = t.id AND p.state IN ('published', 'withdrawn')),
        (SELECT count(DISTINCT p.authorId) FROM post p WHERE p.threadId = t.id AND p.state = 'published'),
        (SELECT coalesce(max(p.number), 0) FROM post p WHERE p.threadId = t.id AND p.state IN ('published', 'withdrawn')),
        t.postCount, t.hasFacet, g.language
        """

    init(_ columns: inout Columns) throws {
        thread = try columns.id()
        title = try columns.text()
        kind = try columns.word()
        state = try columns.word()
        isPinned = try columns.bool()
        isPublic = try columns.bool()
        version = try columns.int()
        community = Community(
            id: try columns.id(),
            slug: try columns.text(),
            name: try columns.text(),
            visibility: try columns.word()
        )
        group = Group(
            id: try columns.id(),
            slug: try columns.text(),
            name: try columns.text(),
            kind: try columns.word(),
            access: try columns.word()
        )
        let titlesOnly = try columns.bool(), detail = try columns.word(MailDetail.self)
        mail = MailDetailPlan.allowed(group.kind, ofGroup: detail, titlesOnly: titlesOnly)
        editDays = try columns.int()
        let (answerID, answerNumber) = (columns.optionalID(Noun.Post.self), columns.optionalInteger())
        answer = answerID.flatMap { id in answerNumber.map { PostAddress(id: id, number: Int($0)) } }
        (posts, people) = (try columns.int(), try columns.int())
        (lastNumber, highestNumber) = (try columns.int(), try columns.int())
        (hasFacet, language) = (try columns.bool(), try columns.word())
    }
}

extension ShownPost: RowDecodable {
    static func columns(isOpen: Bool, isConfidential: Bool) -> SQL<Void> {
        """
        p.id, p.number, p.state, p.createdAt, p.editedAt, p.journal, p.authorId, m.name, p.role,
        CASE WHEN gm.role = 'facilitator' THEN 'facilitator'
             WHEN ms.role = 'facilitator' AND \(isOpen) THEN 'facilitator'
             WHEN ms.role IN ('moderator', 'manager') AND NOT \(isConfidential) THEN ms.role END,
        \(PostContext.columns), CASE WHEN p.state <> 'withdrawn' THEN p.html END
        """
    }

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        number = try columns.int()
        state = try columns.word()
        createdAt = try columns.time()
        editedAt = columns.optionalTime()
        journal = try columns.id()
        author = try columns.id()
        name = try columns.text()
        postRole = try columns.word()
        role = try columns.optionalWord()
        context = PostContext.read(&columns)
        html = columns.optionalBytes() ?? []
    }
}
