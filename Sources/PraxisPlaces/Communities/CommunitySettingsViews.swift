import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The settings.
///
/// If others were saved in the meantime it shows them, too, and the form is based on those.
struct CommunitySettingsPageView: PageView {
    let call: Call
    let view: CommunityView
    let typed: Fields
    var errors: [FieldError] = []
    var isStale = false

    private var details: CommunityDetails { view.details }

    var page: Page {
        let line = details.line, place = PlacePaths(community: line.slug)
        let version = isStale ? nil : typed["version"]
        var page = Page(
            call.words.communities.settingsTitle(),
            main: """
                \(if: isStale, nowThere)
                <form class="card" method="post" action="\(Paths.communitySettings(line.slug))">\(call.tokenField)\
                <input type="hidden" name="version" value="\(version ?? String(details.version))">\(CommunityFieldsView(call: call, typed: typed, errors: errors).html)\
                <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
                \(call.cancel(Paths.community(line.slug)))</div></form>
                """
        )
        (page.crumbs, page.place) = (call.communityCrumbs(line), line.name)
        page.lead = ReadersStrip.managers(call.words).html
        page.banner = "\(call.placeBanner())\(call.errorSummary(errors))\(if: isStale, call.staleSummary)"
        return SettingsMenu(call, of: place, view.facts, at: place.settings).beside(page)
    }

    private var nowThere: HTML {
        let line = details.line, communities = call.words.communities
        return """
            <section class="card"><h2>\(communities.nowThere())</h2><dl class="facts"><dt>\(communities.name())</dt><dd>\(line.name)</dd>\
            <dt>\(communities.domain())</dt><dd>\(line.domain)</dd>\(RegionView(call: call, line: line).fact)<dt>\(communities.visibility())</dt>\
            <dd>\(call.words.readers(of: line.visibility))</dd><dt>\(communities.howToJoin())</dt><dd>\(call.words.sentence(on: line.joining))</dd></dl>\
            \(details.agreement.map { "<div class=\"prose\" dir=\"auto\">\(HTML(trusted: $0.html))</div>" as HTML })</section>
            """
    }
}

/// The form that adds a community.
struct NewCommunityPageView: PageView {
    let call: Call
    let typed: Fields
    var errors: [FieldError] = []

    var page: Page {
        var page = Page(
            call.words.communities.add(),
            main: """
                <form class="card" method="post" action="\(Paths.newCommunity)">\(call.tokenField)\
                <input type="hidden" name="key" value="\(typed["key"] ?? call.env.random.token())">\
                \(CommunityFieldsView(call: call, typed: typed, errors: errors).html)<div class="actions">\
                <button class="btn" data-busy="\(call.words.common.saving())">\(call.words.communities.add())</button>\
                \(call.cancel(Paths.communities))</div></form>
                """
        )
        page.crumbs = [.init(call.words.communities.title(), Paths.communities)]
        page.banner = call.errorSummary(errors)
        return page
    }
}

/// The fields of a community's settings, as typed or as they are.
private struct CommunityFieldsView {
    let call: Call
    let typed: Fields
    let errors: [FieldError]

    private var communities: CommunityWords { call.words.communities }

    var html: HTML {
        var name = Field("name", communities.name(), value: typed.text("name"), errors: errors)
        name.style = "full"
        var domain = Field("domain", communities.domain(), value: typed.text("domain"), errors: errors)
        (domain.hint, domain.isArea) = (communities.domainHint(), true)
        domain.mark = " \(call.words.common.optional())"
        var region = Field("region", communities.region(), value: typed.text("region"), errors: errors)
        (region.mark, region.hint) = (" \(call.words.common.optional())", communities.regionHint())
        var agreement = Field("agreement", communities.agreement(), value: typed.text("agreement"), errors: errors)
        agreement.hint = communities.agreementHint()
        agreement.mark = domain.mark
        agreement.isArea = true
        agreement.style = "tall"
        return """
            \(call.field(name))\(call.field(domain))\(call.field(region))\(visibility)\(joining)\
            \(LanguageChoiceView(call: call, typed: typed, errors: errors).html)\(call.field(agreement))
            """
    }

    private var visibility: HTML {
        let names = [
            (CommunityVisibility.public, communities.visibilityPublic()), (.members, communities.visibilityMembers()),
            (.hidden, communities.visibilityHidden()),
        ]
        let choices = names.map { FormChoice($0.0, $0.1, hint: call.words.readers(of: $0.0)) }
        return call.radios("visibility", communities.visibility(), choices, chosen: typed.text("visibility"), errors)
    }

    private var joining: HTML {
        let choices = Joining.allCases.map {
            FormChoice($0, call.words.name(of: $0), hint: call.words.settingHint(on: $0))
        }
        return call.radios("joining", communities.howToJoin(), choices, chosen: typed.text("joining"), errors)
    }
}

/// What people write in, in a community or a group.
struct LanguageChoiceView {
    let call: Call
    let typed: Fields
    let errors: [FieldError]

    var html: HTML {
        let choices = call.env.settings.languages.map { language in
            switch language {
            case .english: FormChoice(language, call.words.communities.english())
            case .french: FormChoice(language, call.words.communities.french())
            }
        }
        let hint = call.words.peoplePage.languageHint()
        return call.radios(
            "language",
            call.words.communities.language(),
            hint: hint,
            choices,
            chosen: typed.text("language"),
            errors
        )
    }
}
