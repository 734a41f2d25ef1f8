import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the page behind a link in a mail shows.
struct MailLinkView {
    let link: DigestLink
    let token: String
    let cadence: Cadence
    /// The name of the link's community, while its member belongs there.
    let community: String?

    var rhythm: Cadence.Rhythm { cadence.rhythm }
}

extension Call {
    private var said: UnsubscribeWords { words.digest.leave }

    func mailLinkPage(_ view: MailLinkView, done: MailLinkAct?) -> Page {
        let name = view.community ?? said.theCommunity()
        var page = Page(linkTitle(view, done, name), main: HTML())
        page.banner = linkBanner(view, done, name)
        if view.rhythm == .none, done == nil { page.main += "<p>\(said.isOff())</p>" }
        if done != nil { page.main += "<p>\(said.canClose())</p>" }
        page.main += "\(stopCard(view, done, name))\(oftenCard(view))<p>\(said.note())</p>"
        page.main += "<p>\(said.more()) <a href=\"\(Paths.mailSettings)\">\(said.toSettings())</a></p>"
        return page
    }

    /// What the page is for, and after that the outcome.
    private func linkTitle(_ view: MailLinkView, _ done: MailLinkAct?, _ name: String) -> String {
        switch (done, view.link.scope) {
        case (.stop, _), (.stopAll, _), (.often, _): said.titleDone()
        case (.undo, .community), (nil, .community): said.titleOne(["community": name])
        case (.undo, .digest), (nil, .digest): said.title()
        }
    }

    private func linkBanner(_ view: MailLinkView, _ done: MailLinkAct?, _ name: String) -> HTML {
        let undo = act("undo", words.common.undo(), view, style: "btn quiet")
        switch (done, view.link.scope) {
        case (nil, _): return HTML()
        case (.undo, _): return banner(said.undone())
        case (.often, _): return banner(said.oftenSaved())
        case (.stop, .community): return banner(said.stoppedOne(["community": name]), undo: undo)
        case (.stop, .digest), (.stopAll, _): return banner(said.stopped(["site": env.settings.name]), undo: undo)
        }
    }

    /// The buttons that stop something, unless it has been stopped just now.
    private func stopCard(_ view: MailLinkView, _ done: MailLinkAct?, _ name: String) -> HTML {
        if view.rhythm == .none { return HTML() }
        switch view.link.scope {
        case .digest:
            return
                "<section class=\"card\"><p>\(said.text())</p>\(act("stop", said.stop(), view, style: "btn"))</section>"
        case .community:
            let one: HTML = """
                <p>\(said.stopOneText(["community": name]))</p>\
                \(act("stop", said.stopOne(["community": name]), view, style: "btn"))
                """
            return """
                \(if: done != .stop, "<section class=\"card\">\(one)</section>")<section class="card"><h2>\(said.stopInstead())</h2>\
                \(act("stop-all", said.stop(), view, style: "btn alt"))</section>
                """
        }
    }

    private func oftenCard(_ view: MailLinkView) -> HTML {
        """
        <section class="card" id="often"><h2>\(said.oftenInstead())</h2><form method="post" action="\(Paths.mailLink(view.token))">\
        <input type="hidden" name="do" value="often">\
        \(radios("rhythm", words.digest.settings.often(), rhythms(of: view.cadence), chosen: view.rhythm.rawValue, []))\
        <div class="actions"><button class="btn alt" data-busy="\(words.common.saving())">\(words.common.save())</button></div></form></section>
        """
    }

    /// How often a digest may come; the choice of single days says which those are, as they are chosen elsewhere.
    private func rhythms(of cadence: Cadence) -> [FormChoice] {
        let names = words.dates.weekdays.enumerated().filter { cadence.days.contains($0.offset) }.map(\.element)
        return rhythms.map { choice in
            guard choice.value == Cadence.Rhythm.daily.rawValue, !names.isEmpty else { return choice }
            var choice = choice
            choice.hint = said.onDays(["days": names.joined(separator: ", ")])
            return choice
        }
    }

    /// A form that is one button and needs no token but the link's own.
    private func act(_ what: StaticString, _ label: String, _ view: MailLinkView, style: StaticString) -> HTML {
        """
        <form method="post" action="\(Paths.mailLink(view.token))"><input type="hidden" name="do" value="\(what.description)">\
        <button class="\(style.description)" data-busy="\(words.common.saving())">\(label)</button></form>
        """
    }

    var badMailLinkPage: Page {
        Page(
            said.badTitle(),
            main: """
                <p>\(said.badText())</p><p>\(said.badHint())</p>
                <div class="actions"><a class="btn" href="\(Paths.mailSettings)">\(said.toSettings())</a></div>
                """
        )
    }
}
