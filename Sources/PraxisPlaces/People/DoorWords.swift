package import PraxisWords

/// The texts for readers who are not signed in or not members yet: `door` in the files.
package final class DoorWords: WordSection {
    package static let name = "door"

    package let seeTitle: Phrase
    package let seeText: Phrase
    package let inviteSignIn: Phrase
    package let signUpToJoin: Phrase
    package let afterApproval: Phrase
    package let withdraw: Phrase
    package let withdrawn: Phrase
}

extension Words {
    package var door: DoorWords { self[DoorWords.self] }
}
