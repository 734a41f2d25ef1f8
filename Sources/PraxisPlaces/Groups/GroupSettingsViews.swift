import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    private func groupFields(_ typed: Fields, _ errors: [FieldError], isNew: Bool = false) -> HTML {
        let groups = words.groups
        var purpose = Field("purpose", groups.purpose(), value: typed.text("purpose"), errors: errors)
        purpose.isArea = true
        var contact = Field("contact", groups.contactLabel(), value: typed.text("contact"), errors: errors)
        contact.hint = groups.contactHint()
        var editDays = Field("editDays", groups.editDays(), value: typed.text("editDays"), errors: errors)
        (editDays.hint, editDays.type, editDays.style) = (groups.editDaysHint(), "number", "short")
        return """
            \(field(Field("name", groups.name(), value: typed.text("name"), errors: errors)))\(field(purpose))\(field(contact))\
            \(radios("kind", groups.kindLegend(), kinds, chosen: typed.text("kind"), errors))\
            \(radios("access", groups.accessLegend(), (isNew ? [usualAccess] : []) + accesses, chosen: typed.text("access"), errors))\
            \(languageChoice(typed, errors))\(field(editDays))<label class="choice"><input type="checkbox" name="listed" value="yes"\(if: typed.isTicked("listed"), " checked")> \
            \(groups.listed())</label>
            """
    }

    private var kinds: [FormChoice] {
        GroupKind.allCases.map { kind in
            let hint =
                switch kind {
                case .topic: words.groups.kindTopicHint()
                case .peerSupport: words.groups.kindSupportHint()
                case .peerSupervision: words.groups.kindSupervisionHint()
                case .working: words.groups.kindWorkingHint()
                }
            return FormChoice(kind, words.name(of: kind), hint: hint)
        }
    }

    /// Right for every kind, so that choosing another kind needs no second choice.
    private var usualAccess: FormChoice {
        FormChoice(value: GroupPlan.usual, words.peoplePage.usualAccess(), hint: words.peoplePage.usualAccessHint())
    }

    private var accesses: [FormChoice] {
        let groups = words.groups
        return [
            FormChoice(GroupAccess.open, groups.openChoice(), hint: groups.openHint()),
            FormChoice(GroupAccess.request, groups.requestChoice(), hint: groups.requestHint()),
            FormChoice(GroupAccess.invite, groups.inviteChoice(), hint: groups.inviteHint()),
        ]
    }

    /// The form that adds a group.
    func newGroupPage(_ community: CommunityLine, typed: Fields, _ errors: [FieldError]) -> Page {
        var page = Page(
            words.groups.newTitle(),
            main: """
                <form class="card" method="post" action="\(Paths.newGroup(community.slug))">\(tokenField)\
                <input type="hidden" name="key" value="\(typed["key"] ?? env.random.token())">\(groupFields(typed, errors, isNew: true))\
                <div class="actions"><button class="btn" data-busy="\(words.common.saving())">\(words.groups.add())</button>\
                \(cancel(Paths.community(community.slug)))</div></form>
                """
        )
        (page.crumbs, page.banner) = (communityCrumbs(community), errorSummary(errors))
        return page
    }

    /// The settings.
    ///
    /// If others were saved in the meantime it shows them, too, and the form is based on those.
    func groupSettingsPage(_ view: GroupView, typed: Fields, _ errors: [FieldError], isStale: Bool = false) -> Page {
        let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        let version = isStale ? nil : typed["version"]
        var page = Page(
            words.groups.settingsTitle(),
            main: """
                \(if: isStale, nowThere(view.group))
                <form class="card" method="post" action="\(paths.settings)">\(tokenField)\
                <input type="hidden" name="version" value="\(version ?? String(view.group.version))">\(groupFields(typed, errors))\
                <p class="meta">\(words.groups.opening())</p><div class="actions">\
                <button class="btn" data-busy="\(words.common.saving())">\(words.common.save())</button>\
                \(cancel(paths.home))</div></form>
                """
        )
        page.lead = linkRow(links(in: .groupSettings, of: paths))
        (page.crumbs, page.place) = (groupCrumbs(view), view.group.name)
        page.banner = "\(placeBanner())\(errorSummary(errors))\(if: isStale, staleSummary)"
        return page
    }

    private func nowThere(_ group: GroupLine) -> HTML {
        let groups = words.groups
        return """
            <section class="card"><h2>\(words.communities.nowThere())</h2><dl class="facts"><dt>\(groups.name())</dt><dd>\(group.name)</dd>\
            <dt>\(groups.purpose())</dt><dd>\(group.purpose)</dd><dt>\(groups.contactLabel())</dt><dd>\(group.contact)</dd>\
            <dt>\(groups.kind())</dt><dd>\(groupMeta(group))</dd></dl></section>
            """
    }
}
