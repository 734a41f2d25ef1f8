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
    /// Of whom something was not changed: what is wrong stands above.
    var opened: MemberID?
}

/// Everything below the heading.
struct PeopleView {
    let call: Call
    let shown: PeoplePage

    var html: HTML {
        let pages = (shown.count + PlaceMember.perPage - 1) / PlaceMember.perPage
        // Anyone who searched reads first what was found.
        let isSearch = !shown.named.isEmpty
        let invitations = shown.invitations.map { self.invitations($0) }
        return """
            \(if: !shown.requests.isEmpty, requests)\(isSearch ? nil : invitations)
            \(finding)<section class="card" id="role"><h2>\(heading)</h2>
            \(if: shown.people.isEmpty, "<p class=\"empty\">\(call.words.peoplePage.noneFound(["text": shown.named]))</p>")\
            <ul class="people">\(each: shown.people, person)</ul></section>
            \(call.pagination(shown.page, of: pages, path: { shown.paths.members(named: shown.named, page: $0) }))
            \(isSearch ? invitations : nil)
            """
    }

    private var heading: String {
        shown.named.isEmpty ? call.words.communities.peopleCount(shown.count) : call.words.peoplePage.found(shown.count)
    }

    private var finding: HTML {
        let said = call.words.peoplePage
        return """
            <form class="inline" method="get" action="\(shown.paths.members)" role="search"><div class="field">\
            <label for="q">\(said.find())</label><input id="q" name="q" type="search" value="\(shown.named)" autocomplete="off"></div>\
            <button class="btn alt">\(said.findButton())</button>\
            \(if: !shown.named.isEmpty, " <a class=\"btn quiet\" href=\"\(shown.paths.members)\">\(said.showAll())</a>")</form>
            """
    }

    private var requests: HTML {
        """
        <section class="card"><h2>\(call.words.communities.asking(shown.requests.count))</h2>
        <ul class="people">\(each: shown.requests, request)</ul></section>
        """
    }

    private func request(_ request: JoinRequest) -> HTML {
        let communities = call.words.communities
        return """
            <li>\(face(request.name, request.member))<div class="who"><p><strong>\(request.name)</strong></p>\
            <p class="meta">\(communities.askedOn(["date": call.moment(request.askedAt)]))</p>\
            \(if: !request.note.isEmpty, "<p>\(request.note)</p>")</div>\
            <div class="row">\(call.button(Paths.acceptRequest(request.id), communities.accept(), style: "btn", about: request.name))\
            \(call.button(Paths.declineRequest(request.id), communities.decline(), style: "btn alt", about: request.name))</div></li>
            """
    }

    private func person(_ person: PlaceMember) -> HTML {
        let joined = call.words.communities.joinedOn([
            "date": call.words.day(person.joinedAt, in: call.zone, now: call.now)
        ])
        var facts = (person.work.map(sayings) ?? []) + [joined]
        // Before the rest, so that no line of a phone begins with the point between them.
        if person.role != .member { facts.insert(call.words.name(of: person.role), at: 0) }
        if person.standing != .active, !shown.standings.isEmpty || shown.restricts {
            facts.append(standing(of: person))
        }
        return """
            <li>\(face(person.name, person.id))<div class="who"><p><strong>\(person.name)</strong></p>\
            <p class="meta">\(facts.joined(separator: " · "))</p></div>\(changing(person))</li>
            """
    }

    /// What the viewer may change about them, folded away.
    private func changing(_ person: PlaceMember) -> HTML {
        let isReached = shown.reached.contains(person.id), setsRoles = !shown.roles.isEmpty
        guard isReached || setsRoles else { return HTML() }
        return """
            <details\(if: person.id == shown.opened, " open")><summary>\(call.words.common.more())<span class="vh"> \(person.name)</span></summary>\
            <div class="box">\(if: setsRoles, partForm(person))<p class="row">\(if: isReached, standingLink(person))\
            \(if: setsRoles, removalLink(person))</p></div></details>
            """
    }

