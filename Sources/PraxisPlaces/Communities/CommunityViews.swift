package import HTML
package import PraxisCapability
import PraxisCommunity
import PraxisDomain
package import PraxisWeb
import PraxisWords

extension CommunityTab {
    static let discussions = CommunityTab(10, { $0.communities.discussions() }, title: { $1 }, at: \.home)
    static let people = CommunityTab(
        20,
        if: SeeMembers.self,
        { $0.communities.people() },
        title: { $0.peoplePage.title(["name": $1]) },
        at: \.members
    )
    static let about = CommunityTab(
        30,
        { $0.communities.about() },
        title: { $0.peoplePage.aboutTitle(["name": $1]) },
        at: \.about
    )
}

extension Call {
    /// A page of a community with its tabs, its banners and its aside.
    package func communityPage(_ view: CommunityView, tab: CommunityTab, _ main: HTML) -> Page {
        let line = view.details.line, place = PlacePaths(community: line.slug)
        var page = Page(tab.title(words, line.name), main: "\(concern(line))\(tabs(view, tab))\n\(main)")
        if tab.path(place) == place.home {
            page.crumbs = [.init(words.communities.title(), Paths.communities)]
            page.heading = lang(line.language)
        } else {
            page.crumbs = communityCrumbs(line)
        }
        page.shape = .columns
        page.banner = placeBanner() + agreementBanner(view)
        page.aside = .init(
            words.communities.aboutCommunity(),
            "\(groupsCard(view))\(careCard(view))\(readersCard(view))"
        )
        page.current = Paths.communities
        return page
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
        let place = PlacePaths(community: view.details.line.slug), path = current.path(place)
        let tabs = env.capabilities.tabs.filter { $0.isShown(view.facts) }.map { ($0.path(place), $0.label(words)) }
        return """
            <nav class="tabs" aria-label="\(view.details.line.name)"><ul>\
            \(each: tabs, { "<li><a href=\"\($0)\"\(if: $0 == path, " aria-current=\"page\"")>\($1)</a></li>" as HTML })</ul></nav>
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
