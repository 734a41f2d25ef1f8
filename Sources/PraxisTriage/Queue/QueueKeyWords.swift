package import PraxisWords

/// The names of the queue's single-key shortcuts: `triage.keys` in the files.
package final class QueueKeyWords: Decodable, Sendable {
    package let heading: Phrase
    package let mark: Phrase
    package let offer: Phrase
    package let offerText: Phrase
    package let turnOn: Phrase
    package let turnOff: Phrase
    package let noThanks: Phrase
    package let isOn: Phrase
    package let isOff: Phrase
    package let listText: Phrase
    package let ofApprove: Phrase
    package let ofReturn: Phrase
    package let ofHide: Phrase
    package let ofDismiss: Phrase
    package let ofReason: Phrase
    package let ofSkip: Phrase
    package let ofNote: Phrase
    package let ofClaim: Phrase
    package let ofUndo: Phrase
    package let ofNext: Phrase
    package let ofPrevious: Phrase
    package let enter: Phrase
    package let ofOpen: Phrase
    package let ofList: Phrase
    package let setting: Phrase
    package let settingTitle: Phrase
    package let settingText: Phrase
    package let off: Phrase
    package let on: Phrase
}
