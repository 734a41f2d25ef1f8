import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Buttons and what forms are made of.
struct StyleFormView {
    let call: Call
    /// What stands in a field that is filled in.
    let name: String

    private var words: StyleWords { call.words.style }

    private var samples: StyleSampleWords { words.samples }

    var sections: [StyleSection] {
        [
            StyleSection("buttons", words.buttons(), buttons), StyleSection("fields", words.fields(), fields),
            StyleSection("errors", words.errors(), errors),
        ]
    }

    private var buttons: HTML {
        let common = call.words.common
        let shown: [(style: StaticString, label: String)] = [
            ("btn", common.save()), ("btn alt", common.search()), ("btn danger", common.signOut()),
            ("btn alt danger", common.signOut()), ("btn quiet", common.undo()), ("btn quiet danger", common.signOut()),
        ]
        let plain = shown.map { item(call.button(Paths.styleguide, $0.label, style: $0.style), $0.style.description) }
        let pressed = call.button(
            Paths.styleguide,
            common.save(),
            style: "btn alt",
            attributes: " aria-pressed=\"true\""
        )
        let busy = call.button(Paths.styleguide, common.saving(), style: "btn", attributes: " aria-busy=\"true\"")
        let link: HTML = "<a class=\"btn\" href=\"\(Paths.styleguide)\">\(common.next())</a>"
        let states = item(pressed, "aria-pressed") + item(busy, "aria-busy") + item(link, "a.btn")
        return """
            <p>\(words.buttonsText())</p><ul class="shown">\(plain)\(states)</ul>\
            <div class="actions"><a class="btn" href="\(Paths.styleguide)">\(common.save())</a>\(call.cancel(Paths.styleguide))</div>
            """
    }

    private func item(_ sample: HTML, _ name: String) -> HTML { "<li>\(sample)<p><code>\(name)</code></p></li>" }

    private var fields: HTML {
        var hinted = Field("style-hinted", samples.label()), filled = Field("style-filled", samples.label())
        (hinted.hint, hinted.style) = (samples.hint(), "full")
        filled.value = name
        filled.style = "short"
        filled.mark = " \(call.words.common.optional())"
        var day = Field("style-day", words.size()), area = Field("style-area", samples.label())
        day.type = "date"
        (area.isArea, area.value) = (true, samples.posts[1])
        return """
            <form method="get" action="\(Paths.styleguide)">\(call.field(hinted))\(call.field(filled))\(call.field(day))\(call.field(area))
            \(call.select("style-select", samples.label(), choices.map { ($0.value, $0.label) }, chosen: "1", []))
            \(call.radios("style-radios", samples.label(), hint: samples.hint(), choices, chosen: "1", []))
            \(checkboxes)<button class="btn">\(call.words.common.save())</button></form>
            """
    }

    private var choices: [FormChoice] {
        samples.choices.enumerated().map { index, label in
            FormChoice(value: String(index), label, hint: index == 1 ? samples.hint() : "")
        }
    }

    private var checkboxes: HTML {
        let boxes = choices.map { choice in
            """
            <label class="choice"><input type="checkbox" name="style-boxes" value="\(choice.value)"\(if: choice.value == "1", " checked")> \(choice.label)</label>
            """ as HTML
        }
        return "<fieldset><legend>\(samples.label())</legend>\(boxes)</fieldset>"
    }

    /// The summary takes no focus, which it has where it is meant.
    private var errors: HTML {
        let wrong = ["style-wrong", "style-wrong-area", "style-wrong-select", "style-wrong-radios"]
            .map { FieldError($0, .missing) }
        let labels = Dictionary(wrong.map { ($0.field, samples.label()) }) { first, _ in first }
        var area = Field("style-wrong-area", samples.label(), value: samples.posts[0], errors: wrong)
        area.isArea = true
        var field = Field("style-wrong", samples.label(), value: "", errors: wrong)
        field.hint = samples.hint()
        let pairs = choices.map { ($0.value, $0.label) }
        return """
            <div inert>\(call.errorSummary(wrong, labels))</div><form method="get" action="\(Paths.styleguide)">\
            \(call.field(field))\(call.field(area))\(call.select("style-wrong-select", samples.label(), pairs, chosen: "", wrong))
            \(call.radios("style-wrong-radios", samples.label(), choices, chosen: "", wrong))</form>
            """
    }
}
