package import HTML
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisWeb
package import PraxisWords

extension CommunityTab {
    static let discussions = CommunityTab(10, { $0.communities.discussions() }, at: \.home)
    static let people = CommunityTab(20, if: SeeMembers.self, { $0.communities.people() }, at: \.members)
    static let about = CommunityTab(30, { $0.communities.about() }, at: \.about)
}

/// A page of a community with its tabs, its banners and its aside.
package struct CommunityPageView: PageView {
    package let call: Call
    let view: CommunityView
    let tab: CommunityTab
    let content: HTML
    /// What capabilities have to show beside the list; nil on the other tabs, and for viewers who do not read here.
    var slots: PlaceSlot.Content?

    /// The page of `tab`, with `content` below the tabs.
    package init(call: Call, view: CommunityView, tab: CommunityTab, content: HTML) {
        self.call = call
        self.view = view
        self.tab = tab
        self.content = content
    }

    private var line: CommunityLine { view.details.line }
    private var place: PlacePaths { PlacePaths(community: line.slug) }

    package var page: Page {
        var page = Page(line.name, main: "\(concern)\(tabs)\n\(content)")
        page.crumbs = [.init(call.words.communities.title(), Paths.communities)]
        page.heading = call.lang(line.language)
        if tab.path(place) != place.home { page.place = tab.label(call.words) }
        page.shape = .list
        // Members know who else can post, and how one joins.
        let readers = CommunityReadersView(visibility: line.visibility, words: call.words, isBrief: view.rights.leaves)
        let people = ReadersStrip(
            .members,
            "\(call.words.communities.readersPeople(["community": line.name]))",
            call.words
        )
        page.lead =
            (tab.path(place) == place.members ? people.html : readers.html) + PrintedFrom(tab.path(place), call).html
        let asksAgain = view.details.asksAgain(view.rights, at: call.now)
        page.banner = call.placeBanner() + AgreementView(call: call).banner(view.details, isAsked: asksAgain)
        page.aside = .init(
            call.words.communities.aboutCommunity(),
            CommunityAsideView(call: call, view: view, slots: slots).html
        )
        page.current = Paths.communities
        return page
    }

    /// What it is about, for those who do not belong; for members it stands beside the list.
    private var concern: HTML {
        if line.domain.isEmpty || view.rights.leaves { return HTML() }
        return ConcernView(call: call, line: line).html
    }

    /// The tabs, and what there is to do here beside them.
    private var tabs: HTML {
        guard let action = slots?.action, !action.bytes.isEmpty else { return links }
        return "<div class=\"row\">\(links)\(action)</div>"
    }

    private var links: HTML {
        let place = place, path = tab.path(place)
        let tabs = call.env.capabilities.tabs.filter { $0.isShown(view.facts) }.map {
            ($0.path(place), $0.label(call.words))
        }
        return """
            <nav class="tabs" aria-label="\(line.name)"><ul>\
            \(each: tabs, { "<li><a href=\"\($0)\"\(if: $0 == path, " aria-current=\"page\"")>\($1)</a></li>" as HTML })\
            \(if: !view.groups.isEmpty, "<li class=\"narrow\"><a href=\"#groups\">\(call.words.communities.groups())</a></li>")</ul></nav>
            """
    }
}

/// Who can read what stands in a community, but for groups that say otherwise: under the heading of each of its tabs.
struct CommunityReadersView {
    let visibility: CommunityVisibility
    let words: Words
    /// In one short sentence.
    let isBrief: Bool

    var html: HTML {
        let sentence = isBrief ? words.briefReaders(of: visibility) : words.readers(of: visibility)
        return ReadersStrip(visibility.reach, "\(sentence)", words).html
    }
}

extension ReadersStrip {
    /// Who can read what stands in a community of that visibility, but for groups that say otherwise.
    package init(of visibility: CommunityVisibility, _ words: Words) {
        self.init(visibility.reach, "\(words.readers(of: visibility))", words)
    }

