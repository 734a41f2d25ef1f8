import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension SettingCard {
    static let appearance = SettingCard("appearance", { $0.people.appearance.title() }) { call, errors in
        guard let session = call.session else { throw Denial.signedOut }
        return AppearanceCard(call: call, appearance: session.appearance, errors: errors).html
    }
}

/// The card of the settings that asks for colours and size of type.
private struct AppearanceCard {
    let call: Call
    let appearance: Appearance
    let errors: [FieldError]

    private var words: AppearanceWords { call.words.people.appearance }

    var html: HTML {
        let themes = Appearance.Theme.allCases.map { FormChoice($0, name(of: $0)) }
        let sizes = Appearance.TextSize.allCases.map { FormChoice($0, name(of: $0)) }
        return """
            <section class="card" id="appearance"><h2>\(words.title())</h2>\(call.form(
                Paths.appearance,
                """
                <div class="two">\
                \(call.radios("theme", words.theme(), themes, chosen: appearance.theme.rawValue, errors))\
                \(call.radios("textSize", words.textSize(), sizes, chosen: appearance.textSize.rawValue, errors))</div>\
                \(call.submit(call.words.common.save(), busy: call.words.common.saving(), style: "btn alt"))
                """
            ))</section>

            """
    }

    private func name(of theme: Appearance.Theme) -> String {
        switch theme {
        case .device: words.device()
        case .light: words.light()
        case .dark: words.dark()
        }
    }

    private func name(of size: Appearance.TextSize) -> String {
        switch size {
        case .normal: words.normal()
        case .large: words.large()
        case .larger: words.larger()
        }
    }
}
