import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What readers can do with their bookmarks below each post of a page; what is the same below all of them is drawn once.
struct BookmarkFootView: Sendable {
    /// The posts that the reader has bookmarked.
    private let marked: Set<PostID>
    private let remove: HTML
    private let add: HTML
    private let addDiscussion: HTML
    private let shown: HTML

    init(call: Call, marked: Set<PostID>) {
        let words = call.words.bookmarks, token = call.tokenField
        func button(_ label: String) -> HTML {
            "\">\(token)<button class=\"btn quiet\">\(label)</button></form></li>"
        }
        self.marked = marked
        remove = button(words.remove())
        add = button(words.add())
        addDiscussion = button(words.addDiscussion())
        shown = "\">\(words.bookmarked())</a>"
    }

    func below(_ post: PostSlot.Post) -> OwnPostSlot.Foot {
        let isMarked = marked.contains(post.id)
        let button = isMarked ? remove : post.number == 1 ? addDiscussion : add
        let address = isMarked ? Paths.unbookmark : Paths.bookmark
        let menu: HTML = "<li><form method=\"post\" action=\"\(address, post.id)\(button)"
        if !isMarked { return .init(menu: menu) }
        return .init(beside: "<a href=\"\(Paths.bookmark, post.id)\(shown)", menu: menu)
    }
}
