package import PraxisWords

/// Bookmarks: `bookmarks` in the files.
package final class BookmarkWords: WordSection {
    package static let name = "bookmarks"

    package let title: Phrase
    package let explanation: Phrase
    package let readers: Phrase
    package let none: Phrase
    package let due: Phrase
    package let dueCount: Plural
    package let others: Phrase
    package let older: Phrase
    package let discussion: Phrase
    package let bookmarkedAt: Phrase
    package let add: Phrase
    package let addDiscussion: Phrase
    package let bookmarked: Phrase
    package let remove: Phrase
    package let removed: Phrase
    package let restored: Phrase
    package let reminder: Phrase
    package let reminderOn: Phrase
    package let remindOn: Phrase
    package let remindOnHint: Phrase
    package let setReminder: Phrase
    package let changeReminder: Phrase
    package let removeReminder: Phrase
    package let reminderSet: Phrase
    package let reminderRemoved: Phrase
    package let digest: ReminderDigestWords
    package let problems: [String: Phrase]

    package var labels: [String: Phrase] { ["remindOn": remindOn] }
}

/// What a digest says of the reminders that are due.
package final class ReminderDigestWords: Decodable, Sendable {
    package let title: Phrase
    package let subject: Plural
    package let summary: Phrase
    package let more: Plural
    package let unnamed: Plural
    package let unnamedHint: Phrase
    package let unnamedLink: Phrase
    package let subjectTitled: Phrase
    package let subjectMore: Plural
}

extension Words {
    package var bookmarks: BookmarkWords { self[BookmarkWords.self] }
}
