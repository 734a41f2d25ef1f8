package import PraxisWords

/// Series of dates, and how a date of one is changed.
package final class GatheringSeriesWords: Decodable, Sendable {
    package let answers: SeriesAnswerWords
    package let plan: Phrase
    package let planButton: Phrase
    package let previewButton: Phrase
    package let preview: Phrase
    package let isPlanned: Phrase
    package let isChanged: Phrase
    package let isCancelled: Phrase
    package let isRestored: Phrase
    package let label: Phrase
    package let allDates: Phrase
    package let allOfIts: Phrase
    package let before: Phrase
    package let after: Phrase
    package let rhythm: Phrase
    package let host: Phrase
    package let recording: Phrase
    package let never: Phrase
    package let agreed: Phrase
    package let always: Phrase
    package let credit: Phrase
    package let dates: Phrase
    package let change: Phrase
    package let changeTitle: Phrase
    package let changeHint: Phrase
    package let cancel: Phrase
    package let restore: Phrase
    package let scope: Phrase
    package let this: Phrase
    package let onward: Phrase
    package let skipTitle: Phrase
    package let skipHint: Phrase
    package let skip: Phrase
    package let scopeOfSkip: Phrase
    package let skippedTag: Phrase
    package let isSkipped: Phrase
    package let isSkippedOnward: Phrase
    package let isCancelledOnward: Phrase
    package let searchLabel: Phrase
    package let searchTip: Phrase
    package let searchIn: Phrase
    package let fields: Fields
    /// As the form offers them.
    package let choices: ByRhythm
    package let rhythms: Rhythms

    /// The fields of its form that a form of one date has not.
    package final class Fields: Decodable, Sendable {
        package let name: Phrase
        package let nameHint: Phrase
        package let purpose: Phrase
        package let purposeHint: Phrase
        package let date: Phrase
        package let nextDate: Phrase
        package let repeats: Phrase
        package let repeatsHint: Phrase
        package let ends: Phrase
        package let open: Phrase
        package let until: Phrase
        package let count: Phrase
        package let untilDay: Phrase
        package let countDates: Phrase
        package let countLeft: Phrase
        package let credit: Phrase
        package let creditHint: Phrase
    }

    /// A phrase for each rhythm.
    package final class ByRhythm: Decodable, Sendable {
        package let weekly: Phrase
        package let fortnightly: Phrase
        package let monthlyOnDay: Phrase
        package let monthlyOnWeekday: Phrase
        package let monthlyOnLast: Phrase
        package let quarterlyOnDay: Phrase
        package let quarterlyOnWeekday: Phrase
        package let quarterlyOnLast: Phrase
        package let yearlyOnDay: Phrase
        package let yearlyOnWeekday: Phrase
        package let yearlyOnLast: Phrase
    }

    /// How a sentence about a rhythm is put together.
    package final class Rhythms: Decodable, Sendable {
        package let sentences: ByRhythm
        package let until: Phrase
        package let count: Plural
        /// The first to the fifth of a weekday in a month.
        package let places: [String]
    }
}

extension GatheringSeriesWords {
    func name(_ recording: RecordingRule) -> String {
        switch recording {
        case .never: never()
        case .agreed: agreed()
        case .always: always()
        }
    }
}

extension GatheringSeriesWords.ByRhythm {
    subscript(rhythm: Rhythm) -> Phrase {
        switch rhythm {
        case .weekly: weekly
        case .fortnightly: fortnightly
        case .monthlyOnDay: monthlyOnDay
        case .monthlyOnWeekday: monthlyOnWeekday
        case .monthlyOnLast: monthlyOnLast
        case .quarterlyOnDay: quarterlyOnDay
        case .quarterlyOnWeekday: quarterlyOnWeekday
        case .quarterlyOnLast: quarterlyOnLast
        case .yearlyOnDay: yearlyOnDay
        case .yearlyOnWeekday: yearlyOnWeekday
        case .yearlyOnLast: yearlyOnLast
        }
    }
}
