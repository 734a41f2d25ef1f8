package import PraxisDomain
package import PraxisWeb

extension Paths {
    /// The composer of a thread, answering a post or quoting it.
    package static func composer(_ thread: ThreadID, page: Int, answering post: PostID, quoting: Bool = false) -> String
    {
        "/t/\(thread)?" + (page > 1 ? "page=\(page)&" : "") + (quoting ? "quote" : "reply") + "=\(post)#reply"
    }

    /// A page of a thread that tells that it was marked unread, and from where that can be taken back.
    package static func markedUnread(_ thread: ThreadID, post: PostID, number: Int, before: Int) -> String {
        "/t/\(thread)?page=\(page(of: number))&done=unread&before=\(before)#p\(post)"
    }
}
