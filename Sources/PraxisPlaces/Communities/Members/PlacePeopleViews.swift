import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The page that shows the people of a community or a group, with the forms of those who may manage them.
struct PeoplePage: Sendable {
    let paths: PlacePaths
    let people: [PlaceMember]
    let count: Int
    let page: Int
    /// What the names on it hold; empty if all are shown.
    let named: String
    /// Empty if the viewer decides no requests here.
    var requests: [JoinRequest] = []
    /// Nil if the viewer may not invite.
    var invitations: [OpenInvitation]?
    /// The roles and standings to choose from; none if the viewer sets none.
    var roles: [Role] = []
    var standings: [Standing] = []
    /// Whether the viewer may silence, suspend and reinstate here.
    var restricts = false
    /// Those of the people shown of whom they may.
    var reached: Set<MemberID> = []
    /// A link that was made just now.
    var newLink: String?
    var errors: [FieldError] = []
}

extension Call {
    /// Everything below the heading.
    func people(_ page: PeoplePage) -> HTML {
        let pages = (page.count + PlaceMember.perPage - 1) / PlaceMember.perPage
        // Anyone who searched reads first what was found.
        let isSearch = !page.named.isEmpty
        let invitations = page.invitations.map { self.invitations($0, page) }
        return """
            \(if: !page.requests.isEmpty, requests(page.requests))\(isSearch ? nil : invitations)
            \(finding(page))<section class="card" id="role"><h2>\(heading(page))</h2>
            \(if: page.people.isEmpty, "<p class=\"empty\">\(words.peoplePage.noneFound(["text": page.named]))</p>")\
            <ul class="people">\(each: page.people, { person($0, page) })</ul></section>
            \(pagination(page.page, of: pages, path: { page.paths.members(named: page.named, page: $0) }))
            \(isSearch ? invitations : nil)
            """
    }

    private func heading(_ page: PeoplePage) -> String {
        page.named.isEmpty ? words.communities.peopleCount(page.count) : words.peoplePage.found(page.count)
    }

    private func finding(_ page: PeoplePage) -> HTML {
        let said = words.peoplePage
        return """
            <form class="inline" method="get" action="\(page.paths.members)" role="search"><div class="field">\
            <label for="q">\(said.find())</label><input id="q" name="q" type="search" value="\(page.named)" autocomplete="off"></div>\
            <button class="btn alt">\(said.findButton())</button>\
            \(if: !page.named.isEmpty, " <a class=\"btn quiet\" href=\"\(page.paths.members)\">\(said.showAll())</a>")</form>
            """
    }

    /// Asks for confirmation before another member's membership ends.
    func removalPage(_ person: PlaceMember, from place: PlaceOfPeople, _ errors: [FieldError]) -> Page {
        let said = words.peoplePage, paths = place.paths
        var page = Page(
            said.removeTitle(["name": person.name]),
            main: """
                <p>\(said.removeFrom(["place": place.name]))</p>\
                <div class="inset danger"><p>\(place.group == nil ? said.removeText() : said.removeGroupText())</p></div>
                <form method="post" action="\(paths.removal(of: person.id))">\(tokenField)<div class="actions" id="role">\
                <button class="btn danger">\(said.remove())</button>\(cancel(paths.members))</div></form>
                """
        )
        (page.crumbs, page.place) = (communityCrumbs(place.community), place.name)
        if place.group != nil { page.crumbs.append(.init(place.name, paths.home)) }
        page.banner = errorSummary(errors)
        return page
    }

    private func requests(_ requests: [JoinRequest]) -> HTML {
        """
        <section class="card"><h2>\(words.communities.asking(requests.count))</h2>
        <ul class="people">\(each: requests, { request($0) })</ul></section>
        """
    }

    private func request(_ request: JoinRequest) -> HTML {
        let communities = words.communities
        return """
            <li>\(face(request.name, request.member))<div class="who"><p><strong>\(request.name)</strong></p>\
            <p class="meta">\(communities.askedOn(["date": moment(request.askedAt)]))</p>\
            \(if: !request.note.isEmpty, "<p>\(request.note)</p>")</div>\
            <div class="row">\(button(Paths.request(request.id, "accept"), communities.accept(), style: "btn", about: request.name))\
            \(button(Paths.request(request.id, "decline"), communities.decline(), style: "btn alt", about: request.name))</div></li>
            """
    }

    private func person(_ person: PlaceMember, _ page: PeoplePage) -> HTML {
        let joined = words.communities.joinedOn(["date": words.day(person.joinedAt, in: zone, now: now)])
        var facts = [joined]
        if person.role != .member { facts.insert(words.name(of: person.role), at: 0) }
        if person.standing != .active, !page.standings.isEmpty || page.restricts { facts.append(standing(of: person)) }
        return """
            <li>\(face(person.name, person.id))<div class="who"><p><strong>\(person.name)</strong></p>\
            <p class="meta">\(facts.joined(separator: " · "))</p>\(if: page.reached.contains(person.id), standingLink(person, page))</div>\
            \(if: !page.roles.isEmpty, partForm(person, page) + removalLink(person, page))</li>
            """
    }

