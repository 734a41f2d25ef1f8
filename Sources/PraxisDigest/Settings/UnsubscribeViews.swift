import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the page behind a link of the digest shows.
struct DigestLinkContent {
    let link: DigestLink
    let token: String
    let cadence: Cadence
    /// The name of the link's community, while its member belongs there.
    let community: String?

    var rhythm: Cadence.Rhythm { cadence.rhythm }
}

/// The page behind a link of the digest.
struct DigestLinkPageView: PageView {
    let call: Call
    let content: DigestLinkContent
    /// What was done just now.
    let done: DigestLinkAct?

    private var said: UnsubscribeWords { call.words.digest.leave }
    private var name: String { content.community ?? said.theCommunity() }

    var page: Page {
        var page = Page(title, main: HTML())
        page.banner = banner
        if content.rhythm == .none, done == nil { page.main += "<p>\(said.isOff())</p>" }
        if done != nil { page.main += "<p>\(said.canClose())</p>" }
        page.main += "\(stopCard)\(oftenCard)<p>\(said.note())</p>"
        page.main += "<p>\(said.more()) <a href=\"\(Paths.mailSettings)\">\(said.toSettings())</a></p>"
        return page
    }

    /// What the page is for, and after that the outcome.
    private var title: String {
        switch (done, content.link.scope) {
        case (.stop, _), (.stopAll, _), (.often, _): said.titleDone()
        case (.undo, .community), (nil, .community): said.titleOne(["community": name])
        case (.undo, .digest), (nil, .digest): said.title()
        }
    }

    private var banner: HTML {
        let undo = act("undo", call.words.common.undo(), style: "btn quiet")
        switch (done, content.link.scope) {
        case (nil, _): return HTML()
        case (.undo, _): return call.banner(said.undone())
        case (.often, _): return call.banner(said.oftenSaved())
        case (.stop, .community): return call.banner(said.stoppedOne(["community": name]), undo: undo)
        case (.stop, .digest), (.stopAll, _):
            return call.banner(said.stopped(["site": call.env.settings.name]), undo: undo)
        }
    }

    /// The buttons that stop something, unless it has been stopped just now.
    private var stopCard: HTML {
        if content.rhythm == .none { return HTML() }
        switch content.link.scope {
        case .digest:
            return
                "<section class=\"card\"><p>\(said.text())</p>\(act("stop", said.stop(), style: "btn"))</section>"
        case .community:
            let one: HTML = """
                <p>\(said.stopOneText(["community": name]))</p>\
                \(act("stop", said.stopOne(["community": name]), style: "btn"))
                """
            return """
                \(if: done != .stop, "<section class=\"card\">\(one)</section>")<section class="card"><h2>\(said.stopInstead())</h2>\
                \(act("stop-all", said.stop(), style: "btn alt"))</section>
                """
        }
    }

    private var oftenCard: HTML {
        """
        <section class="card" id="often"><h2>\(said.oftenInstead())</h2><form method="post" action="\(Paths.mailLink(content.token))">\
        <input type="hidden" name="do" value="often">\
        \(call.radios("rhythm", call.words.digest.settings.often(), rhythms, chosen: content.rhythm.rawValue, []))\
        <div class="actions"><button class="btn alt" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button></div></form></section>
        """
    }

    /// How often a digest may come; the choice of single days says which those are, as they are chosen elsewhere.
    private var rhythms: [FormChoice] {
        let names = call.words.dates.weekdays.enumerated().filter { content.cadence.days.contains($0.offset) }.map(
            \.element
        )
        return call.words.digest.settings.rhythms.map { choice in
            guard choice.value == Cadence.Rhythm.daily.rawValue, !names.isEmpty else { return choice }
            var choice = choice
            choice.hint = said.onDays(["days": names.joined(separator: ", ")])
            return choice
        }
    }

    /// A form that is one button and needs no token but the link's own.
    private func act(_ what: StaticString, _ label: String, style: StaticString) -> HTML {
        """
        <form method="post" action="\(Paths.mailLink(content.token))"><input type="hidden" name="do" value="\(what.description)">\
        <button class="\(style.description)" data-busy="\(call.words.common.saving())">\(label)</button></form>
        """
    }
}

/// The answer to a link that does not hold.
struct BadMailLinkPageView: PageView {
    let call: Call

    private var said: UnsubscribeWords { call.words.digest.leave }

    var page: Page {
        Page(
            said.badTitle(),
            main: """
                <p>\(said.badText())</p><p>\(said.badHint())</p>
                <div class="actions"><a class="btn" href="\(Paths.mailSettings)">\(said.toSettings())</a></div>
                """
        )
    }
}
