package import PraxisWords

/// The texts of digests, and of the pages about them: `digest` in the files.
package final class DigestWords: WordSection {
    package static let name = "digest"

    package let mail: DigestMailWords
    package let settings: MailSettingWords
    package let leave: UnsubscribeWords
    package let rules: MailRuleWords
    package let mails: [String: Phrase]
    package let missing: [String: Phrase]

    package var choices: Set<String> { ["detail", "titlesOnly"] }
}

extension Words {
    package var digest: DigestWords { self[DigestWords.self] }
}

/// The digest itself.
package final class DigestMailWords: Decodable, Sendable {
    package let subjectTitled: Plural
    package let subjectUnnamed: Phrase
    package let heading: Phrase
    package let contents: Phrase
    package let contentsMore: Plural
    package let inOne: Phrase
    package let inSome: Plural
    package let newPosts: Plural
    package let toMe: Phrase
    package let followed: Phrase
    package let questions: Phrase
    package let questionsHint: Phrase
    package let wrote: Phrase
    package let wroteToYou: Phrase
    package let readAndReply: Phrase
    package let read: Phrase
    package let readRest: Phrase
    package let morePosts: Plural
    package let moreThreads: Plural
    package let unnamed: Plural
    package let unnamedHint: Phrase
    package let unnamedLink: Phrase
    package let quietPlaces: Phrase
    package let readAll: Phrase
    package let why: Phrase
    package let everyDay: Phrase
    package let onWeekdays: Phrase
    package let onDays: Phrase
    package let everyWeek: Phrase
    package let everyOtherWeek: Phrase
    package let everyMonth: Phrase
    package let labelled: Phrase
    package let changeOrStop: Phrase
    package let change: Phrase
    package let choose: Phrase
    package let unsubscribe: Phrase
    package let leaveOne: Phrase
    package let forYou: Phrase
    package let withMore: Plural
    package let mentionedYou: Phrase
    package let repliedToYou: Phrase
}

/// The page on which members choose what they receive by mail.
package final class MailSettingWords: Decodable, Sendable {
    package let title: Phrase
    package let link: Phrase
    package let lead: Phrase
    package let nextIs: Phrase
    package let nextNone: Phrase
    package let pausedTo: Phrase
    package let often: Phrase
    package let daily: Phrase
    package let weekly: Phrase
    package let fortnightly: Phrase
    package let monthly: Phrase
    package let never: Phrase
    package let days: Phrase
    package let weekday: Phrase
    package let monthDay: Phrase
    package let lastOfMonth: Phrase
    package let hour: Phrase
    package let hourHint: Phrase
    package let pause: Phrase
    package let pauseHint: Phrase
    package let places: Phrase
    package let place: Phrase
    package let group: Phrase
    package let eachTime: Phrase
    package let onceAWeek: Phrase
    package let nothing: Phrase
    package let groups: Phrase
    package let asCommunity: Phrase
    package let noPlaces: Phrase
    package let sameForAll: Phrase
    package let applyAll: Phrase
    package let preview: Phrase
    package let stopAll: Phrase
    package let doneStopped: Phrase
    package let doneLinks: Phrase
    package let oldLinks: Phrase
    package let oldLinksText: Phrase
    package let endLinks: Phrase
    package let previewTitle: Phrase
    package let previewLead: Phrase
    package let previewNothing: Phrase
    package let subject: Phrase
    package let asText: Phrase
}

/// The page behind the links in mails.
package final class UnsubscribeWords: Decodable, Sendable {
    package let title: Phrase
    package let titleOne: Phrase
    package let titleDone: Phrase
    package let canClose: Phrase
    package let onDays: Phrase
    package let text: Phrase
    package let stop: Phrase
    package let stopOne: Phrase
    package let stopOneText: Phrase
    package let theCommunity: Phrase
    package let stopInstead: Phrase
    package let oftenInstead: Phrase
    package let stopped: Phrase
    package let stoppedOne: Phrase
    package let undone: Phrase
    package let oftenSaved: Phrase
    package let isOff: Phrase
    package let note: Phrase
    package let more: Phrase
    package let toSettings: Phrase
    package let badTitle: Phrase
    package let badText: Phrase
    package let badHint: Phrase
}

/// The page on which a place decides what may leave by mail.
package final class MailRuleWords: Decodable, Sendable {
    package let title: Phrase
    package let link: Phrase
    package let lead: Phrase
    package let ofCommunity: Phrase
    package let asGroupsSayHint: Phrase
    package let titlesOnlyHint: Phrase
    package let detail: Phrase
    package let full: Phrase
    package let fullHint: Phrase
    package let titleChoice: Phrase
    package let titleHint: Phrase
    package let something: Phrase
    package let somethingHint: Phrase
    package let confidential: Phrase
    package let neutral: Phrase
    package let neutralHint: Phrase
}
