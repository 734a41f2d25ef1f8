import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The groups that a member has joined, beside their home page, each with how many of its discussions hold something new.
///
/// On a telephone they are folded away, so that what is new begins on the first screen.
struct HomeGroupsView {
    let call: Call
    let groups: [HomeGroup]
    /// Of the groups that have any.
    let newPosts: [GroupID: Int]

    private var said: HomeWords { call.words.home }
    private var isOfSeveralCommunities: Bool { Set(groups.map(\.community.slug)).count > 1 }

    /// Empty for a member of no group.
    var html: HTML {
        if groups.isEmpty { return HTML() }
        let new = groups.count { newPosts[$0.id] != nil }
        let summary = new == 0 ? said.groups() : said.groupsWithNew(new)
        let list: HTML = """
            <h2 class="broad" id="groups">\(said.groups())</h2><ul class="links places">\(each: ordered, line)</ul>
            """
        return "<section class=\"card\" aria-labelledby=\"groups\">\(SideFold(summary, list).html)</section>"
    }

    /// Those with something new first.
    private var ordered: [HomeGroup] {
        groups.filter { newPosts[$0.id] != nil } + groups.filter { newPosts[$0.id] == nil }
    }

    private func line(_ group: HomeGroup) -> HTML {
        let lock: HTML = "\(Icon.lock.html)<span class=\"vh\">\(call.words.common.confidential()) </span>"
        let count = newPosts[group.id].map {
            " <span class=\"tag new\">\(said.newHere($0))</span>" as HTML
        }
        let path = Paths.group(group.community.slug, group.slug)
        return """
            <li><a href="\(path)"\(call.lang(group.language))>\(if: group.isConfidential, lock)\(group.name)</a>\(count)\
            \(if: isOfSeveralCommunities, "<p class=\"meta\">\(group.community.name)</p>")</li>
            """
    }
}
