package import PraxisWords

/// What mails about dates say, and the pages behind their links.
package final class GatheringMailWords: Decodable, Sendable {
    package let join: Phrase
    package let at: Phrase
    package let button: Phrase
    package let cannotCome: Phrase
    package let off: Phrase
    package let confirmation: GatheringConfirmationWords
    package let reminder: GatheringReminderWords
    package let note: GatheringNoteWords
    package let link: GatheringLinkWords
    package let settings: GatheringMailSettingWords
}

package final class GatheringConfirmationWords: Decodable, Sendable {
    package let subject: Phrase
    package let subjectOfSome: Phrase
    package let text: Phrase
    package let textOfSome: Phrase
    package let waitSubject: Phrase
    package let waitSubjectOfSome: Phrase
    package let waitText: Phrase
    package let waitTextOfSome: Phrase
    package let file: Phrase
    package let why: Phrase
}

package final class GatheringReminderWords: Decodable, Sendable {
    package let subject: Phrase
    package let subjectOfSome: Phrase
    package let subjectSoon: Phrase
    package let subjectSoonOfSome: Phrase
    package let text: Phrase
    package let textOfSome: Phrase
    package let maybe: Phrase
    package let why: Phrase
    package let whyMaybe: Phrase
}

/// What has changed about dates, and that those who come will be told.
package final class GatheringNoteWords: Decodable, Sendable {
    package let subjectCancelled: Phrase
    package let subjectRestored: Phrase
    package let subjectMoved: Phrase
    package let subjectChanged: Phrase
    package let subjectOfSome: Phrase
    package let subjectMany: Plural
    package let text: Phrase
    package let some: Phrase
    package let cancelled: Phrase
    package let restored: Phrase
    package let moved: Phrase
    package let before: Phrase
    package let renamed: Phrase
    package let place: Phrase
    package let link: Phrase
    package let details: Phrase
    package let more: Plural
    package let buttonMany: Phrase
    package let why: Phrase
    package let waiting: Plural
    package let waitingHint: Phrase
    package let withhold: Phrase
    package let withheld: Phrase
}

/// The page behind the link by which one says that one cannot come.
package final class GatheringLinkWords: Decodable, Sendable {
    package let title: Phrase
    package let closed: Phrase
    package let done: Phrase
    package let undone: Phrase
    package let again: Phrase
    package let againHint: Phrase
    package let note: Phrase
}

package final class GatheringMailSettingWords: Decodable, Sendable {
    package let title: Phrase
    package let confirmation: Phrase
    package let messages: Phrase
    package let remind: Phrase
    package let week: Phrase
    package let day: Phrase
    package let hour: Phrase
    package let hint: Phrase
}
