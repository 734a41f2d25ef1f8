import HTML
import PraxisDomain
package import PraxisWeb
import PraxisWords

extension Call {
    /// The agreement with its versions; `isAsked` adds the button that accepts the one in force.
    func agreementPage(_ details: CommunityDetails, _ versions: [AgreementVersion], isAsked: Bool) -> Page {
        let line = details.line, communities = words.communities
        let inForce = versions.filter { $0.version == line.agreementVersion }
        let earlier = versions.filter { $0.version != line.agreementVersion }
        let accept: HTML =
            isAsked && !inForce.isEmpty
            ? button(
                Paths.agreement(line.slug),
                communities.acceptAgreement(),
                style: "btn",
                fields: [("agreement", String(line.agreementVersion))]
            ) : HTML()
        var page = Page(
            communities.agreement(),
            main: """
                \(if: inForce.isEmpty, "<p class=\"empty\">\(communities.noAgreement())</p>")
                \(each: inForce, { agreementText($0.html, line.language, version: $0.version, at: $0.at) })\(accept)
                \(if: !earlier.isEmpty, "<details><summary>\(communities.earlierVersions())</summary>\(each: earlier, { agreementText($0.html, line.language, version: $0.version, at: $0.at) })</details>")
                """
        )
        page.crumbs = communityCrumbs(line)
        return page
    }

    package func communityCrumbs(_ line: CommunityLine) -> [Page.Crumb] {
        [.init(words.communities.title(), Paths.communities), .init(line.name, Paths.community(line.slug))]
    }

    /// The page on which one joins or asks to.
    func joinPage(_ view: CommunityView, typed: Fields, _ errors: [FieldError]) -> Page {
        let line = view.details.line, communities = words.communities
        var main = wayIn(view)
        if view.rights.joins, line.joining != .invite, !view.details.hasAsked {
            let asks = line.joining == .request
            main = """
                <p>\(words.sentence(on: line.joining))</p>\(inForce(view.details))
                <form class="card" method="post" action="\(Paths.joinCommunity(line.slug))">\(tokenField)\
                \(if: view.details.agreement != nil, agreementTick(line.agreementVersion, errors))\
                \(if: asks, noteField(communities.note(), communities.noteHint(), typed: typed.text("note"), errors))\
                <div class="actions"><button class="btn" data-busy="\(communities.joining())">\
                \(asks ? communities.askToJoin() : communities.join())</button>\
                \(cancel(Paths.community(line.slug)))</div></form>
                """
        }
        var page = Page(communities.joinTitle(["name": line.name]), main: main)
        (page.crumbs, page.banner) = (communityCrumbs(line), errorSummary(errors))
        return page
    }

    private func inForce(_ details: CommunityDetails) -> HTML {
        let line = details.line
        return details.agreement.map {
            agreementText($0.html, line.language, version: line.agreementVersion, at: $0.at)
        } ?? HTML()
    }

    /// Asks once more before a membership ends.
    func leavePage(_ title: String, _ text: String, action: String, stay: String, _ errors: [FieldError]) -> Page {
        let communities = words.communities
        var page = Page(
            title,
            main: """
                <div class="inset danger"><p>\(text)</p></div>
                <form method="post" action="\(action)">\(tokenField)<div class="actions" id="role">\
                <button class="btn danger">\(communities.leaveConfirm())</button> \
                <a class="btn alt" href="\(stay)">\(communities.stay())</a></div></form>
                """
        )
        page.banner = errorSummary(errors)
        return page
    }

    /// Where an invitation link leads, with the button that uses it.
    func invitationPage(_ invitation: InvitationView, token: String, _ errors: [FieldError]) -> Page {
        let communities = words.communities, line = invitation.community.line
        let name = invitation.group?.name ?? line.name
        let purpose = invitation.group?.purpose ?? line.domain
        let lead: HTML = """
            \(if: invitation.group != nil, "<p class=\"meta\">\(communities.invitedToGroup(["name": line.name]))</p>")\
            \(if: !purpose.isEmpty, "<p class=\"lead\"\(lang(invitation.group?.language ?? line.language))>\(purpose)</p>")
            """
        var page = Page(
            communities.invitedTo(["name": name]),
            main: "\(lead)\(invitationAction(invitation, token: token, errors))"
        )
        (page.current, page.banner) = (Paths.communities, errorSummary(errors))
        return page
    }

    private func invitationAction(_ invitation: InvitationView, token: String, _ errors: [FieldError]) -> HTML {
        let communities = words.communities, line = invitation.community.line
        let home = invitation.group.map { Paths.group(line.slug, $0.slug) } ?? Paths.community(line.slug)
        let needsAgreement = invitation.needsAgreement
        switch invitation.state {
        case .belongs:
            return "<p>\(communities.belongsAlready()) <a href=\"\(home)\">\(communities.goThere())</a></p>"
        case .membersOnly where session != nil:
            return """
                <p>\(communities.linkForMembers(["name": line.name])) \
                <a href="\(Paths.joinCommunity(line.slug))">\(communities.goThere())</a></p>
                """
        case .ready where session != nil:
            return """
                \(if: needsAgreement, inForce(invitation.community))
                <form class="card" method="post" action="\(Paths.invitation(token))">\(tokenField)\
                \(if: needsAgreement, agreementTick(line.agreementVersion, errors))\
                <div class="actions"><button class="btn" data-busy="\(communities.joining())">\(communities.useLink())</button></div></form>
                """
        default:
            return """
                <div class="actions">\
                \(signInOrUp(thenTo: Paths.invitation(token), communities.signInToUse(), words.door.signUpToJoin()))</div>
                """
        }
    }

    /// The same for every link that does not hold, whatever the reason.
    func deadInvitationPage() -> Page {
        // A link to a group of a hidden community holds for its members only, once they are known.
        let signIn: HTML = """
            <p>\(words.door.inviteSignIn())</p><div class="actions">\
            <a class="btn" href="\(Paths.signIn(thenTo: here))">\(words.common.signIn())</a></div>
            """
        return Page(
            words.communities.deadLink(),
            main: "<p>\(words.communities.deadLinkText())</p>\(if: session == nil, signIn)"
        )
    }
}
