import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// What a member has bookmarked: first what they wanted to be reminded of by today, then the rest.
struct BookmarksPageView: PageView {
    let call: Call
    let list: BookmarkList

    private var said: BookmarkWords { call.words.bookmarks }

    var page: Page {
        var page = Page(said.title(), main: HTML())
        if list.due.isEmpty && list.page.bookmarks.isEmpty && list.isFirst {
            page.main = """
                <p class="empty">\(said.none())</p><a class="btn alt" href="\(Paths.home)">\(call.words.common.whatsNew())</a>
                """
        } else {
            page.main =
                "\(section(said.due(), list.due))\(section(list.due.isEmpty ? nil : said.others(), list.page.bookmarks))\(older)<p class=\"meta\">\(said.explanation())</p>"
        }
        page.lead = ReadersStrip(.own, "\(said.readers())", call.words).html
        page.banner = banner
        page.current = Paths.bookmarks
        return page
    }

    private func section(_ heading: String?, _ bookmarks: [ListedBookmark]) -> HTML {
        if bookmarks.isEmpty { return HTML() }
        var dates = ReadingDates(call)
        let view = BookmarkView(call: call)
        let lines = bookmarks.reduce(into: HTML()) { $0 += view.line($1, &dates).html(call.words) }
        return """
            <section class="card">\(heading.map { "<h2>\($0)</h2>" as HTML })<ul class="threads">\(lines)</ul></section>

            """
    }

    private var older: HTML {
        guard let next = list.page.next else { return HTML() }
        return """
            <nav class="pages" aria-label="\(call.words.common.pages())"><ul><li><a href="\(Paths.bookmarks(after: next))" rel="next">\
            \(said.older())</a></li></ul></nav>
            """
    }

    /// What the last form did, with its undoing.
    private var banner: HTML {
        switch call.query["done"] {
        case "reminder-set": return call.banner(said.reminderSet())
        case "reminder-removed": return call.banner(said.reminderRemoved())
        case "restored": return call.banner(said.restored())
        case "removed":
            guard let removed = list.removed else { return HTML() }
            let fields = [("post", removed.post.description), ("remindOn", call.query.text("remindOn"))]
            let undo = call.button(Paths.restoreBookmark, call.words.common.undo(), fields: fields)
            return call.banner(said.removed(), undo: removed.canRestore ? undo : HTML())
        default: return HTML()
        }
    }
}

/// One bookmark, with the form for its reminder.
struct BookmarkPageView: PageView {
    let call: Call
    let bookmark: ListedBookmark
    let typed: String
    var errors: [FieldError] = []

    var page: Page {
        let said = call.words.bookmarks
        var day = Field("remindOn", said.remindOn(), value: typed, errors: errors)
        (day.hint, day.type) = (said.remindOnHint(), "date")
        day.attributes = " min=\"\(LocalTime(dayNumber: call.dayNumber).date)\""
        let main: HTML = """
            <div class="card bookmark"><h2 dir="auto"\(call.lang(bookmark.language))>\(bookmark.title)</h2>\(BookmarkView(call: call).about(bookmark))</div>
            <form method="post" action="\(Paths.reminder(bookmark.post))">\(call.tokenField)\(call.field(day))\
            <div class="actions"><button class="btn">\(call.words.common.save())</button>\(call.cancel(Paths.bookmarks))</div></form>
            """
        var page = Page(said.reminder(), main: main)
        page.banner = call.errorSummary(errors)
        page.crumbs = [.init(said.title(), Paths.bookmarks)]
        page.lead = ReadersStrip(.own, "\(said.readers())", call.words).html
        page.current = Paths.bookmarks
        return page
    }
}

/// A bookmark as the pages of bookmarks show it.
struct BookmarkView {
    let call: Call
    let tags: ThreadTags

    private var said: BookmarkWords { call.words.bookmarks }

    init(call: Call) {
        self.call = call
        tags = ThreadTags(call: call)
    }

    func line(_ bookmark: ListedBookmark, _ dates: inout ReadingDates) -> ListLine {
        var line = ListLine(bookmark.title, Paths.post(bookmark.post))
        line.language = bookmark.language
        line.over = tags(bookmark) + [place(bookmark), "<bdi>\(bookmark.author.name)</bdi>"]
        line.below = "\(text(bookmark))\(reminder(bookmark))<div class=\"row\">\(buttons(bookmark))</div>"
        line.people = [bookmark.author]
        line.at = "\(said.bookmarkedAt()) \(dates.listed(bookmark.at))"
        return line
    }

    /// Who wrote it and where, how it begins, when it was bookmarked, and when its owner wants to be reminded.
    func about(_ bookmark: ListedBookmark) -> HTML {
        """
        <p class="meta">\(tags(bookmark))\(place(bookmark)) · <bdi>\(bookmark.author.name)</bdi></p>\(text(bookmark))
        <p class="meta">\(said.bookmarkedAt()) \(call.time(bookmark.at))</p>\(reminder(bookmark))
        """
    }

    private func tags(_ bookmark: ListedBookmark) -> [HTML] {
        let isFirst = bookmark.number == 1
        return [
            tags.readers(bookmark.group.readers),
            isFirst ? "<span class=\"tag\">\(said.discussion())</span> " : HTML(),
        ]
    }

    private func place(_ bookmark: ListedBookmark) -> HTML {
        let group = bookmark.group
        return "\(group.isCommons ? bookmark.community : bookmark.community + " · " + group.name)"
    }

    private func text(_ bookmark: ListedBookmark) -> HTML {
        "<p class=\"excerpt\" dir=\"auto\"\(call.lang(bookmark.language))>\(bookmark.excerpt)</p>"
    }

    private func reminder(_ bookmark: ListedBookmark) -> HTML {
        guard let day = bookmark.remindOn else { return HTML() }
        let style: StaticString = day <= call.dayNumber ? "tag warn" : "tag info"
        let local = LocalTime(dayNumber: day), today = LocalTime(call.now, in: call.zone)
        let text = said.reminderOn(["day": call.words.day(local, today: today)])
        return "<p><span class=\"\(style.description)\">\(text)</span></p>"
    }

    private func buttons(_ bookmark: ListedBookmark) -> HTML {
        let hasReminder = bookmark.remindOn != nil
        let day = bookmark.remindOn.map { LocalTime(dayNumber: $0).date } ?? ""
        let change = hasReminder ? said.changeReminder() : said.setReminder()
        let removal = call.button(
            Paths.reminder(bookmark.post),
            said.removeReminder(),
            fields: [("remindOn", "")],
            about: bookmark.title
        )
        return """
            <a class="btn quiet" href="\(Paths.bookmark(bookmark.post))">\(change)<span class="vh"> \(bookmark.title)</span></a>\
            \(hasReminder ? removal : HTML())\
            \(call.button(Paths.removeBookmark, said.remove(), style: "btn quiet danger", fields: [("post", bookmark.post.description), ("remindOn", day)], about: bookmark.title))
            """
    }
}
