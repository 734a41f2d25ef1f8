import PraxisForum
import PraxisTesting
import PraxisWeb

extension BadInputWorld {
    /// The fields that a route reads: those of its document, or of its form by the end of its path; empty if it reads none.
    static func fields(of route: Route) -> [String] {
        if route.isAPI { return route.api?.request?.propertyNames ?? [] }
        return buttons.contains(route.path) ? [] : known(forms, route.path) ?? []
    }

    private static func known(_ forms: [(String, [String])], _ path: String) -> [String]? {
        forms.filter { path.hasSuffix($0.0) }.max { $0.0.utf8.count < $1.0.utf8.count }?.1
    }

    /// Forms that are a button alone: they read nothing but the address.
    static let buttons: Set = [
        "/c/{community}/first-steps/agreement", "/c/{community}/first-steps/close",
        "/c/{community}/g/{group}/invitations/{invitation}/revoke", "/c/{community}/invitations/{invitation}/revoke",
        "/c/{community}/g/{group}/join/withdraw", "/c/{community}/join/withdraw",
        "/c/{community}/g/{group}/leave", "/c/{community}/leave",
        "/c/{community}/g/{group}/members/{member}/remove", "/c/{community}/members/{member}/remove",
        "/c/{community}/g/{group}/members/{member}/standing/end", "/c/{community}/members/{member}/standing/end",
        "/c/{community}/queue/{item}/claim", "/c/{community}/queue/{item}/skip", "/c/{community}/queue/{item}/undo",
        "/p/{post}/bookmark", "/p/{post}/unbookmark", "/p/{post}/wanted", "/p/{post}/unwanted", "/p/{post}/helped",
        "/p/{post}/restore", "/p/{post}/unread",
        "/requests/{request}/accept", "/requests/{request}/decline",
        "/settings/accounts/{member}/approve", "/settings/accounts/{member}/decline",
        "/settings/mail/preview", "/settings/mail/stop", "/settings/mail/links/end", "/settings/outbox/test",
        "/settings/sessions/end-others", "/setup/finish", "/sign-out", "/styleguide",
        "/c/{community}/series/{series}/cancel", "/c/{community}/series/{series}/restore",
        "/agenda/{agenda}/remove", "/t/{thread}/recording/remove", "/t/{thread}/certificate",
        "/gatherings/calendar/renew",
        "/c/{community}/g/{group}/calendar/renew",
        "/t/{thread}/gathering/note/withhold", "/c/{community}/holidays/{list}/delete",
        "/settings/holidays/{list}/delete",
    ]

    /// By the longest end of a path.
    private static let forms: [(String, [String])] =
        [
            ("/c/{community}/agreement", ["agreement"]), ("/follow", ["level"]), ("/t/{thread}/read", ["number"]),
            ("/invitations", ["uses"]), ("/i/{token}", ["agreement"]), ("/c/{community}/g/{group}/join", ["note"]),
            ("/join", ["note", "agreement"]), ("/members/{member}", ["role", "standing"]), ("/preview", composer),
            ("/new-thread", composer), ("/c/{community}/g/{group}/settings", group), ("/groups/new", group),
            ("/c/{community}/settings", community), ("/communities/new", community), ("/drafts", composer),
            ("/drafts/discard", ["place"]), ("/drafts/restore", ["draft"]),
            ("/edit", ["body", "revision"]), ("/redact", ["body", "revision"]), ("/withdraw", ["revision"]),
            ("/caught-up", ["upTo"]), ("/caught-up/undo", ["upTo"]), ("/t/{thread}/title", ["title", "version"]),
            ("/t/{thread}/posts", ["body", "replyTo", "revision", "key"]), ("/p/{post}/report", ["reason", "note"]),
            ("/notes", ["note"]), ("/pass-on", ["note"]), ("/queue/next", ["kind"]),
            ("/{item}/resolve", ["action", "stock", "text", "note", "version"]),
            ("/settings/care", ["heldPosts", "contact", "text", "version", "find"]), ("/close", ["version"]),
            ("/reopen", ["version"]), ("/pin", ["version"]), ("/unpin", ["version"]),
            ("/gatherings/new", gathering + ["purpose", "key"]),
            ("/t/{thread}/gathering", gathering + ["scope", "version"]),
            ("/t/{thread}/message", ["to", "body", "key", "told"]), ("/message/withdraw", ["message"]),
            ("/t/{thread}/answer", ["answer", "needs"]), ("/series/{series}/answer", ["answer"]),
            ("/gathering/cancel", ["scope"]),
            ("/gathering/skip", ["scope"]), ("/gathering/restore", ["scope"]),
            ("/gatherings/new-series", series + ["group", "key"]), ("/series/{series}/change", series + ["version"]),
            ("/series/{series}/holidays", ["shown", "c1", "d1"]), ("/holidays/new", ["name", "entries", "key"]),
            ("/holidays/{list}/change", ["name", "entries", "version"]),
            ("/t/{thread}/notes", ["body", "basis", "revision", "key"]),
            ("/t/{thread}/questions", ["body", "revision", "key"]),
            ("/t/{thread}/recording", ["recorded", "link", "transcript", "about", "version"]),
            ("/t/{thread}/attend", ["present", "word"]),
            ("/t/{thread}/attendance", ["shown", "present", "find", "page"]),
            ("/attendance/file", ["list", "decided", "who0"]),
            ("/me/learning/new", ["title", "category", "date", "minutes", "reflection", "key"]),
            ("/me/learning/{entry}/remove", ["year"]), ("/me/learning/{entry}/restore", ["year"]),
            ("/follow-ups/new", ["title", "kind", "owner", "due", "key"]),
            ("/follow-ups/{followup}", ["state", "version", "at"]),
            ("/agenda/new", ["title", "minutes", "lead", "key"]),
            ("/t/{thread}/table", ["gathering", "minutes", "key"]),
            ("/agenda/{agenda}", ["title", "minutes", "lead", "position", "outcome", "version"]),
            ("/standing", ["kind", "days", "text", "note", "replaces"]),
            ("/react", ["reaction"]), ("/unreact", ["reaction"]), ("/p/{post}/reminder", ["remindOn"]),
            ("/bookmarks/remove", ["post", "remindOn"]), ("/bookmarks/restore", ["post", "remindOn"]),
            ("/c/{community}/mail", ["titlesOnly"]), ("/g/{group}/mail", ["detail", "neutralName"]),
        ] + own + visitors