    /// Who can read what stands in a group.
    package init(of group: GroupLine, in community: CommunityLine, _ words: Words) {
        let groups = words.groups
        let (reach, sentence): (Reach, String) =
            if !group.kind.isReadByAll(group.access) {
                (group.kind.isConfidential ? .confidential : .members, groups.readersJoined())
            } else if community.visibility == .public {
                (.everyone, groups.readersPublic())
            } else {
                (.members, groups.readersOpen(["community": community.name]))
            }
        self.init(reach, "\(sentence)", words)
    }
}

extension CommunityVisibility {
    /// The sign that stands beside its name.
    package var icon: Icon {
        switch self {
        case .public: .globe
        case .members: .people
        case .hidden: .hidden
        }
    }

    fileprivate var reach: ReadersStrip.Reach {
        switch self {
        case .public: .everyone
        case .members: .members
        case .hidden: .hidden
        }
    }
}

extension Words {
    /// Who can see a community, in a word.
    package func name(of visibility: CommunityVisibility) -> String {
        switch visibility {
        case .public: communities.visibilityPublic()
        case .members: communities.visibilityMembers()
        case .hidden: communities.visibilityHidden()
        }
    }

    func readers(of visibility: CommunityVisibility) -> String {
        switch visibility {
        case .public: communities.readersPublic()
        case .members: communities.readersMembers()
        case .hidden: communities.readersHidden()
        }
    }

    fileprivate func briefReaders(of visibility: CommunityVisibility) -> String {
        visibility == .public ? communities.readersPublicBrief() : communities.readersMembersBrief()
    }
}

/// What a community is about, with the way to its agreement.
private struct ConcernView {
    let call: Call
    let line: CommunityLine

    var html: HTML {
        let communities = call.words.communities
        return """
            <div class="inset plain"><p><strong>\(communities.concern())</strong> <span\(call.lang(line.language))>\(line.domain)</span>\
            \(if: line.agreementVersion > 0, " <a href=\"\(Paths.agreement(line.slug))\">\(communities.agreement())</a>")</p></div>
            """
    }
}

/// The content of the first tab: the discussions, or the way in for viewers who may not read them.
struct DiscussionsView {
    let call: Call
    let view: CommunityView
    let content: PlaceSlot.Content?

    var html: HTML {
        let wayIn = WayInView(call: call, view: view)
        guard let content else {
            if view.facts.community?.part?.standing == .suspended { return HTML() }
            return "\(wayIn.html)<p class=\"meta\">\(call.words.communities.untilYouJoin())</p>"
        }
        return """
            \(if: view.rights.joins || !view.rights.isSignedIn, wayIn.html)
            \(content.main)
            """
    }
}

/// What the community is about, what joining it takes, and its agreement.
struct AboutCommunityView {
    let call: Call
    let view: CommunityView

    var html: HTML {
        let communities = call.words.communities, line = view.details.line
        return """
            \(if: view.rights.leaves && !line.domain.isEmpty, ConcernView(call: call, line: line).html)\
            <dl class="facts"><dt>\(communities.whoReads())</dt><dd>\(call.words.readers(of: line.visibility))</dd>\
            <dt>\(communities.howToJoin())</dt><dd>\(call.words.sentence(on: line.joining))</dd>\(RegionView(call: call, line: line).fact)</dl>
            \(if: view.rights.joins || !view.rights.isSignedIn, WayInView(call: call, view: view).html)\(agreement)
            \(if: view.rights.leaves, "<p><a href=\"\(Paths.leaveCommunity(line.slug))\">\(communities.leave())</a></p>")
            """
    }

    private var agreement: HTML {
        guard let agreement = view.details.agreement else {
            return "<p class=\"meta\">\(call.words.communities.noAgreement())</p>"
        }
        let line = view.details.line
        return """
            \(AgreementView(call: call).text(agreement.html, line.language, version: line.agreementVersion, at: agreement.at))
            <p><a href="\(Paths.agreement(line.slug))">\(call.words.communities.earlierVersions())</a></p>
            """
    }
}
