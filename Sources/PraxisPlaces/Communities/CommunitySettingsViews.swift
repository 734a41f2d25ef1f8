import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The fields of a community's settings, as typed or as they are.
    func communityFields(_ typed: Fields, _ errors: [FieldError]) -> HTML {
        let communities = words.communities
        var name = Field("name", communities.name(), value: typed.text("name"), errors: errors)
        name.style = "full"
        var domain = Field("domain", communities.domain(), value: typed.text("domain"), errors: errors)
        (domain.hint, domain.isArea) = (communities.domainHint(), true)
        var agreement = Field("agreement", communities.agreement(), value: typed.text("agreement"), errors: errors)
        (agreement.hint, agreement.isArea, agreement.style) = (communities.agreementHint(), true, "tall")
        return """
            \(field(name))\(field(domain))\(visibilityChoice(typed, errors))\(joiningChoice(typed, errors))\
            \(languageChoice(typed, errors))\(field(agreement))
            """
    }

    private func visibilityChoice(_ typed: Fields, _ errors: [FieldError]) -> HTML {
        let communities = words.communities
        let names = [
            (CommunityVisibility.public, communities.visibilityPublic()), (.members, communities.visibilityMembers()),
            (.hidden, communities.visibilityHidden()),
        ]
        let choices = names.map { FormChoice($0.0, $0.1, hint: words.readers(of: $0.0)) }
        return radios("visibility", communities.visibility(), choices, chosen: typed.text("visibility"), errors)
    }

    private func joiningChoice(_ typed: Fields, _ errors: [FieldError]) -> HTML {
        let choices = Joining.allCases.map { FormChoice($0, words.name(of: $0), hint: words.sentence(on: $0)) }
        return radios("joining", words.communities.howToJoin(), choices, chosen: typed.text("joining"), errors)
    }

    /// What people write in, in a community or a group.
    func languageChoice(_ typed: Fields, _ errors: [FieldError]) -> HTML {
        let choices = env.settings.languages.map { language in
            switch language {
            case .english: FormChoice(language, words.communities.english())
            case .french: FormChoice(language, words.communities.french())
            }
        }
        let hint = words.peoplePage.languageHint()
        return radios(
            "language",
            words.communities.language(),
            hint: hint,
            choices,
            chosen: typed.text("language"),
            errors
        )
    }

    /// The settings.
    ///
    /// If others were saved in the meantime it shows them, too, and the form is based on those.
    func communitySettingsPage(
        _ details: CommunityDetails,
        typed: Fields,
        _ errors: [FieldError],
        isStale: Bool = false
    ) -> Page {
        let line = details.line
        let version = isStale ? nil : typed["version"]
        var page = Page(
            words.communities.settingsTitle(),
            main: """
                \(if: isStale, nowThere(details))
                <form class="card" method="post" action="\(Paths.communitySettings(line.slug))">\(tokenField)\
                <input type="hidden" name="version" value="\(version ?? String(details.version))">\(communityFields(typed, errors))\
                <div class="actions"><button class="btn" data-busy="\(words.common.saving())">\(words.common.save())</button>\
                \(cancel(Paths.community(line.slug)))</div></form>
                """
        )
        page.lead = linkRow(links(in: .communitySettings, of: PlacePaths(community: line.slug)))
        (page.crumbs, page.place) = (communityCrumbs(line), line.name)
        page.banner = "\(placeBanner())\(errorSummary(errors))\(if: isStale, staleSummary)"
        return page
    }

    private func nowThere(_ details: CommunityDetails) -> HTML {
        let line = details.line, communities = words.communities
        return """
            <section class="card"><h2>\(communities.nowThere())</h2><dl class="facts"><dt>\(communities.name())</dt><dd>\(line.name)</dd>\
            <dt>\(communities.domain())</dt><dd>\(line.domain)</dd><dt>\(communities.visibility())</dt>\
            <dd>\(words.readers(of: line.visibility))</dd><dt>\(communities.howToJoin())</dt><dd>\(words.sentence(on: line.joining))</dd></dl>\
            \(details.agreement.map { "<div class=\"prose\" dir=\"auto\">\(HTML(trusted: $0.html))</div>" as HTML })</section>
            """
    }

    /// The form that adds a community.
    func newCommunityPage(typed: Fields, _ errors: [FieldError]) -> Page {
        var page = Page(
            words.communities.add(),
            main: """
                <form class="card" method="post" action="\(Paths.newCommunity)">\(tokenField)\
                <input type="hidden" name="key" value="\(typed["key"] ?? env.random.token())">\
                \(communityFields(typed, errors))<div class="actions">\
                <button class="btn" data-busy="\(words.common.saving())">\(words.communities.add())</button>\
                \(cancel(Paths.communities))</div></form>
                """
        )
        page.crumbs = [.init(words.communities.title(), Paths.communities)]
        page.banner = errorSummary(errors)
        return page
    }
}