    /// What they do and for whom, and where they are, as far as they say.
    private func sayings(_ work: Work) -> [String] {
        let (occupation, organisation) = (work.occupation, work.organisation), said = call.words.people.work
        let both = said.both(["occupation": occupation, "organisation": organisation])
        let isOne = occupation.isEmpty || organisation.isEmpty
        return [isOne ? occupation + organisation : both, work.region].filter { !$0.isEmpty }
    }

    private func standing(of person: PlaceMember) -> String {
        let name = call.words.name(of: person.standing)
        guard let until = person.standingUntil, person.standing == .silenced || person.standing == .suspended else {
            return name
        }
        return call.words.standing.untilDay([
            "standing": name, "date": call.words.day(until, in: call.zone, now: call.now),
        ])
    }

    private func standingLink(_ person: PlaceMember) -> HTML {
        """
        <a class="btn quiet" href="\(shown.paths.standing(of: person.id))">\(call.words.standing.link())<span class="vh"> \(person.name)</span></a>
        """
    }

    private func partForm(_ person: PlaceMember) -> HTML {
        let communities = call.words.communities
        let standings: [Standing] =
            switch person.standing {
            case .pending: [.pending] + shown.standings
            case .silenced, .suspended: [person.standing]
            default: shown.standings.contains(person.standing) ? shown.standings : [person.standing] + shown.standings
            }
        return """
            <form class="inline" method="post" action="\(shown.paths.member(person.id))">\(call.tokenField)\
            \(select("role", communities.roleOf(["name": person.name]), person, shown.roles.map { ($0.rawValue, call.words.name(of: $0)) },
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
            call.words.communities.standingOf(["name": person.name]),
            person,
            standings.map { ($0.rawValue, call.words.name(of: $0)) },
            chosen: person.standing.rawValue
        )
    }

    private func removalLink(_ person: PlaceMember) -> HTML {
        """
        <a class="btn quiet danger" href="\(shown.paths.removal(of: person.id))">\(call.words.peoplePage.remove())\
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

    private func invitations(_ open: [OpenInvitation]) -> HTML {
        let communities = call.words.communities
        var uses = Field("uses", communities.uses(), value: call.query["uses"] ?? "1", errors: shown.errors)
        uses.style = "short"
        return """
            <section class="card" id="invite"><h2>\(communities.invite())</h2><p>\(communities.inviteText())</p>\
            \(shown.newLink.map(newLink))\
            <form class="inline" method="post" action="\(shown.paths.invitations)">\(call.tokenField)\(call.field(uses))\
            <button class="btn alt">\(communities.makeLink())</button></form>\
            \(if: !open.isEmpty, "<h3>\(communities.openLinks())</h3><ul class=\"people\">\(each: open, link)</ul>")</section>
            """
    }

    private func newLink(_ link: String) -> HTML {
        """
        <p><strong>\(call.words.communities.newLink())</strong></p><span class="code-line" id="new-link">\(link)</span>\
        <p class="row"><button class="btn alt" type="button" data-copy="new-link" data-copied="\(call.words.peoplePage.copied())" aria-live="polite" hidden>\
        \(call.words.peoplePage.copy())</button> <span class="meta">\(call.words.communities.newLinkText())</span></p>
        """
    }

    private func link(_ invitation: OpenInvitation) -> HTML {
        let until = call.words.day(invitation.expiresAt, in: call.zone, now: call.now)
        let made = call.words.communities.linkMade(["name": invitation.maker, "date": until])
        let line = made + " " + call.words.communities.usesLeft(invitation.usesLeft)
        return """
            <li><div class="who"><p>\(line)</p></div>\
            \(call.button(shown.paths.revocation(of: invitation.id), call.words.communities.revoke(), style: "btn quiet danger", about: line))</li>
            """
    }
}
