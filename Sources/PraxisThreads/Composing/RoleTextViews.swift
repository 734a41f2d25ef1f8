import HTML
import PraxisDomain
package import PraxisWeb
import PraxisWords

/// The form of a text that a capability gives a place of its own, before it is written.
package struct RoleTextForm: Sendable {
    let place: any DraftTarget
    let action: String
    let title: String
    let label: String
    let send: String
    /// Where one goes without sending it.
    let cancel: String
    /// What stands above the field; nil for nothing.
    let hint: String?

    package init(
        place: any DraftTarget,
        action: String,
        title: String,
        label: String,
        send: String,
        cancel: String,
        hint: String? = nil
    ) {
        (self.place, self.action) = (place, action)
        (self.title, self.label) = (title, label)
        (self.send, self.cancel) = (send, cancel)
        self.hint = hint
    }
}

/// The page of that form, with what was typed and what is said of it.
package struct RoleTextPageView: PageView {
    package let call: Call
    let form: RoleTextForm
    let setting: WritingSetting
    /// The revision that the text is to replace: in a field of its own, since a draft has one, too.
    let basis: Int
    /// What is there by now, as HTML; nil for nothing.
    let current: [UInt8]?
    package var state: ComposeState

    package init(
        call: Call,
        form: RoleTextForm,
        setting: WritingSetting,
        basis: Int,
        current: [UInt8]?,
        _ state: ComposeState
    ) {
        (self.call, self.form) = (call, form)
        (self.setting, self.basis) = (setting, basis)
        (self.current, self.state) = (current, state)
    }

    package var page: Page {
        state.page(form.title, composer, above: there, at: setting.crumbs, call)
    }

    private var there: HTML {
        guard let current else { return HTML() }
        return """
            <section class="card"><h2>\(call.words.threads.write.edit.nowThere())</h2>\
            <div class="prose" dir="auto">\(HTML(trusted: current))</div></section>
            """
    }

    private var composer: Composer {
        let words = call.words.threads.write.edit
        var composer = Composer(
            place: form.place,
            action: form.action,
            typed: state.typed,
            heading: current == nil ? nil : words.whatYouTyped(),
            label: form.label,
            send: current == nil ? form.send : words.sendOver(),
            busy: call.words.common.saving(),
            readers: ReadersBox(strip: ReadersView(call: call).strip(setting.audience)),
            keepsCopy: !setting.audience.isConfidential
        )
        composer.cancel = form.cancel
        composer.errors = state.errors
        let hint = form.hint.map { "<p class=\"meta\">\($0)</p>" as HTML }
        composer.above = "<input type=\"hidden\" name=\"basis\" value=\"\(basis)\">\(hint)"
        return composer
    }
}
