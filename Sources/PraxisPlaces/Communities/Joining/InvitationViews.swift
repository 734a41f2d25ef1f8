import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Where an invitation link leads, with the button that uses it.
struct InvitationPageView: PageView {
    let call: Call
    let invitation: InvitationView
    let token: String
    var errors: [FieldError] = []

    private var communities: CommunityWords { call.words.communities }
    private var line: CommunityLine { invitation.community.line }

    var page: Page {
        let name = invitation.group?.name ?? line.name
        let purpose = invitation.group?.purpose ?? line.domain
        let lead: HTML = """
            \(if: invitation.group != nil, "<p class=\"meta\">\(communities.invitedToGroup(["name": line.name]))</p>")\
            \(if: !purpose.isEmpty, "<p class=\"lead\"\(call.lang(invitation.group?.language ?? line.language))>\(purpose)</p>")
            """
        var page = Page(
            communities.invitedTo(["name": name]),
            main: "\(lead)\(action)"
        )
        (page.current, page.banner) = (Paths.communities, call.errorSummary(errors))
        page.lead = readers.html
        return page
    }

    private var readers: ReadersStrip {
        invitation.group.map { ReadersStrip(of: $0, in: line, call.words) }
            ?? ReadersStrip(of: line.visibility, call.words)
    }

    private var action: HTML {
        let home = invitation.group.map { Paths.group(line.slug, $0.slug) } ?? Paths.community(line.slug)
        let needsAgreement = invitation.needsAgreement, agreement = AgreementView(call: call)
        switch invitation.state {
        case .belongs:
            return "<p>\(communities.belongsAlready()) <a href=\"\(home)\">\(communities.goThere())</a></p>"
        case .membersOnly where call.session != nil:
            return """
                <p>\(communities.linkForMembers(["name": line.name])) \
                <a href="\(Paths.joinCommunity(line.slug))">\(communities.goThere())</a></p>
                """
        case .ready where call.session != nil:
            return """
                \(if: needsAgreement, agreement.inForce(invitation.community))
                <form class="card" method="post" action="\(Paths.invitation(token))">\(call.tokenField)\
                \(if: needsAgreement, agreement.tick(line.agreementVersion, errors))\
                <div class="actions"><button class="btn" data-busy="\(communities.joining())">\(communities.useLink())</button></div></form>
                """
        default:
            return """
                <div class="actions">\
                \(signInOrUp(thenTo: Paths.invitation(token), communities.signInToUse(), call.words.door.signUpToJoin()))</div>
                """
        }
    }
}

/// The same for every link that does not hold, whatever the reason.
struct DeadInvitationPageView: PageView {
    let call: Call

    var page: Page {
        // A link to a group of a hidden community holds for its members only, once they are known.
        let signIn: HTML = """
            <p>\(call.words.door.inviteSignIn())</p><div class="actions">\
            <a class="btn" href="\(Paths.signIn(thenTo: call.here))">\(call.words.common.signIn())</a></div>
            """
        return Page(
            call.words.communities.deadLink(),
            main: "<p>\(call.words.communities.deadLinkText())</p>\(if: call.session == nil, signIn)"
        )
    }
}
