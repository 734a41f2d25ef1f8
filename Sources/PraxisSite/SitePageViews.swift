import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Help, privacy or accessibility: what is true of every site, then what the people who run this one add.
struct SitePageView: PageView {
    let call: Call
    let kind: SiteText.Kind
    let profile: SiteProfile

    private var said: SiteInfoWords { call.words.siteInfo }

    var page: Page {
        let guide = said.guide(kind)
        var page = Page(
            guide.title,
            main: """
                <div class="card guide">\(each: guide.passages, section)</div>
                \(SiteTextView(call: call, profile: profile).card(kind))
                """
        )
        page.lead = "<p class=\"lead\">\(guide.lead)</p>"
        return page
    }

    private func section(_ passage: SitePassage) -> HTML {
        "<h2>\(passage.heading())</h2><p>\(passage.text())</p>"
    }
}

/// How to reach the people who run the site, or a member's communities if that is not said.
struct ContactPageView: PageView {
    let call: Call
    let profile: SiteProfile
    /// The member's own, whose people are to be asked; nil if the site says how to reach those who run it.
    let communities: [ContactCommunity]?

    private var said: SiteInfoWords { call.words.siteInfo }

    var page: Page {
        guard let communities else { return contact }
        var page = Page(
            said.contactTitle(),
            main: """
                <p class="empty">\(said.contactNone())</p>\
                \(if: !communities.isEmpty, """
                    <p>\(said.contactManagers())</p><ul class="links">\(each: communities, people)</ul>
                    """)
                """
        )
        if Policy.allows(ChangeSite.self, Facts(viewer: call.viewer, now: call.now)) {
            page.main += "<p><a class=\"btn\" href=\"\(Paths.siteSettings)\">\(said.contactAdd())</a></p>"
        }
        return page
    }

    private func people(_ community: ContactCommunity) -> HTML {
        "<li><a href=\"\(PlacePaths(community: community.slug).members)\"\(call.lang(community.language))>\(community.name)</a></li>"
    }

    private var contact: Page {
        let shown = SiteTextView(call: call, profile: profile)
        var page = Page(
            said.contactTitle(),
            main: "<section class=\"card\">\(shown.organisation)\(mail)\(shown.text(.contact))</section>"
        )
        page.lead = "<p class=\"lead\">\(said.contactLead())</p>"
        return page
    }

    private var mail: HTML {
        if profile.email.isEmpty { return HTML() }
        return "<p class=\"head-link\"><a href=\"mailto:\(profile.email)\">\(profile.email)</a></p>"
    }
}

/// The texts of a site as a reader is shown them.
struct SiteTextView {
    let call: Call
    let profile: SiteProfile

    private func shown(_ kind: SiteText.Kind) -> SiteText? {
        profile.shown(kind, in: [call.words.language] + call.env.settings.languages)
    }

    /// The name of the people who run the site, as a heading; empty if it is not said.
    var organisation: HTML {
        guard let name = shown(.organisation) else { return HTML() }
        return "<h2 dir=\"auto\"\(call.lang(name.language))>\(name.body)</h2>"
    }

    /// What was typed, as HTML.
    func text(_ kind: SiteText.Kind) -> HTML? {
        guard let text = shown(kind) else { return nil }
        return "<div class=\"prose\" dir=\"auto\"\(call.lang(text.language))>\(HTML(trusted: text.html))</div>"
    }

    /// The same in a card of its own, under who says it; empty if absent.
    func card(_ kind: SiteText.Kind) -> HTML {
        guard let text = text(kind) else { return HTML() }
        let said = call.words.siteInfo
        let heading = shown(.organisation).map { said.ownFrom(["organisation": $0.body]) } ?? said.own()
        return "<section class=\"card\"><h2>\(heading)</h2>\(text)</section>"
    }
}
