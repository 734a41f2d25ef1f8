package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Posts that members keep for themselves, with a reminder if they want one; nobody else learns of them.
    package static let bookmarks = Capability(
        "bookmarks",
        migrations: Migration.bookmarks,
        acts: [KeepBookmark.self],
        routes: Route.bookmarkRoutes + Route.bookmarkAPI,
        ownPosts: [.bookmarks],
        words: [
            WordFile(
                BookmarkWords.self,
                english: PackageResources.bookmarks_en_json,
                french: PackageResources.bookmarks_fr_json
            )
        ],
        pages: [
            .style(PackageResources.bookmarks_css),
            .navigation(.init(50, for: .members, Paths.bookmarks) { $0.words.bookmarks.title() }),
        ],
        imports: [BookmarkLine.kind],
        exports: [.bookmarks],
        purges: [.bookmarks],
        tables: .bookmarks
    )
}

extension OwnPostSlot {
    fileprivate static let bookmarks = OwnPostSlot { thread, numbers, member, db in
        let marked = Set(try db.all(BookmarkMark.on(numbers, of: thread, member)))
        return { $0.bookmarkFoot(marked) }
    }
}
