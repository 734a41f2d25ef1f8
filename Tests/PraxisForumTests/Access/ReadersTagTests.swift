import Foundation
import PraxisBookmarks
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The tag of what is not read by all of a community")
struct ReadersTagTests {
    /// A list, and what its rows begin with.
    struct Listing: Sendable, CustomTestStringConvertible {
        let name: String
        let path: String
        /// The words in each row: of the discussion or of the date.
        let row: String
        /// Whether rows of several groups stand in it; in a list of one group the heading has said it.
        var isOfMany = true

        var testDescription: String { name }
    }

    private static let lists = [
        Listing(name: "community", path: "/c/nursing", row: "talk"),
        Listing(name: "new in a community", path: "/c/nursing?filter=new", row: "talk"),
        Listing(name: "next gatherings beside a community", path: "/c/nursing", row: "round"),
        Listing(name: "home", path: "/", row: "talk"),
        Listing(name: "everything new", path: "/new", row: "talk"),
        Listing(name: "search", path: "/search?q=heron", row: "talk"),
        Listing(name: "bookmarks", path: "/bookmarks", row: "talk"),
        Listing(name: "gatherings", path: "/gatherings", row: "round"),
        Listing(name: "gatherings of a community", path: "/c/nursing/gatherings", row: "round"),
        Listing(name: "group", path: "/c/nursing/g/winter", row: "talk", isOfMany: false),
        Listing(name: "new in a group", path: "/c/nursing/g/winter?filter=new", row: "talk", isOfMany: false),
    ]

    @Test(
        "stands in each row of a list of several groups, and not where the heading of one group has said it",
        arguments: lists
    )
    func rows(list: Listing) async throws {
        let world = try await ReadingWorld(), site = world.site, actor = site.env.communities[world.community]
        let reader = Viewer(member: world.fay)
        // Two of each are more than some lists show.
        for (slug, access) in [("winter", GroupAccess.request), ("spring", .open)] {
            let group =
                slug == "winter" ? world.group : try await site.group(slug, in: world.community, access: access)
            try await site.join(world.ann, group: group, of: world.community)
            try await site.join(world.fay, group: group, of: world.community, as: .facilitator)
            let thread = try await site.thread(
                "\(slug) talk",
                "A heron.",
                in: group,
                of: world.community,
                by: world.ann
            )
            let post: PostID = try await site.value("SELECT id FROM post WHERE threadId = \(thread)")
            try await site.env.site.bookmark(post, .unchanged, as: reader)
            _ = try await actor.planGathering(try site.gathering("\(slug) round"), in: group, as: reader)
        }
        try await world.changeSilently("UPDATE \"group\" SET access = 'request' WHERE id = \(world.group)")
        let page = try await world.page(list.path, world.fay)
        #expect(page.status == 200)
        let closed = try #require(row("winter \(list.row)", page.text))
        #expect(closed.contains("Group members</span>") == list.isOfMany, "\(closed)")
        if list.isOfMany {
            let open = try #require(row("spring \(list.row)", page.text))
            #expect(!open.contains("Group members"), "\(open)")
        } else {
            #expect(page.has("Only people who have joined can read this group.") && !page.has("Group members</span>"))
        }
    }

    /// The element of a list that holds a title.
    private func row(_ title: String, _ text: String) -> Substring? {
        guard let at = text.range(of: ">\(title)<"), let main = text.range(of: "<h1") else { return nil }
        let before = text[main.lowerBound..<at.lowerBound]
        let begins = ["<li>", "<li ", "<section ", "<article "].compactMap {
            before.range(of: $0, options: .backwards)?.lowerBound
        }
        let after = text[at.upperBound...]
        guard let begin = begins.max(), let end = after.range(of: "</li>") ?? after.range(of: "</section>") else {
            return nil
        }
        return text[begin..<end.lowerBound]
    }
}
