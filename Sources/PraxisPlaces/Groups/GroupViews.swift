import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// A group for those who read it.
    func groupPage(_ view: GroupView, _ content: PlaceSlot.Content) -> Page {
        let group = view.group
        let main: HTML = """
            \(if: !group.purpose.isEmpty, "<p\(lang(group.language))>\(group.purpose)</p>")
            \(content.action)
            \(content.main)
            """
        var page = frame(view, main)
        page.shape = .columns
        page.banner += content.banner
        page.aside = .init(
            words.groups.aboutGroup(),
            "\(readersCard(view))\(content.aside)\(membersCard(view))\(careCard(view))"
        )
        return page
    }

    /// The door of a group for viewers who may know that it exists and do not read it: purpose, contact and the way in, nothing else.
    func doorPage(_ view: GroupView, typed: Fields, _ errors: [FieldError]) -> Page {
        let group = view.group, words = words.groups
        let sentence = group.kind.isConfidential ? words.doorConfidential() : words.doorClosed()
        let main: HTML = """
            \(if: !group.purpose.isEmpty, "<p class=\"lead\"\(lang(group.language))>\(group.purpose)</p>")
            <div class="inset\(if: group.kind.isConfidential, " warn")"><p>\(sentence)</p></div>
            \(if: !group.contact.isEmpty, "<dl class=\"facts\"><dt>\(words.contact())</dt><dd>\(group.contact)</dd></dl>")
            \(wayIn(view, typed: typed, errors))
            """
        var page = frame(view, main)
        page.banner = page.banner + errorSummary(errors)
        if view.rights.setsRoles || view.rights.changes || view.rights.readsAudit {
            page.shape = .columns
            page.aside = .init(words.aboutGroup(), careCard(view))
        }
        return page
    }

    private func frame(_ view: GroupView, _ main: HTML) -> Page {
        var page = Page(view.group.name, main: main)
        page.crumbs = [.init(view.community.line.name, Paths.community(view.community.line.slug))]
        page.heading = lang(view.group.language)
        page.lead = "<p class=\"meta\">\(groupMeta(view.group))</p>"
        let community = CommunityRights(view.facts)
        page.banner =
            placeBanner() + agreementBanner(view.community, isAsked: view.community.asksAgain(community, at: now))
        return page
    }

    /// How to join from here, or the state of the viewer's request.
    private func wayIn(_ view: GroupView, typed: Fields, _ errors: [FieldError]) -> HTML {
        let groups = words.groups, group = view.group
        let paths = PlacePaths(community: view.community.line.slug, group: group.slug)
        if group.hasAsked { return hasAsked(groups.hasAsked(), Paths.withdrawRequest(paths)) }
        if group.access == .invite { return "<p>\(groups.byInvitation())</p>" }
        guard view.rights.joins else {
            return "<p>\(groups.signInToJoin(["community": view.community.line.name]))</p>"
        }
        let asks = group.access == .request
        return """
            <form class="card" method="post" action="\(paths.join)">\
            \(tokenField)\(if: asks, noteField(groups.note(), groups.noteHint(), typed: typed.text("note"), errors))\
            <div class="actions"><button class="btn" data-busy="\(groups.joining())">\(asks ? groups.askToJoin() : groups.join())</button>\
            </div></form>
            """
    }

    private func readersCard(_ view: GroupView) -> HTML {
        let groups = words.groups, group = view.group
        let sentence =
            if !GroupPlan.isReadByAll(group.kind, group.access) {
                groups.readersJoined()
            } else if view.community.line.visibility == .public {
                groups.readersPublic()
            } else {
                groups.readersOpen(["community": view.community.line.name])
            }
        return "<section class=\"card\"><h2>\(groups.whoReads())</h2><p>\(sentence)</p></section>"
    }

    private func membersCard(_ view: GroupView) -> HTML {
        let groups = words.groups, paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        let action: HTML =
            if view.rights.leaves {
                "<p><a href=\"\(paths.leave)\">\(groups.leave())</a></p>"
            } else if view.rights.joins, view.group.access == .open {
                button(paths.join, groups.join(), style: "btn alt")
            } else {
                HTML()
            }
        guard view.rights.seesMembers || view.rights.leaves else { return HTML() }
        return """
            <section class="card"><h2>\(groups.members())</h2>\
            \(if: view.rights.seesMembers, "<p><a href=\"\(paths.members)\">\(groups.allMembers())</a></p>")\(action)</section>
            """
    }

    private func careCard(_ view: GroupView) -> HTML {
        let groups = words.groups, paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        var links: [(String, String)] = []
        if view.rights.setsRoles { links.append((paths.members, groups.membersAndRequests())) }
        if view.rights.changes { links.append((paths.settings, groups.settings())) }
        if view.rights.readsAudit { links.append((paths.audit, words.audit.title())) }
        return careCard(groups.lookAfter(), links)
    }
}