    private func standing(of person: PlaceMember) -> String {
        let name = words.name(of: person.standing)
        guard let until = person.standingUntil, person.standing == .silenced || person.standing == .suspended else {
            return name
        }
        return words.standing.untilDay(["standing": name, "date": words.day(until, in: zone, now: now)])
    }

    private func standingLink(_ person: PlaceMember, _ page: PeoplePage) -> HTML {
        """
        <details><summary>\(words.common.more())<span class="vh"> \(person.name)</span></summary>\
        <p><a href="\(page.paths.standing(of: person.id))">\(words.standing.link())<span class="vh"> \(person.name)</span></a></p></details>
        """
    }

    private func partForm(_ person: PlaceMember, _ page: PeoplePage) -> HTML {
        let communities = words.communities
        let standings: [Standing] =
            switch person.standing {
            case .pending: [.pending] + page.standings
            case .silenced, .suspended: [person.standing]
            default: page.standings.contains(person.standing) ? page.standings : [person.standing] + page.standings
            }
        return """
            <form class="inline" method="post" action="\(page.paths.member(person.id))">\(tokenField)\
            \(select("role", communities.roleOf(["name": person.name]), person, page.roles.map { ($0.rawValue, words.name(of: $0)) },
                     chosen: person.role.rawValue))\
            \(standingChoice(person, standings))\
            <button class="btn alt">\(communities.change())<span class="vh"> \(person.name)</span></button></form>
            """
    }

    /// If there is nothing to choose, the form only sends the current value.
    private func standingChoice(_ person: PlaceMember, _ standings: [Standing]) -> HTML {
        if standings.count == 1 {
            return "<input type=\"hidden\" name=\"standing\" value=\"\(person.standing.rawValue)\">"
        }
        return select(
            "standing",
            words.communities.standingOf(["name": person.name]),
            person,
            standings.map { ($0.rawValue, words.name(of: $0)) },
            chosen: person.standing.rawValue
        )
    }

    private func removalLink(_ person: PlaceMember, _ page: PeoplePage) -> HTML {
        """
        <a class="btn quiet danger" href="\(page.paths.removal(of: person.id))">\(words.peoplePage.remove())\
        <span class="vh"> \(person.name)</span></a>
        """
    }

    private func select(
        _ name: String,
        _ label: String,
        _ person: PlaceMember,
        _ choices: [(String, String)],
        chosen: String
    ) -> HTML {
        """
        <div class="field"><label class="vh" for="\(name)-\(person.id.rawValue)">\(label)</label>\
        <select id="\(name)-\(person.id.rawValue)" name="\(name)">\
        \(each: choices, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
        """
    }

    private func invitations(_ open: [OpenInvitation], _ page: PeoplePage) -> HTML {
        let communities = words.communities
        var uses = Field("uses", communities.uses(), value: query["uses"] ?? "1", errors: page.errors)
        uses.style = "short"
        return """
            <section class="card"><h2>\(communities.invite())</h2><p>\(communities.inviteText())</p>\
            \(page.newLink.map(newLink))\
            <form class="inline" method="post" action="\(page.paths.invitations)">\(tokenField)\(field(uses))\
            <button class="btn alt">\(communities.makeLink())</button></form>\
            \(if: !open.isEmpty, "<h3>\(communities.openLinks())</h3><ul class=\"people\">\(each: open, { link($0, page) })</ul>")</section>
            """
    }

    private func newLink(_ link: String) -> HTML {
        """
        <p><strong>\(words.communities.newLink())</strong></p><span class="code-line" id="new-link">\(link)</span>\
        <p class="row"><button class="btn alt" type="button" data-copy="new-link" data-copied="\(words.peoplePage.copied())" aria-live="polite" hidden>\
        \(words.peoplePage.copy())</button> <span class="meta">\(words.communities.newLinkText())</span></p>
        """
    }

    private func link(_ invitation: OpenInvitation, _ page: PeoplePage) -> HTML {
        let until = words.day(invitation.expiresAt, in: zone, now: now)
        let made = words.communities.linkMade(["name": invitation.maker, "date": until])
        let line = made + " " + words.communities.usesLeft(invitation.usesLeft)
        return """
            <li><div class="who"><p>\(line)</p></div>\
            \(button(page.paths.revocation(of: invitation.id), words.communities.revoke(), style: "btn quiet danger", about: line))</li>
            """
    }
}
