import PraxisDomain
import PraxisStore

/// The reactions to the posts of a page.
struct Reactions: Sendable {
    private let byPost: [PostID: [Reaction]]
    let count: Int

    init(_ all: [Reaction]) {
        byPost = Dictionary(grouping: all, by: \.post)
        count = all.count
    }

    /// Walks the primary key.
    ///
    /// Precondition: the posts are published, and the caller has checked that the reader may read them.
    static func load(_ posts: [PostID], _ db: DB) throws -> Reactions {
        Reactions(try posts.isEmpty ? [] : db.all(Reaction.to(posts)))
    }

    /// Those to one post by kind, in the order of the kinds; kinds that no one chose are left out.
    func to(_ post: PostID) -> [(kind: ReactionKind, by: [Reaction])] {
        guard let all = byPost[post] else { return [] }
        return ReactionKind.allCases.compactMap { kind in
            let these = all.filter { $0.kind == kind }
            return these.isEmpty ? nil : (kind, these)
        }
    }
}

/// Who reacted to a post, and how.
struct Reaction: Sendable {
    let post: PostID
    let kind: ReactionKind
    let member: MemberID
    let name: String

    static func to(_ posts: [PostID]) -> SQL<Reaction> {
        """
        SELECT \(columns) FROM reaction r JOIN member m ON m.id = r.memberId
        WHERE r.postId IN (\(list: posts)) ORDER BY r.postId, r.memberId
        """
    }
}

extension Reaction: RowDecodable {
    static let columns: SQL<Void> = "r.postId, r.kind, r.memberId, m.name"

    init(_ columns: inout Columns) throws {
        (post, kind) = (try columns.id(), try columns.word())
        (member, name) = (try columns.id(), try columns.text())
    }
}
