package import PraxisWords

/// What hosts write to people by what they answered: the form, the page and the mail.
package final class GatheringMessageWords: Decodable, Sendable {
    package let heading: Phrase
    package let count: Plural
    package let write: Phrase
    package let title: Phrase
    package let readers: Phrase
    package let to: Phrase
    package let seated: Phrase
    package let waiting: Phrase
    package let maybe: Phrase
    package let toThese: Phrase
    package let whoReads: Phrase
    package let field: Phrase
    package let fieldHint: Phrase
    package let mailFull: Phrase
    package let mailTitle: Phrase
    package let mailSomething: Phrase
    package let held: Phrase
    package let send: Phrase
    package let sendAnyway: Phrase
    package let sending: Phrase
    package let preview: Phrase
    package let previewHeading: Phrase
    package let goesTo: Plural
    package let exceptOff: Phrase
    package let notSent: Phrase
    package let leaves: Phrase
    package let undo: Phrase
    package let isUndone: Phrase
    package let isUndoneOfOther: Phrase
    package let remove: Phrase
    package let isRemoved: Phrase
    package let mail: Mail

    package final class Mail: Decodable, Sendable {
        package let subject: Phrase
        package let subjectOfTitle: Phrase
        package let subjectOfSome: Phrase
        package let text: Phrase
        package let textOfTitle: Phrase
        package let textOfSome: Phrase
        package let readThere: Phrase
        package let button: Phrase
        package let why: Phrase
        package let whyWaiting: Phrase
        package let whyMaybe: Phrase
    }
}

extension GatheringMessageWords {
    func name(_ audience: MessageAudience) -> String {
        switch audience {
        case .seated: seated()
        case .waiting: waiting()
        case .maybe: maybe()
        }
    }

    /// "Coming, Waiting list".
    func names(_ audience: [MessageAudience]) -> String { audience.map(name).joined(separator: ", ") }
}