    /// Of a member's own settings, and of the site's.
    private static let own: [(String, [String])] = [
        ("/settings", ["name", "language", "timeZone", "occupation", "organisation", "region"]),
        ("/settings/appearance", ["theme", "textSize"]), ("/settings/password", ["current", "password"]),
        ("/settings/queue-keys", ["keys", "next"]), ("/settings/sessions/end", ["session"]),
        ("/settings/mail", ["rhythm", "days", "weekday", "monthDay", "hour", "pausedUntil", "all", "apply", "c2"]),
        ("/settings/mail/duty", ["duty"]),
        ("/settings/mail/gatherings", ["confirmation", "messages", "week", "day", "hour"]),
        ("/settings/mail/groups", ["community", "g2"]),
        ("/settings/outbox/retry", ["mail"]), ("/settings/site", ["email", "version", "organisation-en", "help-fr"]),
        ("/welcome", ["name", "occupation", "region", "next"]),
        ("/welcome/communities", ["place", "agree-c1", "next"]),
        ("/welcome/digest", ["rhythm", "hour", "timeZone", "next"]),
    ]

    /// Of who is not signed in.
    private static let visitors: [(String, [String])] = [
        ("/sign-in", ["email", "password", "next"]), ("/sign-in/again", ["kept"]),
        ("/sign-in/code", ["email", "next"]), ("/sign-up", ["email", "next"]), ("/reset", ["email", "next"]),
        ("/check", ["email", "code", "next"]), ("/sign-up/code", ["email", "code", "next"]),
        ("/reset/code", ["email", "code", "next"]), ("/reset/password", ["proof", "password", "next"]),
        ("/sign-up/name", ["proof", "name", "occupation", "region", "password", "timeZone", "next"]),
        ("/setup/{token}/administrator", ["name", "email", "password"]), ("/u/{token}", ["do", "rhythm"]),
    ]

    private static let composer = ["place", "title", "body", "kind", "group", "replyTo", "revision", "key"]
    private static let gathering = [
        "title", "group", "date", "time", "zone", "minutes", "mode", "place", "joinLink", "capacity",
    ]
    private static let series = [
        "name", "purpose", "date", "time", "zone", "repeats", "ends", "until", "count", "minutes", "mode", "place",
        "joinLink", "capacity", "recording", "credit", "holidays",
    ]
    private static let group = [
        "name", "purpose", "contact", "kind", "access", "listed", "editDays", "language", "version", "key",
    ]
    private static let community = [
        "name", "domain", "region", "agreement", "visibility", "joining", "language", "version", "key",
    ]
}
