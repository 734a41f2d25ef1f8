import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// The form for how a community looks after its people.
struct CarePageView: PageView {
    let call: Call
    let view: CommunityView
    let care: Care
    let people: [PossibleContact]
    let typed: Fields
    let errors: [FieldError]
    /// Whether it was saved in the meantime: the page says so, and the form is based on that.
    let isStale: Bool

    private var words: TriageWords.Care { call.words.triage.care }

    private var line: CommunityLine { view.details.line }

    var page: Page {
        let common = call.words.common
        var crisis = Field("text", words.crisis(), value: typed.text("text"), errors: errors)
        (crisis.hint, crisis.isArea) = (words.crisisHint(), true)
        let counts = Limits.heldPosts.map { (String($0), $0 == 0 ? words.none() : words.posts($0)) }
        let contacts = [("", words.noContact())] + people.map { ($0.id.description, $0.name) }
        let found = people.filter(\.isFound)
        // The only one of that name is who was meant.
        let contact = found.count == 1 ? found[0].id.description : typed.text("contact")
        var page = Page(
            words.title(),
            main: """
                <form class="card" method="post" action="\(Paths.care(line.slug))">\(call.tokenField)
                <input type="hidden" name="version" value="\(isStale ? String(care.version) : typed.text("version"))">
                \(choice("heldPosts", words.heldPosts(), words.heldPostsHint(), counts, chosen: typed.text("heldPosts")))
                \(choice("contact", words.contact(), words.contactHint(), contacts, chosen: contact))
                \(finding(found.count))
                \(call.field(crisis))<p class="hint">\(words.crisisUsual())<br>\(words.crisisQuoted(["text": call.words.triage.report.crisisDefault()]))</p>
                <div class="actions"><button class="btn" data-busy="\(common.saving())">\(common.save())</button>
                <a class="btn alt" href="\(Paths.communitySettings(line.slug))">\(common.cancel())</a></div></form>
                """
        )
        (page.crumbs, page.place) = (call.communityCrumbs(line), line.name)
        page.lead = ReadersStrip.managers(call.words).html
        let wrong = call.errorSummary(errors, ["text": words.crisis(), "contact": words.contact()])
        page.banner = "\(call.placeBanner())\(wrong)\(if: isStale, call.staleSummary)"
        let place = PlacePaths(community: line.slug)
        return SettingsMenu(call, of: place, view.facts, at: Paths.care(line.slug)).beside(page)
    }

    /// Looks for a member by name and brings them into the list above: a community has more people than a list can hold.
    private func finding(_ found: Int) -> HTML {
        let text = typed.text("find"), said = call.words.peoplePage
        let answer: HTML = """
            <p class="meta" role="status">\(found == 0 ? said.noneFound(["text": text]) : said.found(found))</p>
            """
        return """
            <div class="inline"><div class="field"><label for="find">\(words.find())</label>\
            <input id="find" name="find" type="search" value="\(text)" autocomplete="off"></div>\
            <button class="btn alt" name="look" value="1">\(said.findButton())</button></div>\
            \(if: !text.isEmpty, answer)
            """
    }

    private func choice(
        _ name: String,
        _ label: String,
        _ hint: String,
        _ options: [(String, String)],
        chosen: String
    ) -> HTML {
        let problem = errors.first { $0.field == name }?.problem
        let error = problem.map { "<span class=\"error\">\(call.words.sentence($0, of: name))</span>" as HTML }
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="\(name)">\(label)</label>\
            <span class="hint" id="\(name)-hint">\(hint)</span>\(error)\
            <select id="\(name)" name="\(name)" aria-describedby="\(name)-hint">\
            \(each: options, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }
}
