import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The form that starts a thread, with what was typed.
    func startComposer(_ start: ThreadStart, _ typed: TypedPost, errors: [FieldError]) -> HTML {
        let words = words.threads.write
        var composer = Composer(
            place: start.place,
            action: Paths.newThread(start.setting.community.slug),
            typed: typed,
            heading: nil,
            label: words.start.body(),
            send: words.start.send(),
            busy: words.compose.posting(),
            audience: sentence(start.setting.audience),
            isConfidential: start.setting.audience.isConfidential
        )
        composer.cancel = Paths.group(start.setting.community.slug, start.chosen.slug)
        composer.errors = errors
        var title = Field("title", words.start.title(), value: typed.title, errors: errors)
        title.hint = words.start.titleHint()
        title.style = "full"
        composer.above = groupField(start, typed) + kindField(start, typed, errors) + field(title)
        return self.composer(composer)
    }

    func startPage(_ start: ThreadStart, _ main: HTML) -> Page {
        var page = Page(words.threads.write.start.heading(), main: main)
        page.crumbs = crumbs(start.setting)
        return page
    }

    private func groupField(_ start: ThreadStart, _ typed: TypedPost) -> HTML {
        let chosen = start.groups.contains { $0.slug == typed.group } ? typed.group : start.chosen.slug
        if start.groups.count == 1 { return "<input type=\"hidden\" name=\"group\" value=\"\(chosen)\">" }
        let options = start.groups.map { group in
            """
            <option value="\(group.slug)"\(if: group.slug == chosen, " selected")>\(group.name)</option>
            """ as HTML
        }
        return """
            <div class="field"><label for="group">\(words.threads.write.start.group())</label>\
            <select id="group" name="group">\(options)</select></div>
            """
    }

    private func kindField(_ start: ThreadStart, _ typed: TypedPost, _ errors: [FieldError]) -> HTML {
        let words = words.threads.write.start
        let kinds: [(ThreadKind, String, String)] = [
            (.discussion, words.discussion(), words.discussionHint()),
            (.question, words.question(), words.questionHint()),
            (.story, words.story(), words.storyHint()), (.notice, words.notice(), words.noticeHint()),
        ]
        let choices = kinds.filter { $0.0 != .notice || start.mayGiveNotice }.map { kind, name, hint in
            """
            <label class="choice"><input type="radio" name="kind" value="\(kind.rawValue)"\
            \(if: kind.rawValue == typed.kind, " checked")> \(name) <span class="hint">\(hint)</span></label>

            """ as HTML
        }
        let problem = errors.first { $0.field == "kind" }?.problem
        let error = problem.map {
            "<span class=\"error\">\(self.words.errors.field.sentence($0, of: "kind"))</span>" as HTML
        }
        return """
            <fieldset id="kind"\(if: problem != nil, " class=\"bad\"")><legend>\(words.kind())</legend>\(error)
            \(choices)</fieldset>
            """
    }
}
