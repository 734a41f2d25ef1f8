package import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let newThread = Address<String>("/c/{community}/new-thread")
    static func newThread(_ community: String, group: String?) -> String {
        newThread(community) + (group.map { "?group=" + Fields.encode($0) } ?? "")
    }
    /// The nearest unread threads around this one, looked up when the link is followed.
    static let nextUnread = Address<ThreadID>("/t/{thread}/next-unread")
    static let previousUnread = Address<ThreadID>("/t/{thread}/previous-unread")
    static let reply = Address<ThreadID>("/t/{thread}/posts")
    static let follow = Address<ThreadID>("/t/{thread}/follow")
    static let followGroup = PlacePage("/follow")
    static let read = Address<ThreadID>("/t/{thread}/read")
    static let close = Address<ThreadID>("/t/{thread}/close")
    static let reopen = Address<ThreadID>("/t/{thread}/reopen")
    static let pin = Address<ThreadID>("/t/{thread}/pin")
    static let unpin = Address<ThreadID>("/t/{thread}/unpin")
    static let retitle = Address<ThreadID>("/t/{thread}/title")
    package static let edit = Address<PostID>("/p/{post}/edit")
    static let redact = Address<PostID>("/p/{post}/redact")
    package static let history = Address<PostID>("/p/{post}/history")
    static let withdraw = Address<PostID>("/p/{post}/withdraw")
    static let restore = Address<PostID>("/p/{post}/restore")
    static let helped = Address<PostID>("/p/{post}/helped")
    static let unread = Address<PostID>("/p/{post}/unread")
    /// Names behind an "@", asked with the text of a target, the group that is chosen in its form, and what was typed.
    static let mentionable = "/names"

    /// The composer of a thread, answering a post or quoting it.
    package static func composer(_ thread: ThreadID, page: Int, answering post: PostID, quoting: Bool = false) -> String
    {
        composer(thread, page: page, quoting: quoting) + "\(post)#reply"
    }

    /// The same up to the post.
    static func composer(_ thread: ThreadID, page: Int, quoting: Bool) -> String {
        Paths.thread(thread) + "?" + (page > 1 ? "page=\(page)&" : "") + (quoting ? "quote=" : "reply=")
    }

    /// The form in which a draft of that place is gone on with, which may say what was done.
    static func composer(of place: any DraftTarget, done: String? = nil) -> String {
        let path = place.path
        return path + (done.map { (path.contains("?") ? "&" : "?") + "done=" + $0 } ?? "") + "#reply"
    }

    /// A page of a thread that tells that it was marked unread, and from where that can be taken back.
    package static func markedUnread(_ thread: ThreadID, post: PostID, number: Int, before: Int) -> String {
        "\(Paths.thread(thread))?page=\(page(of: number))&done=unread&before=\(before)#p\(post)"
    }
}

extension APIPaths {
    static let threads = Address<String>("/communities/{slug}/threads")
    static let thread = Address<ThreadID>("/threads/{thread}")
    static let posts = Address<ThreadID>("/threads/{thread}/posts")
    static let read = Address<ThreadID>("/threads/{thread}/read")
    static let follow = Address<ThreadID>("/threads/{thread}/follow")
    static let post = Address<PostID>("/posts/{post}")
    static let revisions = Address<PostID>("/posts/{post}/revisions")
    static let redaction = Address<PostID>("/posts/{post}/redaction")
    static let drafts = "/me/drafts"
    static let draft = Address<String>("/me/drafts/{place}")
    static let draftInGroup = Address<String, String>("/me/drafts/{place}/{group}")
}
