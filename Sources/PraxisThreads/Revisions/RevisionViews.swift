import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Every version of a post with what it changed, the newest first.
struct HistoryPageView: PageView {
    let call: Call
    let history: PostHistory

    var page: Page {
        let words = call.words.threads.write.history, view = RevisionView(call: call, history: history)
        var main = HTML()
        let older = history.revisions.dropFirst() + (history.earlier.map { [$0] } ?? [])
        for (index, revision) in history.revisions.enumerated() {
            main += view.section(revision, after: index < older.count ? older[older.startIndex + index] : nil)
        }
        if history.earlier != nil, let last = history.revisions.last {
            main += """
                <p><a href="\(Paths.history(history.post))?before=\(last.number)">\(words.earlier())</a></p>
                """
        }
        main += view.chooser
        let roles = call.env.capabilities.postRoles
        // What others correct, too, is nobody's own post.
        let what = roles.correction(of: history.role) == nil ? nil : roles[history.role]?.name(call.words)
        let title = what.map { words.headingOf(["what": $0]) } ?? words.heading(["name": history.author])
        var page = Page(title, main: main)
        view.frame(&page)
        return page
    }
}

/// The difference between two versions of the reader's choice.
struct ComparisonPageView: PageView {
    let call: Call
    let history: PostHistory
    let old: Revision
    let new: Revision

    var page: Page {
        let words = call.words.threads.write.history, view = RevisionView(call: call, history: history)
        var page = Page(
            words.comparison(["old": String(old.number), "new": String(new.number)]),
            main: view.section(new, after: old) + view.chooser
        )
        view.frame(&page)
        return page
    }
}

/// The versions of a post as pages show them.
private struct RevisionView {
    let call: Call
    let history: PostHistory

    private var words: HistoryWords { call.words.threads.write.history }

    /// The way back is to the post, and who reads it is said as there.
    func frame(_ page: inout Page) {
        page.crumbs = history.setting.crumbs.suffix(1).map { .init($0.name, Paths.post(history.post)) }
        page.lead = ReadersView(call: call).heading(history.setting.audience)
        if history.revisions.count > 1 {
            page.lead += "<p class=\"meta\">\(words.marks())</p>"
        } else if history.revisions.first?.number != 1, history.earlier == nil {
            page.lead += "<p class=\"meta\">\(words.noneKept())</p>"
        }
    }

    func section(_ revision: Revision, after old: Revision?) -> HTML {
        let number = ["number": String(revision.number)] as KeyValuePairs
        let isOnly = history.revisions.count == 1 && history.earlier == nil
        let title = revision.isCurrent ? isOnly ? words.only() : words.currentVersion(number) : words.version(number)
        let text: HTML =
            if let body = revision.body {
                """
                <div class="prose" dir="auto"\(call.lang(history.setting.language))><p class="kept">\(difference(from: old?.body ?? nil, to: body))</p></div>
                """
            } else {
                "<p class=\"empty\">\(words.sealed())</p>"
            }
        return """
            <section class="card diff" aria-labelledby="v\(revision.number)"><h2 id="v\(revision.number)">\(title)</h2>\
            <p class="meta">\(revision.writer), \(call.time(revision.writtenAt))</p>\(text)</section>

            """
    }

    /// Without a text to compare with, the text alone.
    private func difference(from old: String?, to new: String) -> HTML {
        guard let old else { return "\(new)" }
        // The page's own words, within a text that may be in another language.
        let own = call.words.language
        let ours: HTML = history.setting.language == own ? HTML() : " lang=\"\(own.rawValue)\""
        var shown = HTML()
        for part in RevisionPlan.difference(old, new) {
            switch part {
            case .same(let text): shown += "\(text)"
            case .added(let text): shown += "<ins><span class=\"vh\"\(ours)>\(words.added()) </span>\(text)</ins>"
            case .removed(let text): shown += "<del><span class=\"vh\"\(ours)>\(words.removed()) </span>\(text)</del>"
            }
        }
        return shown
    }

    /// Which two versions to compare; empty if fewer than three can be read, since the page compares each with the one before.
    var chooser: HTML {
        let readable = history.revisions.filter { $0.body != nil }.map(\.number)
        guard readable.count > 2, let newest = readable.first, let oldest = readable.last else { return HTML() }
        return """
            <form class="filters" method="get" action="\(Paths.history(history.post))">
            \(versionField("from", words.from(), readable, oldest))\(versionField("to", words.to(), readable, newest))
            <div><button class="btn alt">\(words.compare())</button></div></form>
            """
    }

    private func versionField(_ name: String, _ label: String, _ numbers: [Int], _ chosen: Int) -> HTML {
        let options = numbers.map { number in
            "<option value=\"\(number)\"\(if: number == chosen, " selected")>\(number)</option>" as HTML
        }
        return """
            <div class="field"><label for="\(name)">\(label)</label><select id="\(name)" name="\(name)">\(options)</select></div>
            """
    }
}
