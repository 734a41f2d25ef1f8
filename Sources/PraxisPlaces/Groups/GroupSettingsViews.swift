import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The form that adds a group.
struct NewGroupPageView: PageView {
    let call: Call
    let community: CommunityLine
    let typed: Fields
    var errors: [FieldError] = []

    var page: Page {
        var page = Page(
            call.words.groups.newTitle(),
            main: """
                <form class="card" method="post" action="\(Paths.newGroup(community.slug))">\(call.tokenField)\
                <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">\(GroupFieldsView(call: call, typed: typed, errors: errors, isNew: true).html)\
                <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.groups.add())</button>\
                \(call.cancel(Paths.community(community.slug)))</div></form>
                """
        )
        (page.crumbs, page.banner) = (call.communityCrumbs(community), call.errorSummary(errors))
        page.lead = ReadersStrip.managers(call.words).html
        return page
    }
}

/// The settings.
///
/// If others were saved in the meantime it shows them, too, and the form is based on those.
struct GroupSettingsPageView: PageView {
    let call: Call
    let view: GroupView
    let typed: Fields
    var errors: [FieldError] = []
    var isStale = false

    var page: Page {
        let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        let version = isStale ? nil : typed["version"]
        var page = Page(
            call.words.groups.settingsTitle(),
            main: """
                \(if: isStale, nowThere)
                <form class="card" method="post" action="\(paths.settings)">\(call.tokenField)\
                <input type="hidden" name="version" value="\(version ?? String(view.group.version))">\(GroupFieldsView(call: call, typed: typed, errors: errors).html)\
                <div class="actions">\
                <button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
                \(call.cancel(paths.home))</div></form>
                """
        )
        (page.crumbs, page.place) = (call.groupCrumbs(view), view.group.name)
        page.lead = ReadersStrip.managers(of: view.group, call.words).html
        page.banner = "\(call.placeBanner())\(call.errorSummary(errors))\(if: isStale, call.staleSummary)"
        return SettingsMenu(call, of: paths, view.facts, at: paths.settings).beside(page)
    }

    private var nowThere: HTML {
        let groups = call.words.groups, group = view.group
        return """
            <section class="card"><h2>\(call.words.communities.nowThere())</h2><dl class="facts"><dt>\(groups.name())</dt><dd>\(group.name)</dd>\
            <dt>\(groups.purpose())</dt><dd>\(group.purpose)</dd><dt>\(groups.contactLabel())</dt><dd>\(group.contact)</dd>\
            <dt>\(groups.kind())</dt><dd>\(call.words.meta(of: group, at: call.now))</dd></dl></section>
            """
    }
}

/// The fields of a group's settings, as typed or as they are.
private struct GroupFieldsView {
    let call: Call
    let typed: Fields
    let errors: [FieldError]
    var isNew = false

    private var groups: GroupWords { call.words.groups }

    var html: HTML {
        var purpose = Field("purpose", groups.purpose(), value: typed.text("purpose"), errors: errors)
        purpose.isArea = true
        var contact = Field("contact", groups.contactLabel(), value: typed.text("contact"), errors: errors)
        contact.hint = groups.contactHint()
        var editDays = Field("editDays", groups.editDays(), value: typed.text("editDays"), errors: errors)
        editDays.hint = groups.editDaysHint()
        editDays.type = "number"
        editDays.style = "short"
        return """
            \(call.field(Field("name", groups.name(), value: typed.text("name"), errors: errors)))\(call.field(purpose))\(call.field(contact))\
            \(call.radios("kind", groups.kindLegend(), hint: isNew ? "" : groups.kindStays(), kinds, chosen: typed.text("kind"), errors))\
            \(access)\
            \(LanguageChoiceView(call: call, typed: typed, errors: errors).html)\(call.field(editDays))<label class="choice"><input type="checkbox" name="listed" value="yes"\(if: typed.isTicked("listed"), " checked")> \
            \(groups.listed())</label>
            """
    }

    private var access: HTML {
        call.radios(
            "access",
            groups.accessLegend(),
            hint: isNew ? "" : groups.accessStays(),
            (isNew ? [usualAccess] : []) + accesses,
            chosen: typed.text("access"),
            errors
        )
    }

    private var kinds: [FormChoice] {
        GroupKind.allCases.map { kind in
            let hint =
                switch kind {
                case .topic: groups.kindTopicHint()
                case .peerSupport: groups.kindSupportHint()
                case .peerSupervision: groups.kindSupervisionHint()
                case .working: groups.kindWorkingHint()
                }
            return FormChoice(kind, call.words.name(of: kind), hint: hint)
        }
    }

    /// Right for every kind, so that choosing another kind needs no second choice.
    private var usualAccess: FormChoice {
        FormChoice(
            value: GroupPlan.usual,
            call.words.peoplePage.usualAccess(),
            hint: call.words.peoplePage.usualAccessHint()
        )
    }

    private var accesses: [FormChoice] {
        [
            FormChoice(GroupAccess.open, groups.openChoice(), hint: groups.openHint()),
            FormChoice(GroupAccess.request, groups.requestChoice(), hint: groups.requestHint()),
            FormChoice(GroupAccess.invite, groups.inviteChoice(), hint: groups.inviteHint()),
        ]
    }
}
