import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What readers can do with their bookmarks below each post of a page; what is the same below all of them is drawn once.
struct BookmarkFootView: Sendable {
    /// The posts that the reader has bookmarked.
    private let marked: Set<PostID>
    private let remove: OwnPostSlot.Button
    private let add: OwnPostSlot.Button
    private let addDiscussion: OwnPostSlot.Button
    private let shown: HTML

    init(call: Call, marked: Set<PostID>) {
        let words = call.words.bookmarks
        self.marked = marked
        remove = .init(Paths.unbookmark, words.remove())
        add = .init(Paths.bookmark, words.add())
        addDiscussion = .init(Paths.bookmark, words.addDiscussion())
        shown = "\">\(words.bookmarked())</a>"
    }

    func below(_ post: PostSlot.Post) -> OwnPostSlot.Foot {
        if !marked.contains(post.id) { return .init(button: post.number == 1 ? addDiscussion : add) }
        return .init(beside: "<a href=\"\(Paths.bookmark, post.id)\(shown)", button: remove)
    }
}
