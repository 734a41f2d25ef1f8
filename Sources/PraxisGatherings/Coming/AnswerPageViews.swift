import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Who answered a date, by what they said, and what its hosts wrote to the reader by that; for its hosts also what people need.
struct AnswersPageView: PageView {
    let call: Call
    let shown: AnswersWithMessages

    init(call: Call, read: AnswersWithMessages) { (self.call, shown) = (call, read) }

    private var read: ReadAnswers { shown.answers }
    private var messages: HostMessagesView { HostMessagesView(call: call, read: shown) }
    private var said: GatheringAnswerWords { call.words.gatherings.answers }

    var page: Page {
        var page = Page(
            said.title(),
            main: """
                <p><strong dir="auto">\(read.title)</strong><br>\(GatheringTimeView(call: call, gathering: read.gathering).time)</p>
                \(messages.button)\(section(said.seats(), read.seated, read.seated.count))\(section(said.list(), read.waiting, read.waiting.count))\
                \(section(said.perhaps(), read.said(.maybe), read.said(.maybe).count))\
                \(section(said.notComing(), read.isHost ? read.said(.no) : [], read.said(.no).count))
                \(messages.html)
                """
        )
        page.banner = messages.banner
        page.lead =
            ReadersStrip(.members, "\(said.namesReaders())\(if: read.isHost, " \(said.needsReaders())")", call.words)
            .html
        page.crumbs = [.init(read.title, Paths.thread(read.gathering.thread))]
        page.current = Paths.communities
        return page
    }

    private func section(_ heading: String, _ rows: [AnswerRow], _ count: Int) -> HTML {
        if count == 0 { return HTML() }
        let people: HTML = "<ol>\(each: rows, person)</ol>"
        return """
            <section class="card"><h2>\(heading) (\(count))</h2>\(if: read.namesPeople && !rows.isEmpty, people)</section>

            """
    }

    private func person(_ row: AnswerRow) -> HTML {
        let needs: HTML = "<p class=\"kept\" dir=\"auto\"><strong>\(said.needs())</strong> \(row.needs)</p>"
        return "<li><bdi>\(row.name)</bdi>\(if: read.isHost && !row.needs.isEmpty, needs)</li>\n"
    }
}

/// Where a member says whether they come, and what they need for it.
struct AnswerFormPageView: PageView {
    let call: Call
    let asked: AskedGathering
    let typed: Fields
    var errors: [FieldError] = []

    private var said: GatheringAnswerWords { call.words.gatherings.answers }

    var page: Page {
        let date = asked.date, thread = date.gathering.thread
        let main: HTML = """
            <p><strong dir="auto">\(date.title)</strong><br>\
            \(GatheringTimeView(call: call, gathering: date.gathering).time)</p>
            <form class="card" method="post" action="\(Paths.answer(thread))">\(call.tokenField)
            \(call.radios("answer", said.yourAnswer(), choices, chosen: typed.text("answer"), errors))
            \(needs)
            <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
            \(GoBackLink(call, Paths.thread(thread)).html)</div></form>
            """
        var page = Page(said.question(), main: main)
        page.banner = call.errorSummary(errors)
        page.lead = ReadersStrip(.members, "\(said.answerReaders())", call.words).html
        page.crumbs = [.init(date.title, Paths.thread(thread))]
        page.current = Paths.communities
        return page
    }

    private var choices: [FormChoice] {
        let seats = asked.answers.seats, own = asked.answers.own(asked.own?.member)
        return GatheringAnswer.allCases.map { FormChoice($0, call.words.gatherings.choice($0, after: own, seats)) }
    }

    private var needs: HTML {
        var field = Field("needs", said.needsField(), value: typed.text("needs"), errors: errors)
        (field.hint, field.isArea) = (said.needsHint(), true)
        return call.field(field)
    }
}
