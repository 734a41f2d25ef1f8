package import PraxisWords

/// The texts of this slice's pages: `home` in the files.
package final class HomeWords: WordSection {
    package static let name = "home"

    package let title: Phrase
    package let titleSince: Phrase
    package let lastHere: Phrase
    package let newPosts: Plural
    package let newInOne: Phrase
    package let newInSome: Phrase
    package let newInAll: Phrase
    package let nothingNew: Phrase
    package let readInOrder: Phrase
    package let caughtUp: Phrase
    package let nowCaughtUp: Phrase
    package let shownIsRead: Phrase
    package let undoCaughtUp: Phrase
    package let undone: Phrase
    package let undoTooLate: Phrase
    package let noOtherUnread: Phrase
    package let newHere: Plural
    package let allNewHere: Plural
    package let inPlace: Phrase
    package let quiet: Phrase
    package let lastPost: Phrase
    package let noPostYet: Phrase
    package let noCommunity: Phrase
    package let noCommunityHint: Phrase
    package let seeCommunities: Phrase
    package let waiting: Phrase
    package let groups: Phrase
    package let groupsWithNew: Plural
    package let mentionedYou: Phrase
    package let answeredYou: Phrase
    package let moreForYou: Plural
    package let inOrderTitle: Phrase
    package let inThreads: Plural
    package let newOf: Phrase
    package let reply: Phrase
    package let replyTo: Phrase
    package let goOn: Phrase
    package let about: Phrase
    package let whoFor: Phrase
    package let whoForText: Phrase
}

extension Words {
    package var home: HomeWords { self[HomeWords.self] }
}
