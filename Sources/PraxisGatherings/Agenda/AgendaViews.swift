import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The agenda of a date, above its posts.
struct AgendaView {
    let call: Call
    let gathering: Gathering
    let items: [AgendaItem]
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    private var said: GatheringAgendaWords { call.words.gatherings.agenda }
    private var adds: Bool {
        facts.map { Policy.allows(AddToAgenda.self, $0) } ?? false && gathering.takesAnswers(at: call.now)
            && items.count < Limits.agendaItems
    }
    private var arranges: Bool { facts.map { Policy.allows(ArrangeAgenda.self, $0) } ?? false }

    /// Empty where there is nothing on it and the reader adds nothing.
    var html: HTML {
        if items.isEmpty, !adds { return HTML() }
        let add: HTML =
            "<p class=\"no-print\"><a class=\"btn alt\" href=\"\(Paths.newAgendaItem(gathering.thread))\">\(said.add())</a></p>"
        return """
            <section class="card" aria-labelledby="agenda-h"><h2 id="agenda-h">\(said.heading())</h2>
            \(if: items.isEmpty, "<p>\(said.empty())</p>")\(if: !items.isEmpty, "<ol class=\"spaced\">\(each: items, line)</ol>")\(length)\(if: adds, add)</section>

            """
    }

    private var length: HTML {
        let planned = items.compactMap(\.minutes).reduce(0, +)
        if planned == 0 || gathering.endAt <= call.now { return HTML() }
        return "<p class=\"meta\">\(said.length(planned, "whole", String(gathering.minutes)))</p>"
    }

    private func line(_ item: AgendaItem) -> HTML {
        let minutes = item.minutes.map { said.minutes($0) }
        let lead = item.lead.isEmpty ? nil : said.leads(["lead": item.lead])
        let about = [minutes, lead].compactMap { $0 }.joined(separator: " · ")
        return """
            <li><strong dir="auto">\(item.title)</strong>\(if: !about.isEmpty, " <span class=\"meta\"><bdi>\(about)</bdi></span>")\
            \(links(item))\(if: !item.outcome.isEmpty, outcome(item))</li>

            """
    }

    private func links(_ item: AgendaItem) -> HTML {
        var links: [HTML] = []
        if let thread = item.about { links.append("<a href=\"\(Paths.thread(thread))\">\(said.discussion())</a>") }
        if let post = item.outcomePost { links.append("<a href=\"\(Paths.post(post))\">\(said.outcomeThere())</a>") }
        if arranges || adds && item.author == facts?.viewer.member {
            links.append(
                """
                <a class="no-print" href="\(Paths.agendaItem(item.id))">\(said.change())<span class="vh"> \(item.title)</span></a>
                """
            )
        }
        if links.isEmpty { return HTML() }
        return "<br>\(each: links.enumerated(), { "\(if: $0.offset > 0, " · ")\($0.element)" as HTML })"
    }

    private func outcome(_ item: AgendaItem) -> HTML {
        "<p class=\"kept\" dir=\"auto\"><strong>\(said.outcome()):</strong> \(item.outcome)</p>"
    }
}
