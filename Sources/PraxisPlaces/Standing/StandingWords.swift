package import PraxisWords

/// The texts for silencing, suspending and reinstating: `standing` in the files.
package final class StandingWords: WordSection {
    package static let name = "standing"

    package let link: Phrase
    package let title: Phrase
    package let inPlace: Phrase
    package let readers: Phrase
    package let now: Phrase
    package let back: Phrase
    package let notHeld: Phrase
    package let titleOutOfReach: Phrase
    package let outOfReach: Phrase
    package let what: Phrase
    package let until: Phrase
    package let untilDay: Phrase
    package let noEnd: Phrase
    package let by: Phrase
    package let reason: Phrase
    package let reasonHint: Phrase
    package let privateReason: Phrase
    package let privateHint: Phrase
    package let privateGroupHint: Phrase
    package let lift: Phrase
    package let form: Phrase
    package let formAgain: Phrase
    package let silence: Phrase
    package let silenceHint: Phrase
    package let suspend: Phrase
    package let suspendHint: Phrase
    package let suspendGroupHint: Phrase
    package let length: Phrase
    package let days: Plural
    package let send: Phrase
    package let earlier: Phrase
    package let liftedBy: Phrase
    package let doneHeld: Phrase
    package let doneLifted: Phrase
    package let youAreSilenced: Phrase
    package let youAreSuspended: Phrase
    package let endsAt: Phrase
    package let endsNever: Phrase
    package let yours: Phrase
    package let mailLifted: Phrase
    package let mailLiftedText: Phrase
    package let mailRead: Phrase
    package let mailReasonThere: Phrase
    package let mailOpen: Phrase
    package let acts: [String: Phrase]
    package let mails: [String: Phrase]
    package let missing: [String: Phrase]
}

extension Words {
    package var standing: StandingWords { self[StandingWords.self] }
}
