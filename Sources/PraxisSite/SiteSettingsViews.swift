import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Where site administrators say who runs the site.
///
/// If others saved in the meantime it shows what is there now, too, and the form is based on that.
struct SiteSettingsPageView: PageView {
    let call: Call
    let profile: SiteProfile
    let typed: Fields
    var errors: [FieldError] = []
    var isStale = false

    private var said: SiteInfoWords { call.words.siteInfo }

    var page: Page {
        let version = isStale ? String(profile.version) : typed.text("version")
        var page = Page(
            said.title(),
            main: """
                \(if: isStale, nowThere)
                <form method="post" action="\(Paths.siteSettings)">\(call.tokenField)<input type="hidden" name="version" value="\(version)">\
                <section class="card">\(email)</section>\(each: call.env.settings.languages, card)\
                <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button>\
                \(call.cancel(Paths.settings))</div></form>
                """
        )
        page.lead = "<p class=\"lead\">\(said.lead())</p>"
        page.crumbs = [.init(call.words.common.settings(), Paths.settings)]
        page.banner = "\(call.errorSummary(errors, labels))\(if: isStale, call.staleSummary)"
        if call.query["done"] == "changed" { page.banner = call.banner(said.changed()) }
        return SettingsMenu(call, at: Paths.siteSettings).beside(page)
    }

    private var email: HTML {
        var field = Field("email", said.email(), value: typed.text("email"), errors: errors)
        field.hint = said.emailHint()
        field.type = "email"
        field.autocomplete = "off"
        return call.field(field)
    }

    private func card(_ language: Language) -> HTML {
        """
        <section class="card"><h2>\(said.name(of: language))</h2>\(each: SiteText.Kind.allCases, { field($0, language) })</section>

        """
    }

    private func field(_ kind: SiteText.Kind, _ language: Language) -> HTML {
        let name = SiteText.field(kind, language)
        var field = Field(name, said.label(kind), value: typed.text(name), errors: errors)
        field.hint = said.hint(kind)
        (field.isArea, field.style) = (kind != .organisation, kind == .organisation ? "full" : "")
        field.attributes = call.lang(language)
        return call.field(field)
    }

    /// What each field is called in the list of errors, where its heading is out of sight.
    private var labels: [String: String] {
        let names = call.env.settings.languages.flatMap { language in
            SiteText.Kind.allCases.map {
                (SiteText.field($0, language), "\(said.label($0)) (\(said.name(of: language)))")
            }
        }
        return Dictionary(names) { first, _ in first }
    }

    private var nowThere: HTML {
        let texts = call.env.settings.languages.flatMap { language in
            SiteText.Kind.allCases.compactMap { profile.shown($0, in: [language]) }
        }
        return """
            <section class="card"><h2>\(said.nowThere())</h2><dl class="facts"><dt>\(said.email())</dt><dd>\(profile.email)</dd>\
            \(each: texts, { "<dt>\(labels[SiteText.field($0.kind, $0.language)] ?? "")</dt><dd class=\"kept\" dir=\"auto\"\(call.lang($0.language))>\($0.body)</dd>" as HTML })</dl></section>
            """
    }
}
