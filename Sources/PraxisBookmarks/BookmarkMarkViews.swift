import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// Draws below each post of a page what its reader can do with their bookmark; `marked` are the posts that they have bookmarked.
    func bookmarkFoot(_ marked: Set<PostID>) -> @Sendable (PostSlot.Post) -> OwnPostSlot.Foot {
        let foot = BookmarkFoot(words.bookmarks, token: tokenField)
        return { foot.below($0, isMarked: marked.contains($0.id)) }
    }
}

/// What is the same below all posts of a page, drawn once.
private struct BookmarkFoot: Sendable {
    private let remove: HTML
    private let add: HTML
    private let addDiscussion: HTML
    private let shown: HTML

    init(_ words: BookmarkWords, token: HTML) {
        func button(_ label: String) -> HTML {
            "\">\(token)<button class=\"btn quiet\">\(label)</button></form></li>"
        }
        remove = button(words.remove())
        add = button(words.add())
        addDiscussion = button(words.addDiscussion())
        shown = "\">\(words.bookmarked())</a>"
    }

    func below(_ post: PostSlot.Post, isMarked: Bool) -> OwnPostSlot.Foot {
        let button = isMarked ? remove : post.number == 1 ? addDiscussion : add
        let path = Paths.postPart(post.id, isMarked ? "unbookmark" : "bookmark")
        let menu: HTML = "<li><form method=\"post\" action=\"\(path)\(button)"
        if !isMarked { return .init(menu: menu) }
        return .init(beside: "<a href=\"\(Paths.postPart(post.id, "bookmark"))\(shown)", menu: menu)
    }
}
