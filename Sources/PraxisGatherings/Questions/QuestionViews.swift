import HTML
import Markdown
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// What a date is asked beforehand, above its posts: the most wanted first, with how many want to hear it and a button.
struct QuestionsView {
    let call: Call
    let gathering: Gathering
    let questions: Questions
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    private static let textScalars = 280
    /// What tells the buttons apart for those who do not see what they stand below.
    private static let labelScalars = 60
    /// More than these are folded.
    private static let shown = 8

    private var said: GatheringQuestionWords { call.words.gatherings.questions }
    private var isOpen: Bool { gathering.takesQuestions(at: call.now) }
    private var asks: Bool { isOpen && (facts.map { Policy.allows(AskQuestion.self, $0) } ?? false) }
    private var wants: Bool { isOpen && (facts.map { Policy.allows(WantAnswer.self, $0) } ?? false) }
    private var takesBack: Bool { isOpen && (facts.map { Policy.allows(UnwantAnswer.self, $0) } ?? false) }

    /// Empty where there are no questions and the reader asks none.
    var html: HTML {
        if questions.all.isEmpty, !asks { return HTML() }
        let (wants, takesBack) = (wants, takesBack)
        let lines = questions.all.map { line($0, wants: wants, takesBack: takesBack) }
        let ask: HTML = """
            <p class="no-print"><a class="btn alt" href="\(Paths.questions(gathering.thread))">\(said.ask())</a></p>
            """
        return """
            <section class="card" aria-labelledby="questions-h"><h2 id="questions-h">\(said.heading())</h2>
            \(if: lines.isEmpty, "<p>\(said.empty())</p>")\(list(lines.prefix(Self.shown)))\(folded(lines.dropFirst(Self.shown)))\
            \(if: asks, ask)</section>

            """
    }

    private func list(_ lines: ArraySlice<HTML>) -> HTML {
        lines.isEmpty ? HTML() : "<ol class=\"questions\">\(each: lines, { $0 })</ol>"
    }

    private func folded(_ lines: ArraySlice<HTML>) -> HTML {
        if lines.isEmpty { return HTML() }
        return "<details><summary>\(said.more(lines.count))</summary>\(list(lines))</details>"
    }

    private func line(_ asked: AskedQuestion, wants: Bool, takesBack: Bool) -> HTML {
        let count = questions.wanted(asked.post), member = facts?.viewer.member
        let isMine = questions.isWanted(asked.post, by: member)
        let hasButton = asked.author != member && (isMine ? takesBack : wants)
        let text = Markdown.excerpt(asked.plain, scalars: Self.textScalars)
        return """
            <li><p dir="auto"><a href="\(Paths.post(asked.post))">\(text)</a></p>
            <p class="meta"><bdi>\(asked.name)</bdi>\(if: count > 0, " · \(said.wanted(count))")</p>\
            \(if: hasButton, button(asked, isMine: isMine))</li>

            """
    }

    private func button(_ asked: AskedQuestion, isMine: Bool) -> HTML {
        let label = Markdown.excerpt(asked.plain, scalars: Self.labelScalars)
        return """
            <form class="no-print" method="post" action="\(isMine ? Paths.unwant(asked.post) : Paths.want(asked.post))">\(call.tokenField)\
            <button class="btn alt" aria-pressed="\(isMine ? "true" : "false")">\(said.want())\
            <span class="vh"> <bdi>\(label)</bdi></span></button></form>
            """
    }
}
