import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// Draws below each post of a page what its reader can do with their bookmark; `marked` are the posts that they have bookmarked.
    func bookmarkFoot(_ marked: Set<PostID>) -> @Sendable (PostSlot.Post) -> OwnPostSlot.Foot {
        let said = words.bookmarks, token = tokenField
        let marks = (
            shown: said.bookmarked(), remove: said.remove(), add: said.add(), addDiscussion: said.addDiscussion()
        )
        return { post in
            let isMarked = marked.contains(post.id)
            let label = isMarked ? marks.remove : post.number == 1 ? marks.addDiscussion : marks.add
            let menu: HTML = """
                <li><form method="post" action="\(Paths.postPart(post.id, isMarked ? "unbookmark" : "bookmark"))">\(token)\
                <button class="btn quiet">\(label)</button></form></li>
                """
            if !isMarked { return .init(menu: menu) }
            return .init(beside: "<a href=\"\(Paths.postPart(post.id, "bookmark"))\">\(marks.shown)</a>", menu: menu)
        }
    }
}
