import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The communities that the viewer may know of, their own first.
struct CommunitiesPageView: PageView {
    let call: Call
    let lines: [CommunityLine]
    let addsCommunities: Bool

    var page: Page {
        let now = call.now
        let sorted = lines.sorted { TypedText.folded($0.name) < TypedText.folded($1.name) }
        let own = sorted.filter { $0.role(at: now) != nil }
        let others = sorted.filter { $0.role(at: now) == nil }
        let main: HTML = """
            \(section(call.words.communities.yours(), own))\(section(call.words.communities.others(), others, isAlone: call.viewer.member == nil))
            \(if: lines.isEmpty, empty)
            \(if: addsCommunities, "<div class=\"row\"><a class=\"btn alt\" href=\"\(Paths.newCommunity)\">\(call.words.communities.add())</a></div>")
            """
        var page = Page(call.words.communities.title(), main: main)
        page.banner = call.placeBanner()
        page.current = Paths.communities
        return page
    }

    /// What will stand here, and for visitors how to see more of it.
    private var empty: HTML {
        let signIn: HTML = "<br><a class=\"btn\" href=\"\(Paths.signIn)\">\(call.words.common.signIn())</a>"
        return """
            <p class="empty">\(call.words.communities.noneToSee())\(if: call.viewer.member == nil, signIn)</p>
            """
    }

    /// To a visitor there are no others.
    private func section(_ title: String, _ lines: [CommunityLine], isAlone: Bool = false) -> HTML {
        if lines.isEmpty { return HTML() }
        let heading: HTML =
            isAlone ? "<h2 class=\"vh\">\(call.words.communities.title())</h2>" : "<h2>\(title)</h2>"
        return """
            <section class="card">\(heading)<ul class="threads">\(each: lines, line)</ul></section>
            """
    }

    private func line(_ community: CommunityLine) -> HTML {
        """
        <li><h3\(call.lang(community.language))><a href="\(Paths.community(community.slug))">\(community.name)</a></h3>\
        \(if: !community.domain.isEmpty, "<p\(call.lang(community.language))>\(community.domain)</p>")\
        <p class="meta">\(meta(of: community))</p></li>
        """
    }

    /// Who can see it, and what the viewer is beyond a member; of others, how to join them; where its people are.
    private func meta(of community: CommunityLine) -> HTML {
        let role = community.role(at: call.now)
        let part = role.map { $0 == .member ? nil : call.words.name(of: $0) } ?? call.words.name(of: community.joining)
        let audience = call.words.name(of: community.visibility)
        let facts = [audience, part, RegionView(call: call, line: community).inLine].compactMap { $0 }
        return "\(community.visibility.icon.html) \(facts.joined(separator: " · "))"
    }
}

/// Where the people of a community are; empty if it does not say.
struct RegionView {
    let call: Call
    let line: CommunityLine

    /// Among other facts, in a `dl`.
    var fact: HTML {
        if line.region.isEmpty { return HTML() }
        return "<dt>\(call.words.communities.region())</dt><dd dir=\"auto\">\(line.region)</dd>"
    }

    /// In a line with other words; nil if it does not say.
    var inLine: String? { line.region.isEmpty ? nil : call.words.communities.inRegion(["region": line.region]) }
}

extension Words {
    func name(of joining: Joining) -> String {
        switch joining {
        case .open: communities.joinOpen()
        case .request: communities.joinRequest()
        case .invite: communities.joinInvite()
        }
    }

    /// The same for those who choose it.
    func settingHint(on joining: Joining) -> String {
        switch joining {
        case .open: communities.joiningOpenHint()
        case .request: communities.joiningRequestHint()
        case .invite: communities.joiningInviteHint()
        }
    }

    func sentence(on joining: Joining) -> String {
        switch joining {
        case .open: communities.joiningOpen()
        case .request: communities.joiningRequest()
        case .invite: communities.joiningInvite()
        }
    }
}
