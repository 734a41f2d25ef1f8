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
    package static let signUpPassword = "/sign-up/password"
    package static let reset = "/reset"
    package static let resetCode = "/reset/code"
    package static let resetPassword = "/reset/password"
    package static let settings = "/settings"
    package static let password = "/settings/password"
    package static let endSession = "/settings/sessions/end"
    package static let endOtherSessions = "/settings/sessions/end-others"
    package static let queueKeys = "/settings/queue-keys"
    package static let accounts = "/settings/accounts"
    package static let outbox = "/settings/outbox"
    package static let retryMail = "/settings/outbox/retry"
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

    package static func account(_ id: MemberID, _ decision: String) -> String { "/settings/accounts/\(id)/\(decision)" }

    package static func community(_ slug: String) -> String { "/c/" + slug }
    package static func communityPart(_ slug: String, _ part: String) -> String { "/c/\(slug)/\(part)" }
    package static func members(_ slug: String) -> String { "/c/\(slug)/members" }
    package static func agreement(_ slug: String) -> String { "/c/\(slug)/agreement" }
    package static func newThread(_ slug: String, group: String? = nil) -> String {
        "/c/\(slug)/new-thread" + (group.map { "?group=" + Fields.encode($0) } ?? "")
    }
    package static func group(_ community: String, _ group: String) -> String { "/c/\(community)/g/\(group)" }
    package static func groupPart(_ community: String, _ group: String, _ part: String) -> String {
        "/c/\(community)/g/\(group)/\(part)"
    }
    package static func request(_ id: RequestID, _ decision: String) -> String { "/requests/\(id)/\(decision)" }
    package static func invitation(_ token: String) -> String { "/i/" + token }
    package static func thread(_ id: ThreadID, page: Int = 1) -> String {
        page > 1 ? "/t/\(id)?page=\(page)" : "/t/\(id)"
    }
    package static func threadPart(_ id: ThreadID, _ part: String) -> String { "/t/\(id)/\(part)" }
    /// The post on its page.
    package static func post(_ id: PostID, in thread: ThreadID, number: Int) -> String {
        Paths.thread(thread, page: page(of: number)) + "#p\(id)"
    }
    package static func post(_ id: PostID) -> String { "/p/\(id)" }
    /// The nearest unread threads around this one, looked up when the link is followed.
    package static func nextUnread(_ id: ThreadID) -> String { threadPart(id, "next-unread") }
    package static func previousUnread(_ id: ThreadID) -> String { threadPart(id, "previous-unread") }
    package static func postPart(_ id: PostID, _ part: String) -> String { "/p/\(id)/\(part)" }
    package static func firstNew(_ thread: ThreadID, after number: Int) -> String {
        Paths.thread(thread, page: page(of: number + 1)) + "#new"
    }
    /// The form below a thread, as a reply to one of its posts.
    package static func reply(to post: PostID, in thread: ThreadID) -> String { "/t/\(thread)?reply=\(post)#reply" }
    /// The same form, as a reply to the thread as a whole, whichever post a draft replies to.
    package static func replyToAll(in thread: ThreadID) -> String { "/t/\(thread)?reply=all#reply" }
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
