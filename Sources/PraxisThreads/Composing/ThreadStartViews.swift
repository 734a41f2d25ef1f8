import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The form that starts a thread, with what was typed.
struct ThreadStartPageView: PageView {
    let call: Call
    let start: ThreadStart
    /// Where its draft lies.
    let place: any DraftTarget
    var state: ComposeState
    var returned: [ReturnedPost] = []

    private var words: ThreadWriteWords { call.words.threads.write }

    var page: Page {
        var crumbs = [Page.Crumb(start.community.name, Paths.community(start.community.slug))]
        if let chosen = start.chosen {
            crumbs.append(Page.Crumb(chosen.name, Paths.group(start.community.slug, chosen.slug)))
        }
        let occasion = call.env.capabilities.occasion(state.typed.occasion)
        let heading = occasion?.heading(call.words) ?? words.start.heading()
        var page = state.page(heading, composer, at: crumbs, call)
        if let occasion {
            page.lead = occasion.lead(call)
            page.main += occasion.ways(call, Paths.own(state.typed.then))
            page.crumbs = []
        }
        return page
    }

    private var composer: Composer {
        let view = ReadersView(call: call)
        var composer = Composer(
            place: place,
            action: Paths.newThread(start.community.slug),
            typed: state.typed,
            heading: nil,
            label: words.start.body(),
            send: words.start.send(),
            busy: words.compose.posting(),
            readers: readers(view),
            keepsCopy: start.chosen.map { !$0.setting.audience.isConfidential } ?? false
        )
        // An occasion has a way past it of its own.
        composer.cancel =
            !state.typed.occasion.isEmpty
            ? nil
            : start.chosen.map { Paths.group(start.community.slug, $0.slug) } ?? Paths.community(start.community.slug)
        composer.errors = state.errors
        var title = Field("title", words.start.title(), value: state.typed.title, errors: state.errors)
        let isPlain = state.typed.occasion.isEmpty
        if isPlain { title.hint = words.start.titleHint() }
        title.style = "full"
        composer.above = ReturnedNote(posts: returned, words: call.words).html
        let kind: HTML = isPlain ? kindField : "<input type=\"hidden\" name=\"kind\" value=\"\(state.typed.kind)\">"
        composer.above += groupField(view) + kind + call.field(title)
        return composer
    }

    /// Who can read what goes to the chosen group.
    ///
    /// Where there are several it names the group, so that it holds whatever is chosen after the page was made; the script
    /// puts the words for another choice in its place.
    private func readers(_ view: ReadersView) -> ReadersBox {
        let hasChoice = start.options.count > 1
        guard let chosen = start.chosen else {
            return ReadersBox(strip: ReadersStrip.ofGroup(toChoose: call.words), follows: true)
        }
        let strip = view.strip(chosen.setting.audience, of: hasChoice ? chosen.name : nil)
        return ReadersBox(strip: strip, follows: hasChoice)
    }

    private func groupField(_ view: ReadersView) -> HTML {
        let words = words.start
        guard start.options.count > 1 else {
            return "<input type=\"hidden\" name=\"group\" value=\"\(start.chosen?.slug ?? "")\">"
        }
        let options = start.options.map { option in
            """
            <option value="\(option.slug)"\(if: option.slug == start.chosen?.slug, " selected")>\(view.choice(option))</option>
            """ as HTML
        }
        let problem = state.errors.first { $0.field == "group" }?.problem
        let error = problem.map {
            "<span class=\"error\" id=\"group-error\">\(call.words.sentence($0, of: "group"))</span>"
                as HTML
        }
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="group">\(words.group())</label>\(error)\
            <select id="group" name="group"\(if: problem != nil, " aria-invalid=\"true\" aria-describedby=\"group-error\"")>\
            \(if: start.chosen == nil, "<option value=\"\" selected>\(words.chooseGroup())</option>")\(options)</select></div>
            \(readersOfEach(view))
            """
    }

    /// The same for every group that can be chosen: for members who compare them, and for the script.
    private func readersOfEach(_ view: ReadersView) -> HTML {
        let each = start.options.map { option -> HTML in
            let audience = option.setting.audience
            return """
                <li data-group="\(option.slug)"\(if: audience.isConfidential, " data-keep=\"server\"")>\
                \(view.strip(audience, of: option.name))</li>
                """
        }
        return """
            <details data-readers-of><summary>\(words.start.readersOfEach())</summary>\
            <ul class="readers">\(each)</ul></details>
            """
    }

    private var kindField: HTML {
        let words = words.start
        let choices = call.threadKinds.all.filter(start.offers).map { kind in
            """
            <label class="choice"><input type="radio" name="kind" value="\(kind.kind.rawValue)"\
            \(if: kind.kind.rawValue == state.typed.kind, " checked")> \(kind.name(call.words)) \
            <span class="hint">\(kind.choice?.hint(call.words))</span></label>

            """ as HTML
        }
        let problem = state.errors.first { $0.field == "kind" }?.problem
        let error = problem.map {
            "<span class=\"error\">\(call.words.sentence($0, of: "kind"))</span>" as HTML
        }
        return """
            <fieldset id="kind"\(if: problem != nil, " class=\"bad\"")><legend>\(words.kind())</legend>\(error)
            \(choices)</fieldset>
            """
    }
}
