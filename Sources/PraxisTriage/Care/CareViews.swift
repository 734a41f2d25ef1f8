import HTML
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension Call {
    /// The form for it; if it was saved in the meantime, the page says so and the form is based on that.
    func carePage(
        _ line: CommunityLine,
        _ care: Care,
        _ people: [PossibleContact],
        typed: Fields,
        _ errors: [FieldError],
        isStale: Bool
    ) -> Page {
        let words = words.triage.care
        var crisis = Field("text", words.crisis(), value: typed.text("text"), errors: errors)
        (crisis.hint, crisis.isArea) = (words.crisisHint(["usual": self.words.triage.report.crisisDefault()]), true)
        let counts = Limits.heldPosts.map { (String($0), $0 == 0 ? words.none() : words.posts($0)) }
        let contacts = [("", words.noContact())] + people.map { ($0.id.description, $0.name) }
        let found = people.filter(\.isFound)
        // The only one of that name is who was meant.
        let contact = found.count == 1 ? found[0].id.description : typed.text("contact")
        var page = Page(
            words.title(),
            main: """
                \(errorSummary(errors, ["text": words.crisis(), "contact": words.contact()]))\(if: isStale, staleSummary)
                <form class="card" method="post" action="\(Paths.care(line.slug))">\(tokenField)
                <input type="hidden" name="version" value="\(isStale ? String(care.version) : typed.text("version"))">
                \(choice("heldPosts", words.heldPosts(), words.heldPostsHint(), counts, chosen: typed.text("heldPosts"), errors))
                \(choice("contact", words.contact(), words.contactHint(), contacts, chosen: contact, errors))
                \(finding(typed.text("find"), found: found.count))
                \(field(crisis))
                <div class="actions"><button class="btn" data-busy="\(self.words.common.saving())">\(self.words.common.save())</button>
                <a class="btn alt" href="\(Paths.communitySettings(line.slug))">\(self.words.common.cancel())</a></div></form>
                """
        )
        (page.crumbs, page.place) = (communityCrumbs(line), line.name)
        page.banner = placeBanner()
        return page
    }

    /// Looks for a member by name and brings them into the list above: a community has more people than a list can hold.
    private func finding(_ text: String, found: Int) -> HTML {
        let said = words.peoplePage
        let answer: HTML = """
            <p class="meta" role="status">\(found == 0 ? said.noneFound(["text": text]) : said.found(found))</p>
            """
        return """
            <div class="inline"><div class="field"><label for="find">\(said.find())</label>\
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
        chosen: String,
        _ errors: [FieldError]
    ) -> HTML {
        let problem = errors.first { $0.field == name }?.problem
        let error = problem.map { "<span class=\"error\">\(words.sentence($0, of: name))</span>" as HTML }
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="\(name)">\(label)</label>\
            <span class="hint" id="\(name)-hint">\(hint)</span>\(error)\
            <select id="\(name)" name="\(name)" aria-describedby="\(name)-hint">\
            \(each: options, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }
}
