import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The form that starts a thread, with what was typed; `place` is where its draft lies.
    func startComposer(
        _ start: ThreadStart,
        _ typed: TypedPost,
        at place: DraftTarget,
        errors: [FieldError],
        returned: [ReturnedPost] = []
    ) -> HTML {
        let words = words.threads.write
        var composer = Composer(
            place: place,
            action: Paths.newThread(start.community.slug),
            typed: typed,
            heading: nil,
            label: words.start.body(),
            send: words.start.send(),
            busy: words.compose.posting(),
            readers: readers(start),
            keepsCopy: start.chosen.map { !$0.setting.audience.isConfidential } ?? false
        )
        composer.cancel =
            start.chosen.map { Paths.group(start.community.slug, $0.slug) } ?? Paths.community(start.community.slug)
        composer.errors = errors
        var title = Field("title", words.start.title(), value: typed.title, errors: errors)
        title.hint = words.start.titleHint()
        title.style = "full"
        composer.above =
            returnedNote(returned) + groupField(start, errors) + kindField(start, typed, errors) + field(title)
        return self.composer(composer)
    }

    func startPage(_ start: ThreadStart, _ main: HTML) -> Page {
        var page = Page(words.threads.write.start.heading(), main: main)
        page.crumbs = [Page.Crumb(start.community.name, Paths.community(start.community.slug))]
        if let chosen = start.chosen {
            page.crumbs.append(Page.Crumb(chosen.name, Paths.group(start.community.slug, chosen.slug)))
        }
        return page
    }

    /// Who can read what goes to the chosen group.
    ///
    /// Where there are several it names the group, so that it holds whatever is chosen after the page was made; the script
    /// puts the words for another choice in its place.
    private func readers(_ start: ThreadStart) -> HTML {
        let hasChoice = start.options.count > 1
        guard let chosen = start.chosen else {
            return "<div class=\"inset\" data-readers><p>\(words.threads.write.start.chooseToSee())</p></div>"
        }
        return readersInset(
            chosen.setting.audience,
            of: hasChoice ? chosen.name : nil,
            attributes: hasChoice ? " data-readers" : HTML()
        )
    }

    private func groupField(_ start: ThreadStart, _ errors: [FieldError]) -> HTML {
        let words = words.threads.write.start
        guard start.options.count > 1 else {
            return "<input type=\"hidden\" name=\"group\" value=\"\(start.chosen?.slug ?? "")\">"
        }
        let options = start.options.map { option in
            """
            <option value="\(option.slug)"\(if: option.slug == start.chosen?.slug, " selected")>\(choice(option))</option>
            """ as HTML
        }
        let problem = errors.first { $0.field == "group" }?.problem
        let error = problem.map {
            "<span class=\"error\" id=\"group-error\">\(self.words.sentence($0, of: "group"))</span>"
                as HTML
        }
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="group">\(words.group())</label>\(error)\
            <select id="group" name="group"\(if: problem != nil, " aria-invalid=\"true\" aria-describedby=\"group-error\"")>\
            \(if: start.chosen == nil, "<option value=\"\" selected>\(words.chooseGroup())</option>")\(options)</select></div>
            \(readers(start))\(readersOfEach(start))
            """
    }

    /// The same for every group that can be chosen: for members who compare them, and for the script.
    private func readersOfEach(_ start: ThreadStart) -> HTML {
        let each = start.options.map { option -> HTML in
            let audience = option.setting.audience
            return """
                <li data-group="\(option.slug)"\(if: audience.isConfidential, " data-keep=\"server\"")>\
                \(readersInset(audience, of: option.name))</li>
                """
        }
        return """
            <details data-readers-of><summary>\(words.threads.write.start.readersOfEach())</summary>\
            <ul class="readers">\(each)</ul></details>
            """
    }

    private func kindField(_ start: ThreadStart, _ typed: TypedPost, _ errors: [FieldError]) -> HTML {
        let words = words.threads.write.start
        let choices = threadKinds.all.filter(start.offers).map { kind in
            """
            <label class="choice"><input type="radio" name="kind" value="\(kind.kind.rawValue)"\
            \(if: kind.kind.rawValue == typed.kind, " checked")> \(kind.name(self.words)) \
            <span class="hint">\(kind.choice?.hint(self.words))</span></label>

            """ as HTML
        }
        let problem = errors.first { $0.field == "kind" }?.problem
        let error = problem.map {
            "<span class=\"error\">\(self.words.sentence($0, of: "kind"))</span>" as HTML
        }
        return """
            <fieldset id="kind"\(if: problem != nil, " class=\"bad\"")><legend>\(words.kind())</legend>\(error)
            \(choices)</fieldset>
            """
    }
}
