import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The groups that the viewer may know of, each with its kind and access in words.
    func groupsCard(_ view: CommunityView) -> HTML {
        if view.groups.isEmpty { return HTML() }
        let slug = view.details.line.slug
        return """
            <section class="card"><h2>\(words.communities.groups())</h2><ul class="threads">\
            \(each: view.groups, { groupItem($0, in: slug) })</ul></section>
            """
    }

    private func groupItem(_ group: GroupLine, in community: String) -> HTML {
        """
        <li><h3\(lang(group.language))><a href="\(Paths.group(community, group.slug))">\(group.name)</a></h3>\
        \(if: !group.purpose.isEmpty, "<p\(lang(group.language))>\(group.purpose)</p>")<p class="meta">\(groupMeta(group))</p></li>
        """
    }

    /// Kind and access in words: "Peer support · confidential · ask to join · you are a member".
    func groupMeta(_ group: GroupLine) -> String {
        var parts = [words.name(of: group.kind)]
        if group.kind.isConfidential { parts.append(words.groups.confidential()) }
        parts.append(words.name(of: group.access, isConfidential: group.kind.isConfidential))
        if group.hasJoined(at: now) { parts.append(words.groups.youBelong()) }
        return parts.joined(separator: " · ")
    }

    func careCard(_ view: CommunityView) -> HTML {
        let communities = words.communities, paths = PlacePaths(community: view.details.line.slug)
        var links: [(String, String)] = []
        if view.rights.decides { links.append((paths.members, communities.membersAndRequests())) }
        if view.rights.addsGroups { links.append((Paths.newGroup(view.details.line.slug), communities.addGroup())) }
        if view.rights.triages { links += self.links(in: .communityDuties, of: paths).map { ($0.path, $0.name) } }
        if view.rights.changes { links.append((paths.settings, communities.settings())) }
        if view.rights.readsAudit { links.append((paths.audit, words.audit.title())) }
        return careCard(communities.lookAfter(), links)
    }

    func careCard(_ title: String, _ links: [(String, String)]) -> HTML {
        if links.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(title)</h2><ul class="links">\
            \(each: links, { "<li><a href=\"\($0.0)\">\($0.1)</a></li>" as HTML })</ul></section>
            """
    }

    func readersCard(_ view: CommunityView) -> HTML {
        """
        <section class="card"><h2>\(words.communities.whoReads())</h2><p>\(words.readers(of: view.details.line.visibility))</p></section>
        """
    }

    /// How to become a member from here, or the state of the viewer's request.
    func wayIn(_ view: CommunityView) -> HTML {
        let communities = words.communities, line = view.details.line
        if view.details.hasAsked {
            return hasAsked(communities.hasAsked(), Paths.withdrawRequest(PlacePaths(community: line.slug)))
        }
        let path = Paths.joinCommunity(line.slug)
        let label = line.joining == .request ? communities.askToJoin() : communities.join()
        let action: HTML =
            if line.joining == .invite {
                HTML()
            } else if !view.rights.isSignedIn {
                signInOrUp(thenTo: path, communities.signInToJoin(), words.door.signUpToJoin())
            } else if view.rights.joins {
                "<a class=\"btn\" href=\"\(path)\">\(label)</a>"
            } else {
                HTML()
            }
        return
            "<section class=\"card\"><p>\(words.sentence(on: line.joining))</p><div class=\"actions\">\(action)</div></section>"
    }

    /// For a visitor, who may have an account or not: both ways come back to `path`.
    func signInOrUp(thenTo path: String, _ signIn: String, _ signUp: String) -> HTML {
        """
        <a class="btn" href="\(Paths.signIn(thenTo: path))">\(signIn)</a> \
        <a class="btn alt" href="\(Paths.signUp(thenTo: path))">\(signUp)</a>
        """
    }

    /// Says that a request is waiting, with the button that takes it back.
    func hasAsked(_ sentence: String, _ withdrawal: String) -> HTML {
        "<div class=\"inset\"><p>\(sentence)</p>\(button(withdrawal, words.door.withdraw(), style: "btn alt"))</div>"
    }
}

extension Words {
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
