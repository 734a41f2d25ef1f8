/// The texts for readers who are not signed in or not members yet: `door` in the files.
package final class DoorWords: Decodable, Sendable {
    package let seeTitle: Phrase
    package let seeText: Phrase
    package let passwordHint: Phrase
    package let inviteSignIn: Phrase
    package let signUpToJoin: Phrase
    package let afterApproval: Phrase
    package let withdraw: Phrase
    package let withdrawn: Phrase
}

/// The list of time zones: `zones` in the files.
package final class ZoneWords: Decodable, Sendable {
    package let hint: Phrase
    package let option: Phrase
    package let elsewhere: Phrase
    package let africa: Phrase
    package let america: Phrase
    package let antarctica: Phrase
    package let arctic: Phrase
    package let asia: Phrase
    package let atlantic: Phrase
    package let australia: Phrase
    package let europe: Phrase
    package let indian: Phrase
    package let pacific: Phrase
}
