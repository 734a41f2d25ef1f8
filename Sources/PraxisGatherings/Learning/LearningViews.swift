import HTML
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A year of what a member has learnt, with the minutes of each category.
struct LearningPageView: PageView {
    let call: Call
    let learning: LearningYear

    private var said: GatheringLearningWords { call.words.gatherings.learning }

    var page: Page {
        var page = Page(
            said.title(),
            main: """
                \(years)<div class="row no-print"><a class="btn" href="\(Paths.newLearning)">\(said.add())</a>\
                <a class="btn alt" href="\(Paths.learningFile)?year=\(learning.year)">\(said.file())</a></div>
                \(totals)\(lines)
                """
        )
        page.lead = ReadersStrip(.own, "\(said.readers())", call.words).html
        page.banner = banner
        page.crumbs = [.init(call.words.gatherings.title(), Paths.gatherings)]
        return page
    }

    private var banner: HTML {
        switch call.query["done"] {
        case "added": return call.banner(said.isAdded())
        case "removed":
            guard learning.canUndo, let entry = LearningEntryID(call.query.text("entry")) else { return HTML() }
            let undo = call.button(Paths.restoreLearning(entry), call.words.common.undo(), fields: [year])
            return call.banner(said.isRemoved(), undo: undo)
        default: return HTML()
        }
    }

    private var year: (String, String) { ("year", String(learning.year)) }

    private var years: HTML {
        if learning.years.count < 2 { return HTML() }
        func item(_ year: Int) -> HTML {
            """
            <li><a href="\(Paths.learning)?year=\(year)"\(if: year == learning.year, " aria-current=\"true\"")>\(year)</a></li>
            """
        }
        return """
            <nav class="tabs pick" aria-label="\(said.years())"><ul>\(each: learning.years, item)</ul></nav>

            """
    }

    private var totals: HTML {
        if learning.lines.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(said.totals(["year": String(learning.year)]))</h2>
            <dl class="facts">\(each: learning.totals, { "<dt><bdi>\(name($0.category))</bdi></dt><dd>\(said.minutes($0.minutes))</dd>" as HTML })\
            <dt>\(said.all())</dt><dd><strong>\(said.minutes(learning.minutes))</strong></dd></dl></section>

            """
    }

    private func name(_ category: String) -> String { category.isEmpty ? said.noCategory() : category }

    private var lines: HTML {
        if learning.lines.isEmpty {
            return "<p class=\"empty\">\(said.none(["year": String(learning.year)]))</p>"
        }
        return "<div class=\"card\"><ul class=\"threads\">\(each: learning.lines, line)</ul></div>"
    }

    private func line(_ line: LearningLine) -> HTML {
        let about = [call.words.date(line.day), name(line.category), said.minutes(line.minutes)].joined(
            separator: " · "
        )
        let reflection: HTML = "<p class=\"kept\" dir=\"auto\">\(line.reflection)</p>"
        return """
            <li><h3 dir="auto">\(title(line))</h3><p class="meta"><bdi>\(about)</bdi></p>\(if: !line.reflection.isEmpty, reflection)\
            \(remove(line))</li>

            """
    }

    private func title(_ line: LearningLine) -> HTML {
        switch line.source {
        case .entry: return "\(line.title)"
        case .date(let date):
            if line.title.isEmpty { return "\(said.dateUnread())" }
            return "<a href=\"\(Paths.thread(date))\">\(line.title)</a>"
        }
    }

    private func remove(_ line: LearningLine) -> HTML {
        guard case .entry(let entry) = line.source else { return HTML() }
        let button = call.button(Paths.removeLearning(entry), said.remove(), fields: [year], about: line.title)
        return "<div class=\"row no-print\">\(button)</div>"
    }
}

/// The form that notes something.
struct LearningFormPageView: PageView {
    let call: Call
    let typed: Fields
    var errors: [FieldError] = []

    private var said: GatheringLearningWords { call.words.gatherings.learning }

    var page: Page {
        let fields = GatheringFieldsView(call: call, typed: typed, errors: errors)
        let main: HTML = """
            <form class="card" method="post" action="\(Paths.newLearning)">\(call.tokenField)
            <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">
            \(fields.field("title", said.what()))
            \(fields.field("category", said.category(), hint: said.categoryHint()))
            \(fields.field("date", said.date(), type: "date"))
            \(fields.field("minutes", said.minutesField(), type: "number"))
            \(fields.field("reflection", said.reflection(), hint: said.reflectionHint(), isArea: true))
            <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
            \(GoBackLink(call, Paths.learning).html)</div></form>
            """
        var page = Page(said.add(), main: main)
        page.banner = call.errorSummary(errors, ["date": said.date(), "minutes": said.minutesField()])
        page.lead = ReadersStrip(.own, "\(said.readers())", call.words).html
        page.crumbs = [.init(said.title(), Paths.learning)]
        return page
    }
}
