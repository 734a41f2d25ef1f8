package import PraxisWords

/// The texts of the pages for writing: `threads.write` in the files.
package final class ThreadWriteWords: Decodable, Sendable {
    package let mentions: MentionWords
    package let compose: ComposeWords
    package let start: StartWords
    package let draft: DraftWords
    package let edit: EditWords
    package let redact: RedactWords
    package let history: HistoryWords
    package let change: ChangeWords
    package let done: DoneWords
    package let identity: IdentityWords
}

/// Words that may follow an "@" instead of a name, for all who hold a role in a place.
package final class MentionWords: Decodable, Sendable {
    package let moderators: [String]
    package let facilitators: [String]
}

/// The texts of every composer.
package final class ComposeWords: Decodable, Sendable {
    package let reply: Phrase
    package let replyHeading: Phrase
    package let yourReply: Phrase
    package let postReply: Phrase
    package let posting: Phrase
    package let inReplyTo: Phrase
    package let notInReply: Phrase
    package let charactersLeft: Phrase
    package let charactersOver: Phrase
    package let formatting: Phrase
    package let bold: Phrase
    package let boldSample: Phrase
    package let list: Phrase
    package let numbers: Phrase
    package let link: Phrase
    package let quote: Phrase
    package let headingMark: Phrase
    package let howToFormat: Phrase
    package let sampleWords: Phrase
    package let moreHelp: Phrase
    package let moreFormats: Phrase
    package let mentionHelp: Phrase
    package let mentionable: Phrase
    package let readByEverybody: Phrase
    package let readByCommunity: Plural
    package let readByGroup: Plural
    package let mailOpen: Phrase
    package let mailTitle: Phrase
    package let mailConfidential: Phrase
    package let preview: Phrase
    package let previewing: Phrase
    package let previewHeading: Phrase
    package let notPosted: Phrase
    package let notTold: Phrase
    package let told: Phrase
    package let beyondLimit: Phrase
    package let linkText: Phrase
    package let linkAddress: Phrase
    package let addLink: Phrase
}

/// The texts of the page for starting a thread.
package final class StartWords: Decodable, Sendable {
    package let heading: Phrase
    package let group: Phrase
    package let kind: Phrase
    package let title: Phrase
    package let titleHint: Phrase
    package let body: Phrase
    package let send: Phrase
    package let chooseGroup: Phrase
    package let dependsOnGroup: Phrase
    package let readersOfEach: Phrase
    package let choicePublic: Phrase
    package let choiceConfidential: Phrase
}

/// The texts about drafts.
package final class DraftWords: Decodable, Sendable {
    package let save: Phrase
    package let savedAt: Phrase
    package let failed: Phrase
    package let elsewhere: Phrase
    package let onDevice: Phrase
    package let putBack: Phrase
    package let dropIt: Phrase
    package let nowThere: Phrase
    package let nothingThere: Phrase
    package let none: Phrase
    package let howLong: Phrase
    package let readers: Phrase
    package let oncePosted: Phrase
    package let replyTo: Phrase
    package let newIn: Phrase
    package let closedPlace: Phrase
    package let saved: Phrase
    package let discard: Phrase
    package let newUnplaced: Phrase
    package let restore: Phrase
    package let discarded: Phrase
    package let discardedAt: Phrase
    package let returned: Phrase
    package let unfinished: Plural
}

/// The texts of the page for editing a post.
package final class EditWords: Decodable, Sendable {
    package let heading: Phrase
    package let headingOf: Phrase
    package let shared: Phrase
    package let body: Phrase
    package let send: Phrase
    package let sendOver: Phrase
    package let nowThere: Phrase
    package let whatYouTyped: Phrase
}

/// The texts of the page for removing identifying detail.
package final class RedactWords: Decodable, Sendable {
    package let heading: Phrase
    package let explanation: Phrase
    package let body: Phrase
    package let send: Phrase
    package let mark: Phrase
    package let quotes: Phrase
}

/// The texts of a post’s history.
package final class HistoryWords: Decodable, Sendable {
    package let heading: Phrase
    package let marks: Phrase
    package let noneKept: Phrase
    package let comparison: Phrase
    package let currentVersion: Phrase
    package let only: Phrase
    package let headingOf: Phrase
    package let version: Phrase
    package let sealed: Phrase
    package let added: Phrase
    package let removed: Phrase
    package let earlier: Phrase
    package let from: Phrase
    package let to: Phrase
    package let compare: Phrase
}

/// The texts for changing a thread.
package final class ChangeWords: Decodable, Sendable {
    package let retitleHeading: Phrase
}

/// The confirmation of what was done, above the page that shows it.
package final class DoneWords: Decodable, Sendable {
    package let draftSaved: Phrase
    package let draftDiscarded: Phrase
    package let edited: Phrase
    package let redacted: Phrase
    package let withdrawn: Phrase
    package let undoWithdrawal: Phrase
    package let restored: Phrase
    package let helped: Phrase
    package let closed: Phrase
    package let reopened: Phrase
    package let pinned: Phrase
    package let unpinned: Phrase
    package let retitled: Phrase
    package let draftRestored: Phrase
    package let draftOccupied: Phrase
    package let posted: Phrase
    package let postedHeld: Phrase
    package let told: Phrase
    package let toldMore: Plural
}

/// The warning before posting something that may identify a person.
package final class IdentityWords: Decodable, Sendable {
    package let heading: Phrase
    package let notPosted: Phrase
    package let limits: Phrase
    package let sendAnyway: Phrase
    package let nhsNumber: Phrase
    package let healthCard: Phrase
    package let socialInsurance: Phrase
    package let nationalInsurance: Phrase
    package let phone: Phrase
    package let birthDate: Phrase
    package let postcodeAndDate: Phrase
}
