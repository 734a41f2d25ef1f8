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
            \(section(call.words.communities.yours(), own))\(section(call.words.communities.others(), others))
            \(if: lines.isEmpty, "<p class=\"empty\">\(call.words.common.nothingHere())</p>")
            \(if: addsCommunities, "<div class=\"row\"><a class=\"btn alt\" href=\"\(Paths.newCommunity)\">\(call.words.communities.add())</a></div>")
            """
        var page = Page(call.words.communities.title(), main: main)
        page.banner = call.placeBanner()
        page.current = Paths.communities
        return page
    }

    private func section(_ title: String, _ lines: [CommunityLine]) -> HTML {
        if lines.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(title)</h2><ul class="threads">\(each: lines, line)</ul></section>
            """
    }

    private func line(_ community: CommunityLine) -> HTML {
        let role = community.role(at: call.now)
        let meta = role.map { call.words.name(of: $0) } ?? call.words.name(of: community.joining)
        return """
            <li><h3\(call.lang(community.language))><a href="\(Paths.community(community.slug))">\(community.name)</a></h3>\
            \(if: !community.domain.isEmpty, "<p\(call.lang(community.language))>\(community.domain)</p>")<p class="meta">\(meta)</p></li>
            """
    }
}

extension Words {
    func name(of joining: Joining) -> String {
        switch joining {
        case .open: communities.joinOpen()
        case .request: communities.joinRequest()
        case .invite: communities.joinInvite()
        }
    }

    func sentence(on joining: Joining) -> String {
        switch joining {
        case .open: communities.joiningOpen()
        case .request: communities.joiningRequest()
        case .invite: communities.joiningInvite()
        }
    }

    func readers(of visibility: CommunityVisibility) -> String {
        switch visibility {
        case .public: communities.readersPublic()
        case .members: communities.readersMembers()
        case .hidden: communities.readersHidden()
        }
    }
}
