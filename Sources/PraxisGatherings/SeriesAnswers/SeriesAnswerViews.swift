import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What its reader says of all dates of a series to come; empty for readers who may not answer, and for a series without such dates.
struct SeriesComingView {
    let call: Call
    let series: SeriesID
    /// The slug of its community.
    let community: String
    /// What the reader said of it before.
    let own: GatheringAnswer?

    private var said: SeriesAnswerWords { call.words.gatherings.series.answers }

    var html: HTML {
        """
        <section class="card" aria-labelledby="coming-h"><h2 id="coming-h">\(own == nil ? said.question() : said.heading())</h2>
        \(own.map { "<p><strong>\(said.sentence($0))</strong></p>" as HTML })\
        <form class="row no-print" method="post" action="\(Paths.answerSeries(community, series))">\(call.tokenField)\
        \(each: GatheringAnswer.allCases, button)</form><p class="hint">\(said.hint())</p></section>

        """
    }

    private func button(_ answer: GatheringAnswer) -> HTML {
        """
        <button class="btn alt" name="answer" value="\(answer.rawValue)" aria-pressed="\(own == answer ? "true" : "false")">\
        \(said.choice(answer))</button>
        """
    }
}

extension SeriesAnswerWords {
    /// What a member said of a series, to them.
    func sentence(_ answer: GatheringAnswer) -> String {
        switch answer {
        case .yes: youCome()
        case .maybe: youMay()
        case .no: youDoNot()
        }
    }

    fileprivate func choice(_ answer: GatheringAnswer) -> String {
        switch answer {
        case .yes: yes()
        case .maybe: maybe()
        case .no: no()
        }
    }
}
