import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// A group for those who read it.
struct GroupPageView: PageView {
    let call: Call
    let view: GroupView
    let content: PlaceSlot.Content

    private var groups: GroupWords { call.words.groups }

    var page: Page {
        let group = view.group
        let main: HTML = """
            \(if: !group.purpose.isEmpty, "<p\(call.lang(group.language))>\(group.purpose)</p>")\(wayIn)
            \(content.action)
            \(content.main)
            """
        let frame = GroupFrame(call: call, view: view)
        var page = frame.page(main)
        page.shape = .list
        let (community, path) = (view.community.line, Paths.group(view.community.line.slug, group.slug))
        page.lead +=
            ReadersStrip(of: group, in: view.community.line, call.words).html
            + PrintedFrom(path, in: [community.name], call).html
        page.banner += content.banner
        page.aside = .init(
            groups.aboutGroup(),
            "\(content.aside)\(members)\(frame.care)"
        )
        return page
    }

    /// How to join from here, above what is written; for visitors who have no account, too.
    private var wayIn: HTML {
        let line = view.community.line, paths = PlacePaths(community: line.slug, group: view.group.slug)
        if call.viewer.member == nil {
            let common = call.words.common
            return """
                <section class="card no-print"><p>\(groups.toTakePart())</p><div class="actions">\
                \(signInOrUp(thenTo: paths.home, common.signIn(), common.signUp()))</div></section>
                """
        }
        guard view.rights.joins, view.group.access == .open else { return HTML() }
        let adds = view.group.kind.isConfidential ? nil : groups.joinAdds()
        return """
            \(adds.map { "<p class=\"meta no-print\">\($0)</p>" as HTML })<div class="row no-print">\(call.button(paths.join, groups.join()))</div>
            """
    }

    private var members: HTML {
        let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        let action: HTML = view.rights.leaves ? "<p><a href=\"\(paths.leave)\">\(groups.leave())</a></p>" : ""
        guard view.rights.seesMembers || view.rights.leaves else { return HTML() }
        return """
            <section class="card"><h2>\(groups.members())</h2>\
            \(if: view.rights.seesMembers, "<p><a href=\"\(paths.members)\">\(groups.allMembers())</a></p>")\(action)</section>
            """
    }
}

/// The door of a group for viewers who may know that it exists and do not read it: purpose, contact and the way in, nothing else.
struct GroupDoorPageView: PageView {
    let call: Call
    let view: GroupView
    var typed = Fields()
    var errors: [FieldError] = []

    private var groups: GroupWords { call.words.groups }

    var page: Page {
        let group = view.group
        let sentence = group.kind.isConfidential ? groups.doorConfidential() : groups.doorClosed()
        let main: HTML = """
            \(if: group.hasAsked, wayIn)\(if: !group.purpose.isEmpty, "<p class=\"lead\"\(call.lang(group.language))>\(group.purpose)</p>")
            <div class="inset plain"><p>\(sentence)</p></div>
            \(if: !group.contact.isEmpty, "<dl class=\"facts\"><dt>\(groups.contact())</dt><dd>\(group.contact)</dd></dl>")
            \(if: !group.hasAsked, wayIn)
            """
        let frame = GroupFrame(call: call, view: view)
        var page = frame.page(main)
        page.lead += ReadersStrip(of: group, in: view.community.line, call.words).html
        page.banner = page.banner + call.errorSummary(errors)
        if view.rights.setsRoles || view.rights.changes || view.rights.readsAudit {
            page.shape = .columns
            page.aside = .init(groups.aboutGroup(), frame.care)
        }
        return page
    }

    /// How to join from here, or the state of the viewer's request.
    private var wayIn: HTML {
        let group = view.group
        let paths = PlacePaths(community: view.community.line.slug, group: group.slug)
        if group.hasAsked {
            let withdrawal = Paths.withdrawRequest(paths)
            return AskedView(call: call, sentence: groups.hasAsked(), withdrawal: withdrawal).html
        }
        if group.access == .invite { return "<p>\(groups.byInvitation())</p>" }
        guard view.rights.joins else {
            return "<p>\(groups.signInToJoin(["community": view.community.line.name]))</p>"
        }
        let asks = group.access == .request
        let note = NoteFieldView(
            call: call,
            label: groups.note(),
            hint: groups.noteHint(),
            typed: typed.text("note"),
            errors: errors
        )
        return """
            <form class="card" method="post" action="\(paths.join)">\
            \(call.tokenField)\(if: asks, note.html)\
            <div class="actions"><button class="btn" data-busy="\(groups.joining())">\(asks ? groups.askToJoin() : groups.join())</button>\
            </div></form>
            """
    }
}

/// What every page of a group has around it.
private struct GroupFrame {
    let call: Call
    let view: GroupView

    func page(_ main: HTML) -> Page {
        var page = Page(view.group.name, main: main)
        page.crumbs = [.init(view.community.line.name, Paths.community(view.community.line.slug))]
        page.heading = call.lang(view.group.language)
        page.lead = "<p class=\"meta\">\(call.words.meta(of: view.group, at: call.now))</p>"
        let asksAgain = view.community.asksAgain(CommunityRights(view.facts), at: call.now)
        page.banner = call.placeBanner() + AgreementView(call: call).banner(view.community, isAsked: asksAgain)
        return page
    }

    /// What there is to manage.
    var care: HTML {
        let groups = call.words.groups, paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        var links: [(String, String)] = []
        if view.rights.setsRoles { links.append((paths.members, groups.membersAndRequests())) }
        if view.rights.changes { links.append((paths.settings, groups.settings())) }
        if view.rights.readsAudit { links.append((paths.audit, call.words.audit.title())) }
        return LinkCardView(title: groups.lookAfter(), links: links).html
    }
}
