package import PraxisDomain

/// All our addresses, each defined once.
///
/// They contain ids and slugs only, never a title.
package enum Paths {
    package static let home = "/"
    package static let everythingNew = "/new"
    package static let caughtUp = "/caught-up"
    package static let undoCaughtUp = "/caught-up/undo"
    package static let signIn = "/sign-in"
    /// Where signing in begins for a person with a form to send afterwards.
    package static let signInAgain = "/sign-in/again"
    package static let signInCode = "/sign-in/code"
    package static let signInCodeCheck = "/sign-in/code/check"
    package static let signOut = "/sign-out"
    package static let signUp = "/sign-up"
    package static let signUpCode = "/sign-up/code"
    package static let signUpName = "/sign-up/name"
    package static let reset = "/reset"
    package static let resetCode = "/reset/code"
    package static let resetPassword = "/reset/password"
    package static let settings = "/settings"
    package static let password = "/settings/password"
    package static let endSession = "/settings/sessions/end"
    package static let endOtherSessions = "/settings/sessions/end-others"
    package static let appearance = "/settings/appearance"
    package static let queueKeys = "/settings/queue-keys"
    package static let accounts = "/settings/accounts"
    package static let outbox = "/settings/outbox"
    package static let retryMail = "/settings/outbox/retry"
    package static let testMail = "/settings/outbox/test"
    package static let audit = "/audit"
    package static let communities = "/communities"
    package static let newCommunity = "/communities/new"
    package static let search = "/search"
    package static let drafts = "/drafts"
    package static let discardDraft = "/drafts/discard"
    package static let restoreDraft = "/drafts/restore"
    package static let preview = "/preview"

    /// The heading of a page, which gets the focus when a link leads to it.
    package static let headingID = "heading"

    /// The sign-in page, which returns to `path` afterwards.
    package static func signIn(thenTo path: String) -> String { signIn + "?next=" + Fields.encode(path) }

    /// The sign-up pages, which return to `path` at the end.
    package static func signUp(thenTo path: String) -> String { signUp + "?next=" + Fields.encode(path) }

    /// The pages for setting a new password, which return to `path` at the end.
    package static func reset(thenTo path: String) -> String { reset + "?next=" + Fields.encode(path) }

    package static let community = Address<String>("/c/{community}")
    package static let group = Address<String, String>("/c/{community}/g/{group}")
    package static let thread = Address<ThreadID>("/t/{thread}")
    package static func thread(_ id: ThreadID, page: Int) -> String {
        page > 1 ? "\(thread(id))?page=\(page)" : thread(id)
    }
    /// The post on its page.
    package static func post(_ id: PostID, in thread: ThreadID, number: Int) -> String {
        Paths.thread(thread, page: page(of: number)) + "#p\(id)"
    }
    /// The post, looked up when the link is followed.
    package static let post = Address<PostID>("/p/{post}")
    package static func firstNew(_ thread: ThreadID, after number: Int) -> String {
        Paths.thread(thread, page: page(of: number + 1)) + "#new"
    }
    /// The form below a thread, as a reply to one of its posts.
    package static func reply(to post: PostID, in thread: ThreadID) -> String {
        "\(Paths.thread(thread))?reply=\(post)#reply"
    }
    /// The same form, as a reply to the thread as a whole, whichever post a draft replies to.
    package static func replyToAll(in thread: ThreadID) -> String { "\(Paths.thread(thread))?reply=all#reply" }
    package static func page(of number: Int) -> Int { (max(1, number) - 1) / Limits.postsPerPage + 1 }

    /// A path on this site to return to, or home: no scheme, no other host, no backslash, no control character.
    package static func own(_ next: String?) -> String {
        guard let next, next.utf8.first == UInt8(ascii: "/"), !next.hasPrefix("//"),
            !next.utf8.contains(UInt8(ascii: "\\")),
            next.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return home }
        return next
    }
}
