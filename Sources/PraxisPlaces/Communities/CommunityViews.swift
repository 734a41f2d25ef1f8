import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The tabs of a community's pages.
enum CommunityTab { case discussions, people, about }

extension Call {
    /// A page of a community with its tabs, its banners and its aside.
    func communityPage(_ view: CommunityView, tab: CommunityTab, _ main: HTML) -> Page {
        let line = view.details.line
        var page = Page(title(of: tab, line.name), main: "\(concern(line))\(tabs(view, tab))\n\(main)")
        page.crumbs =
            tab == .discussions ? [.init(words.communities.title(), Paths.communities)] : communityCrumbs(line)
        if tab == .discussions { page.heading = lang(line.language) }
        page.shape = .columns
        page.banner = placeBanner() + agreementBanner(view)
        page.aside = .init(
            words.communities.aboutCommunity(),
            "\(groupsCard(view))\(careCard(view))\(readersCard(view))"
        )
        page.current = Paths.communities
        return page
    }

    private func title(of tab: CommunityTab, _ name: String) -> String {
        switch tab {
        case .discussions: name
        case .people: words.peoplePage.title(["name": name])
        case .about: words.peoplePage.aboutTitle(["name": name])
        }
    }

    /// The content of the first tab: the discussions, or the way in for viewers who may not read them.
    func discussions(_ view: CommunityView, _ content: PlaceSlot.Content?) -> HTML {
        guard let content else {
            if view.facts.community?.part?.standing == .suspended { return HTML() }
            return "\(wayIn(view))<p class=\"meta\">\(words.communities.untilYouJoin())</p>"
        }
        return """
            \(content.action)\(if: view.rights.joins || !view.rights.isSignedIn, wayIn(view))
            \(content.main)
            """
    }

    /// What the community is about, what joining it takes, and its agreement.
    func aboutCommunity(_ view: CommunityView) -> HTML {
        let communities = words.communities, line = view.details.line
        return """
            <dl class="facts"><dt>\(communities.whoReads())</dt><dd>\(words.readers(of: line.visibility))</dd>\
            <dt>\(communities.howToJoin())</dt><dd>\(words.sentence(on: line.joining))</dd></dl>
            \(if: view.rights.joins || !view.rights.isSignedIn, wayIn(view))\(agreement(view))
            \(if: view.rights.leaves, "<p><a href=\"\(Paths.leaveCommunity(line.slug))\">\(communities.leave())</a></p>")
            """
    }

    private func agreement(_ view: CommunityView) -> HTML {
        guard let agreement = view.details.agreement else {
            return "<p class=\"meta\">\(words.communities.noAgreement())</p>"
        }
        let line = view.details.line
        return """
            \(agreementText(agreement.html, line.language, version: line.agreementVersion, at: agreement.at))
            <p><a href="\(Paths.agreement(line.slug))">\(words.communities.earlierVersions())</a></p>
            """
    }

    private func concern(_ line: CommunityLine) -> HTML {
        if line.domain.isEmpty { return HTML() }
        return """
            <div class="inset plain"><p><strong>\(words.communities.concern())</strong> <span\(lang(line.language))>\(line.domain)</span>\
            \(if: line.agreementVersion > 0, " <a href=\"\(Paths.agreement(line.slug))\">\(words.communities.agreement())</a>")</p></div>
            """
    }

    private func tabs(_ view: CommunityView, _ current: CommunityTab) -> HTML {
        let communities = words.communities, slug = view.details.line.slug
        var tabs = [(CommunityTab.discussions, Paths.community(slug), communities.discussions())]
        if view.rights.seesMembers { tabs.append((.people, Paths.members(slug), communities.people())) }
        tabs.append((.about, Paths.about(slug), communities.about()))
        return """
            <nav class="tabs" aria-label="\(view.details.line.name)"><ul>\
            \(each: tabs, { "<li><a href=\"\($0.1)\"\(if: $0.0 == current, " aria-current=\"page\"")>\($0.2)</a></li>" as HTML })</ul></nav>
            """
    }

    /// The new version of the agreement asks to be accepted.
    func agreementBanner(_ view: CommunityView) -> HTML {
        agreementBanner(view.details, isAsked: view.details.asksAgain(view.rights, at: now))
    }

    func agreementBanner(_ details: CommunityDetails, isAsked: Bool) -> HTML {
        guard isAsked else { return HTML() }
        let communities = words.communities, line = details.line
        return """
            <div class="banner warn" role="status"><p>\(communities.agreementChanged()) \
            <a href="\(Paths.agreement(line.slug))">\(communities.readAgreement())</a></p>\
            \(button(Paths.agreement(line.slug), communities.acceptAgreement(), style: "btn alt",
                     fields: [("agreement", String(line.agreementVersion))]))</div>
            """
    }
}
