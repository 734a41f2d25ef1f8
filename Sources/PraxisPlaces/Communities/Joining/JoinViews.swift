import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The page on which one joins or asks to.
struct JoinPageView: PageView {
    let call: Call
    let view: CommunityView
    var typed = Fields()
    var errors: [FieldError] = []

    var page: Page {
        let line = view.details.line, communities = call.words.communities
        var main = WayInView(call: call, view: view).html
        if view.rights.joins, line.joining != .invite, !view.details.hasAsked {
            let asks = line.joining == .request, agreement = AgreementView(call: call)
            let note = NoteFieldView(
                call: call,
                label: communities.note(),
                hint: communities.noteHint(),
                typed: typed.text("note"),
                errors: errors
            )
            main = """
                <p>\(call.words.sentence(on: line.joining))</p>\(agreement.inForce(view.details))
                <form class="card" method="post" action="\(Paths.joinCommunity(line.slug))">\(call.tokenField)\
                \(if: view.details.agreement != nil, agreement.tick(line.agreementVersion, errors))\
                \(if: asks, note.html)\
                <div class="actions"><button class="btn" data-busy="\(communities.joining())">\
                \(asks ? communities.askToJoin() : communities.join())</button>\
                \(call.cancel(Paths.community(line.slug)))</div></form>
                """
        }
        var page = Page(communities.joinTitle(["name": line.name]), main: main)
        (page.crumbs, page.banner) = (call.communityCrumbs(line), call.errorSummary(errors))
        page.lead = ReadersStrip(of: line.visibility, call.words).html
        return page
    }
}

/// Asks once more before a membership ends.
struct LeavePageView: PageView {
    let call: Call
    let title: String
    let text: String
    let action: String
    let stay: String
    let crumbs: [Page.Crumb]
    /// Who can read what stands there.
    let readers: ReadersStrip
    var errors: [FieldError] = []

    var page: Page {
        let communities = call.words.communities
        var page = Page(
            title,
            main: """
                <div class="inset danger"><p>\(text)</p></div>
                <form method="post" action="\(action)">\(call.tokenField)<div class="actions" id="role">\
                <button class="btn danger">\(communities.leaveConfirm())</button> \
                <a class="btn alt" href="\(stay)">\(communities.stay())</a></div></form>
                """
        )
        (page.crumbs, page.lead) = (crumbs, readers.html)
        page.banner = call.errorSummary(errors)
        return page
    }
}
