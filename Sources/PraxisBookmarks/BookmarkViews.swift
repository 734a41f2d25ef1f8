import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Call {
    /// What a member has bookmarked: first what they wanted to be reminded of by today, then the rest.
    func bookmarksPage(_ list: BookmarkList) -> Page {
        let said = words.bookmarks
        var page = Page(said.title(), main: HTML())
        if list.due.isEmpty && list.page.bookmarks.isEmpty && list.isFirst {
            page.main = "<p class=\"empty\">\(said.none())</p>"
        } else {
            page.main =
                "\(section(said.due(), list.due))\(section(list.due.isEmpty ? nil : said.others(), list.page.bookmarks))\(older(list.page))"
        }
        page.lead = "<p class=\"meta\">\(said.explanation())</p>"
        page.banner = bookmarkBanner
        page.current = Paths.bookmarks
        return page
    }

    /// One bookmark, with the form for its reminder.
    func bookmarkPage(_ bookmark: ListedBookmark, typed: String, _ errors: [FieldError]) -> Page {
        let said = words.bookmarks
        var day = Field("remindOn", said.remindOn(), value: typed, errors: errors)
        (day.hint, day.type) = (said.remindOnHint(), "date")
        day.attributes = " min=\"\(LocalTime(dayNumber: dayNumber).date)\""
        let main: HTML = """
            \(errorSummary(errors))<div class="card bookmark"><h2 dir="auto"\(lang(bookmark.language))>\(bookmark.title)</h2>\(about(bookmark))</div>
            <form method="post" action="\(Paths.postPart(bookmark.post, "reminder"))">\(tokenField)\(field(day))\
            <div class="actions"><button class="btn">\(words.common.save())</button>\(cancel(Paths.bookmarks))</div></form>
            """
        var page = Page(said.reminder(), main: main)
        page.crumbs = [.init(said.title(), Paths.bookmarks)]
        page.current = Paths.bookmarks
        return page
    }

    private func section(_ heading: String?, _ bookmarks: [ListedBookmark]) -> HTML {
        if bookmarks.isEmpty { return HTML() }
        return """
            <section class="card">\(heading.map { "<h2>\($0)</h2>" as HTML })<ul class="threads">\(each: bookmarks, bookmarkLine)</ul></section>

            """
    }

    private func older(_ page: BookmarkPage) -> HTML {
        guard let next = page.next else { return HTML() }
        return """
            <nav class="pages" aria-label="\(words.common.pages())"><ul><li><a href="\(Paths.bookmarks(after: next))" rel="next">\
            \(words.bookmarks.older())</a></li></ul></nav>
            """
    }

    private func bookmarkLine(_ bookmark: ListedBookmark) -> HTML {
        """
        <li class="bookmark"><h3 dir="auto"\(lang(bookmark.language))><a href="\(Paths.post(bookmark.post))">\(bookmark.title)</a></h3>
        \(about(bookmark))<div class="row">\(buttons(bookmark))</div></li>

        """
    }

    /// Who wrote it and where, how it begins, when it was bookmarked, and when its owner wants to be reminded.
    private func about(_ bookmark: ListedBookmark) -> HTML {
        let said = words.bookmarks, group = bookmark.group
        let place = group.isCommons ? bookmark.community : bookmark.community + " · " + group.name
        let reminder = bookmark.remindOn.map { day -> HTML in
            let style: StaticString = day <= dayNumber ? "tag warn" : "tag info"
            let local = LocalTime(dayNumber: day), today = LocalTime(now, in: zone)
            return
                "<p><span class=\"\(style.description)\">\(said.reminderOn(["day": words.day(local, today: today)]))</span></p>"
        }
        return """
            <p class="meta">\(confidentialTag(group.isConfidential))\(if: bookmark.number == 1, "<span class=\"tag\">\(said.discussion())</span> ")\
            <bdi>\(bookmark.author)</bdi> · \(place)</p>
            <p class="excerpt" dir="auto"\(lang(bookmark.language))>\(bookmark.excerpt)</p>
            <p class="meta">\(said.bookmarkedAt()) \(time(bookmark.at))</p>\(reminder)
            """
    }

    private func buttons(_ bookmark: ListedBookmark) -> HTML {
        let said = words.bookmarks, hasReminder = bookmark.remindOn != nil
        let day = bookmark.remindOn.map { LocalTime(dayNumber: $0).date } ?? ""
        let change = hasReminder ? said.changeReminder() : said.setReminder()
        let removal = button(
            Paths.postPart(bookmark.post, "reminder"),
            said.removeReminder(),
            fields: [("remindOn", "")],
            about: bookmark.title
        )
        return """
            <a class="btn quiet" href="\(Paths.postPart(bookmark.post, "bookmark"))">\(change)<span class="vh"> \(bookmark.title)</span></a>\
            \(hasReminder ? removal : HTML())\
            \(button(Paths.removeBookmark, said.remove(), style: "btn quiet danger", fields: [("post", bookmark.post.description), ("remindOn", day)], about: bookmark.title))
            """
    }

    /// What the last form did, with its undoing.
    private var bookmarkBanner: HTML {
        let said = words.bookmarks
        switch query["done"] {
        case "reminder-set": return banner(said.reminderSet())
        case "reminder-removed": return banner(said.reminderRemoved())
        case "restored": return banner(said.restored())
        case "removed":
            let undo = query["post"].flatMap { PostID($0) }.map { post in
                let fields = [("post", post.description), ("remindOn", query.text("remindOn"))]
                return button(Paths.restoreBookmark, words.common.undo(), fields: fields)
            }
            return banner(said.removed(), undo: undo ?? HTML())
        default: return HTML()
        }
    }
}
