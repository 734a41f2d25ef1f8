import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What stands beside a community: what is next, its groups, what it is about, and what there is to manage.
struct CommunityAsideView {
    let call: Call
    let view: CommunityView
    let slots: PlaceSlot.Content?

    var html: HTML { "\(slots?.aside)\(groups)\(about)\(care)" }

    /// For members, who are not told above the list.
    private var about: HTML {
        let line = view.details.line
        if slots == nil || !view.rights.leaves || line.domain.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(call.words.communities.about())</h2>\
            <p dir="auto"\(call.lang(line.language))>\(line.domain)</p></section>
            """
    }

    /// The groups that the viewer may know of, with what is new in them, or how to join those that they do not read; in their own order on every tab.
    private var groups: HTML {
        if view.groups.isEmpty { return HTML() }
        let slug = view.details.line.slug
        return """
            <section class="card" id="groups"><h2>\(call.words.communities.groups())</h2><ul class="links places">\
            \(each: view.groups, { group($0, in: slug) })</ul></section>
            """
    }

    private func group(_ group: GroupLine, in community: String) -> HTML {
        let isConfidential = group.kind.isConfidential
        let lock: HTML = "\(Icon.lock.html)<span class=\"vh\">\(call.words.common.confidential()) </span>"
        return """
            <li><a href="\(Paths.group(community, group.slug))"\(call.lang(group.language))>\(if: isConfidential, lock)\(group.name)</a>\
            \(note(on: group))</li>
            """
    }

    private func note(on group: GroupLine) -> HTML {
        if let count = slots?.news[group.id] {
            return " <span class=\"tag new\">\(call.words.communities.newPosts(count))</span>"
        }
        if group.isReadable { return HTML() }
        let access = call.words.name(of: group.access, isConfidential: group.kind.isConfidential)
        return " <span class=\"meta\">\(access)</span>"
    }

    private var care: HTML {
        let communities = call.words.communities, paths = PlacePaths(community: view.details.line.slug)
        var links: [(String, String)] = []
        if view.rights.decides { links.append((paths.members, communities.membersAndRequests())) }
        if view.rights.addsGroups { links.append((Paths.newGroup(view.details.line.slug), communities.addGroup())) }
        if view.rights.triages { links += call.links(in: .communityDuties, of: paths).map { ($0.path, $0.name) } }
        if view.rights.changes { links.append((paths.settings, communities.settings())) }
        if view.rights.readsAudit { links.append((paths.audit, call.words.audit.title())) }
        return LinkCardView(title: communities.lookAfter(), links: links).html
    }
}

/// A card of links; empty without any.
struct LinkCardView {
    let title: String
    let links: [(String, String)]

    var html: HTML {
        if links.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(title)</h2><ul class="links">\
            \(each: links, { "<li><a href=\"\($0.0)\">\($0.1)</a></li>" as HTML })</ul></section>
            """
    }
}

extension Words {
    /// Kind and access in words: "Peer support · confidential · ask to join"; how one joins is not for those who have.
    func meta(of group: GroupLine, at now: Timestamp) -> String {
        var parts = [name(of: group.kind)]
        if group.kind.isConfidential { parts.append(groups.confidential()) }
        let hasJoined = group.hasJoined(at: now)
        parts.append(hasJoined ? groups.youBelong() : name(of: group.access, isConfidential: group.kind.isConfidential))
        return parts.joined(separator: " · ")
    }

    func name(of kind: GroupKind) -> String {
        switch kind {
        case .topic: groups.kinds.topic()
        case .peerSupport: groups.kinds.peerSupport()
        case .peerSupervision: groups.kinds.peerSupervision()
        case .working: groups.kinds.working()
        }
    }

    func name(of access: GroupAccess, isConfidential: Bool) -> String {
        switch access {
        case .open: isConfidential ? groups.accessConfidentialOpen() : groups.accessOpen()
        case .request: groups.accessRequest()
        case .invite: groups.accessInvite()
        }
    }
}
