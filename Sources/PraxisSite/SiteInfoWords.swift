import PraxisDomain
package import PraxisWords

/// What the site says of itself: `siteInfo` in the files.
package final class SiteInfoWords: WordSection {
    package static let name = "siteInfo"

    package let title: Phrase
    package let lead: Phrase
    package let email: Phrase
    package let emailHint: Phrase
    package let english: Phrase
    package let french: Phrase
    package let organisation: Phrase
    package let organisationHint: Phrase
    package let contact: Phrase
    package let contactHint: Phrase
    package let helpText: Phrase
    package let helpHint: Phrase
    package let privacyText: Phrase
    package let privacyHint: Phrase
    package let accessibilityText: Phrase
    package let accessibilityHint: Phrase
    package let changed: Phrase
    package let nowThere: Phrase
    package let footer: Phrase
    package let runBy: Phrase
    package let own: Phrase
    package let ownFrom: Phrase
    package let contactTitle: Phrase
    package let contactLead: Phrase
    package let contactNone: Phrase
    package let contactManagers: Phrase
    package let contactAdd: Phrase
    package let help: SiteHelpWords
    package let privacy: SitePrivacyWords
    package let accessibility: SiteAccessibilityWords
    package let acts: [String: Phrase]

    func name(of language: Language) -> String {
        switch language {
        case .english: english()
        case .french: french()
        }
    }

    func label(_ kind: SiteText.Kind) -> String {
        switch kind {
        case .organisation: organisation()
        case .contact: contact()
        case .help: helpText()
        case .privacy: privacyText()
        case .accessibility: accessibilityText()
        }
    }

    func hint(_ kind: SiteText.Kind) -> String {
        switch kind {
        case .organisation: organisationHint()
        case .contact: contactHint()
        case .help: helpHint()
        case .privacy: privacyHint()
        case .accessibility: accessibilityHint()
        }
    }

    /// What the page of a kind says on every site.
    func guide(_ kind: SiteText.Kind) -> SiteGuide {
        switch kind {
        case .privacy: privacy.guide
        case .accessibility: accessibility.guide
        case .help, .organisation, .contact: help.guide
        }
    }
}

extension Words {
    package var siteInfo: SiteInfoWords { self[SiteInfoWords.self] }
}
