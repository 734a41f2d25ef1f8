import PraxisCapability
import PraxisStore

extension [VerifyCheck] {
    static let search: Self = [
        // Exactly the published posts are in the index, and `searchRow` says the same of them.
        VerifyCheck { db in
            let counts = try db.all(
                """
                SELECT count(*) FROM postSearch_docsize
                UNION ALL SELECT count(*) FROM searchRow
                UNION ALL SELECT count(*) FROM searchRow r JOIN postSearch_docsize d ON d.id = r.postId AND d.sz = r.sizes
                    JOIN post p ON p.id = r.postId AND p.threadId = r.threadId AND p.state = 'published'
                """ as SQL<Int>
            )
            let published = try db.first("SELECT count(*) FROM post WHERE state = 'published'" as SQL<Int>) ?? 0
            guard let indexed = counts.first(where: { $0 != published }) else { return [] }
            return [.init("search index", "it holds \(indexed) posts, and \(published) are published")]
        }
    ]
}
