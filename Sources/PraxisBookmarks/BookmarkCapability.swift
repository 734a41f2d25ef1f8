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
        digest: [.reminders],
        ownPosts: [.bookmarks],
        home: [.reminders],
        parts: [StyleSample.bookmarks],
        words: [
            WordFile(
                BookmarkWords.self,
                english: PackageResources.bookmarks_en_json,
                french: PackageResources.bookmarks_fr_json
            )
        ],
        pages: [
            .style(PackageResources.bookmarks_css),
            .navigation(.init(50, .bookmark, Paths.bookmarks) { $0.words.bookmarks.title() }),
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
        return { BookmarkFootView(call: $0, marked: marked).below }
    }
}

extension DigestSection {
    /// What the digest's reader wanted to be reminded of.
    fileprivate static let reminders = DigestSection(
        isReason: { scope in try !DueReminder.load(scope).isEmpty },
        load: { scope in
            let reminders = try DueReminder.load(scope)
            if reminders.isEmpty { return nil }
            let mail = { @Sendable in ReminderDigestMail(reminders: reminders, drawing: $0) }
            return Contents(
                places: reminders.filter { $0.isNamed && $0.belongs }.map(\.place),
                face: { mail($0).face },
                parts: { drawing, _ in mail(drawing).parts },
                page: { mail($0).page }
            )
        }
    )
}
