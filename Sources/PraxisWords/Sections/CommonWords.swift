/// The texts that all pages share.
package final class CommonWords: Decodable, Sendable {
    package let skipToMain: Phrase
    package let menu: Phrase
    package let mainNavigation: Phrase
    package let breadcrumb: Phrase
    package let whatsNew: Phrase
    package let communities: Phrase
    package let search: Phrase
    package let drafts: Phrase
    package let settings: Phrase
    package let allSettings: Phrase
    package let siteDuties: Phrase
    package let signIn: Phrase
    package let signUp: Phrase
    package let signOut: Phrase
    package let save: Phrase
    package let cancel: Phrase
    package let undo: Phrase
    package let saved: Phrase
    package let pages: Phrase
    package let previous: Phrase
    package let next: Phrase
    package let saving: Phrase
    package let nothingHere: Phrase
    package let optional: Phrase
    package let confidential: Phrase
    package let back: Phrase
    package let aGroup: Phrase
    package let inPlace: Phrase
    package let because: Phrase
    package let more: Phrase
    package let printed: Phrase
}

/// Dates in words; the order of their parts is a phrase.
package final class DateWords: Decodable, Sendable {
    package let weekdays: [String]
    package let months: [String]
    package let today: Phrase
    package let yesterday: Phrase
    /// How the first day of a month is written.
    package let firstDay: Phrase
    package let dayThisYear: Phrase
    package let dayAndMonth: Phrase
    package let dayOtherYear: Phrase
    package let monthOfYear: Phrase
    package let dayAtTime: Phrase
    package let time: Phrase
    /// A time without minutes.
    package let fullHour: Phrase
    package let noon: Phrase
    package let morning: Phrase
    package let afternoon: Phrase
    /// Whether hours run to 12, with `morning` and `afternoon`, or to 24.
    package let hours: Int
}

/// The texts of a page that cannot do what was asked.
package final class ErrorWords: Decodable, Sendable {
    package let heading: Phrase
    package let missingTitle: Phrase
    package let missingText: Phrase
    package let signedOutTitle: Phrase
    package let signedOutText: Phrase
    package let notAllowedTitle: Phrase
    package let notAllowedText: Phrase
    package let cannotTitle: Phrase
    package let silenced: Phrase
    package let lapsed: Phrase
    package let agreement: Phrase
    package let tooLate: Phrase
    package let staleTitle: Phrase
    package let staleText: Phrase
    package let tooManyTitle: Phrase
    package let tooManyText: Plural
    package let tooManyMinutes: Plural
    package let forgedTitle: Phrase
    package let forgedText: Phrase
    package let keyReused: Phrase
    package let tooLargeTitle: Phrase
    package let tooLargeText: Phrase
    package let unreadableTitle: Phrase
    package let unreadableText: Phrase
    package let unsupportedMediaType: Phrase
    package let methodNotAllowed: Phrase
    package let notAPageTitle: Phrase
    package let notAPageText: Phrase
    package let inputTitle: Phrase
    package let inputText: Phrase
    package let accidentTitle: Phrase
    package let accidentText: Phrase
    package let fullTitle: Phrase
    package let fullText: Phrase
    package let keptText: Phrase
    package let sendAgain: Phrase
    package let tryAgain: Phrase
    package let signInAndSend: Phrase
    package let named: Phrase
    package let field: FieldWords
}

/// The texts beside a field.
package final class FieldWords: Decodable, Sendable {
    package let missing: Phrase
    package let missingNamed: Phrase
    package let noChoice: Phrase
    package let noChoiceNamed: Phrase
    package let tooShort: Plural
    package let tooLong: Phrase
    package let notAnAddress: Phrase
    package let notAChoice: Phrase
    package let notANumber: Phrase
    package let wrongType: Phrase
    package let unknown: Phrase
    package let givenTwice: Phrase
    package let holdsNull: Phrase
    package let holdsUnseen: Phrase
    package let notATime: Phrase
    package let notAsDescribed: Phrase
    package let notBetween: Phrase
}
