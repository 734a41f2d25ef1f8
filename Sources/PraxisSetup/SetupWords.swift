package import PraxisWords

/// Setting up a site, and the first steps of a community: `setup` in the files.
package final class SetupWords: WordSection {
    package static let name = "setup"

    package let title: Phrase
    package let lead: Phrase
    package let done: Plural
    package let goOn: Plural
    package let isDone: Phrase
    package let isToDo: Phrase
    package let isLater: Phrase
    package let administrator: Phrase
    package let administratorHint: Phrase
    package let administratorLead: Phrase
    package let name: Phrase
    package let email: Phrase
    package let password: Phrase
    package let passwordHint: Phrase
    package let create: Phrase
    package let site: Phrase
    package let siteHint: Phrase
    package let mail: Phrase
    package let mailHint: Phrase
    package let community: Phrase
    package let communityHint: Phrase
    package let people: Phrase
    package let peopleHint: Phrase
    package let finish: Phrase
    package let finishText: Phrase
    package let configuration: Phrase
    package let configurationText: Phrase
    package let siteName: Phrase
    package let address: Phrase
    package let languages: Phrase
    package let zone: Phrase
    package let sender: Phrase
    package let firstSteps: FirstStepWords
    /// An agreement to begin with, in Markdown: its paragraphs.
    package let modelAgreement: [String]
    package let acts: [String: Phrase]
}

package final class FirstStepWords: Decodable, Sendable {
    package let title: Phrase
    package let lead: Phrase
    package let purpose: Phrase
    package let purposeHint: Phrase
    package let agreement: Phrase
    package let agreementHint: Phrase
    package let model: Phrase
    package let group: Phrase
    package let groupHint: Phrase
    package let people: Phrase
    package let peopleHint: Phrase
    package let welcome: Phrase
    package let welcomeHint: Phrase
    package let close: Phrase
}

extension Words {
    package var setup: SetupWords { self[SetupWords.self] }
}
