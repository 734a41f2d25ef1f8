import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// A group for those who read it.
struct GroupPageView: PageView {
    let call: Call
    let view: GroupView
    let people: GroupPeople?
    let content: PlaceSlot.Content

    private var groups: GroupWords { call.words.groups }
    private var frame: GroupFrame { GroupFrame(call: call, view: view) }

    var page: Page {
        let group = view.group
        let main: HTML = """
            \(if: !group.purpose.isEmpty, "<p\(call.lang(group.language))>\(group.purpose)</p>")\(wayIn)
            \(content.action)
            \(content.main)
            """
        var page = frame.page(main)
        page.shape = .list
        let (community, path) = (view.community.line, Paths.group(view.community.line.slug, group.slug))
        page.lead +=
            ReadersStrip(of: group, in: view.community.line, call.words).html
            + PrintedFrom(path, in: [community.name], call).html
        page.banner += content.banner
        var beside = content
        if let people { beside.add(GroupPeopleView(call: call, view: view, people: people).html, at: 10) }
        page.aside = .init(groups.aboutGroup(), "\(beside.aside)\(frame.care)")
        return page
    }

    /// How to join from here, above what is written; for visitors who have no account, too.
    private var wayIn: HTML {
        let line = view.community.line, paths = PlacePaths(community: line.slug, group: view.group.slug)
        if call.viewer.member == nil { return frame.signIn(groups.toTakePart()) }
        guard view.rights.joins, view.group.access == .open else { return HTML() }
        let adds = view.group.kind.isConfidential ? nil : groups.joinAdds()
        return """
            \(adds.map { "<p class=\"meta no-print\">\($0)</p>" as HTML })<div class="row no-print">\(call.button(paths.join, groups.join()))</div>
            """
    }
}

/// The door of a group for viewers who may know that it exists and do not read it.
///
/// Purpose, contact and the way in, of one that is not confidential also how many have joined and who facilitates it, nothing else.
struct GroupDoorPageView: PageView {
    let call: Call
    let view: GroupView
    /// Nil of a confidential group.
    let people: GroupPeople?
    var typed = Fields()
    var errors: [FieldError] = []

    private var groups: GroupWords { call.words.groups }
    private var frame: GroupFrame { GroupFrame(call: call, view: view) }

    var page: Page {
        let group = view.group
        let sealed: HTML = "<div class=\"inset plain\"><p>\(groups.doorConfidential())</p></div>"
        let main: HTML = """
            \(if: group.hasAsked, wayIn)\(if: !group.purpose.isEmpty, "<p class=\"lead\"\(call.lang(group.language))>\(group.purpose)</p>")
            \(if: group.kind.isConfidential, sealed)
            \(facts)
            \(if: !group.hasAsked, wayIn)
            """
        var page = frame.page(main)
        page.lead += ReadersStrip(of: group, in: view.community.line, call.words).html
        page.banner = page.banner + call.errorSummary(errors)
        if view.rights.setsRoles || view.rights.changes || view.rights.readsAudit {
            page.shape = .columns
            page.aside = .init(groups.aboutGroup(), frame.care)
        }
        return page
    }

    private var facts: HTML {
        let contact = view.group.contact, people = DoorPeopleView(words: call.words, people: people).facts
        if contact.isEmpty, people.bytes.isEmpty { return HTML() }
        return """
            <dl class="facts">\(people)\(if: !contact.isEmpty, "<dt>\(groups.contact())</dt><dd>\(contact)</dd>")</dl>
            """
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
        let asks = group.access == .request, name = view.community.line.name
        guard view.rights.joins else {
            let sentence = (asks ? groups.signInToAsk : groups.signInToJoin)(["community": name])
            return call.viewer.member == nil ? frame.signIn(sentence) : frame.toCommunity(sentence)
        }
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

    private var paths: PlacePaths { PlacePaths(community: view.community.line.slug, group: view.group.slug) }

    func page(_ main: HTML) -> Page {
        var page = Page(view.group.name, main: main)
        page.crumbs = [.init(view.community.line.name, Paths.community(view.community.line.slug))]
        page.heading = call.lang(view.group.language)
        page.lead = "<p class=\"meta\">\(call.words.meta(of: view.group, at: call.now))</p>"
        let asksAgain = view.community.asksAgain(CommunityRights(view.facts), at: call.now)
        page.banner = call.placeBanner() + AgreementView(call: call).banner(view.community, isAsked: asksAgain)
        return page
    }

    /// How a visitor, who may have an account or not, comes back here.
    func signIn(_ sentence: String) -> HTML {
        let common = call.words.common
        return card(sentence, signInOrUp(thenTo: paths.home, common.signIn(), common.signUp()))
    }

    /// How somebody who is no member of the community gets on.
    func toCommunity(_ sentence: String) -> HTML {
        let line = view.community.line, label = call.words.groups.toCommunity(["community": line.name])
        return card(sentence, "<a class=\"btn\" href=\"\(Paths.community(line.slug))\">\(label)</a>")
    }

    private func card(_ sentence: String, _ actions: HTML) -> HTML {
        "<section class=\"card no-print\"><p>\(sentence)</p><div class=\"actions\">\(actions)</div></section>"
    }

    /// What there is to manage.
    var care: HTML {
        let groups = call.words.groups
        var links: [(String, String)] = []
        if view.rights.setsRoles { links.append((paths.members, groups.membersAndRequests())) }
        if view.rights.changes { links.append((paths.settings, groups.settings())) }
        if view.rights.readsAudit { links.append((paths.audit, call.words.audit.title())) }
        return LinkCardView(title: groups.lookAfter(), links: links).html
    }
}
