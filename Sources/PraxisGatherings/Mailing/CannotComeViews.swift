import HTML
import PraxisDigest
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The page behind the link "I cannot come" of a mail, whose reader is not signed in.
struct CannotComePageView: PageView {
    let call: Call
    let token: String
    let linked: LinkedGathering
    /// Whether the button was pressed just now.
    let hasAnswered: Bool

    private var said: GatheringLinkWords { call.words.gatherings.mail.link }

    var page: Page {
        let isOpen = linked.gathering.takesAnswers(at: call.now)
        let time = GatheringTimeView(call: call, gathering: linked.gathering)
        let name: HTML = linked.title.map { "<strong dir=\"auto\">\($0)</strong><br>" } ?? HTML()
        let host: HTML = time.host.map { "<br><span class=\"meta\">\($0)</span>" } ?? HTML()
        let own = linked.own.map { call.words.gatherings.sentence($0, isOpen: isOpen) }
        var page = Page(
            said.title(),
            main: """
                <section class="card"><p>\(name)\(time.cancelled)\(time.time)\(host)</p>\
                \(own.map { "<p>\($0)</p>" as HTML })\(if: !isOpen, "<p>\(said.closed())</p>")\(if: isOpen, button)</section>
                <p>\(said.note())</p>
                """
        )
        if hasAnswered { page.banner = call.banner(linked.own?.answer == .no ? said.done() : said.undone()) }
        return page
    }

    private var button: HTML {
        if linked.own?.answer == .no {
            return "<p>\(said.againHint())</p>\(act("come", said.again(), style: "btn alt"))"
        }
        return act("cannot-come", call.words.gatherings.mail.cannotCome(), style: "btn")
    }

    /// A form that is one button and needs no token but the link's own.
    private func act(_ what: StaticString, _ label: String, style: StaticString) -> HTML {
        """
        <form method="post" action="\(Paths.mailLink(token))"><input type="hidden" name="do" value="\(what.description)">\
        <button class="\(style.description)" data-busy="\(call.words.common.saving())">\(label)</button></form>
        """
    }
}
