package import PraxisWords

extension TriageWords {
    /// The page of one item.
    package final class Item: Decodable, Sendable {
        package let left: Plural
        package let undone: Phrase
        package let noted: Phrase
        package let passedOn: Phrase
        package let skipped: Phrase
        package let whyHere: Phrase
        package let whyWasHere: Phrase
        package let whyHeld: Phrase
        package let asks: Phrase
        package let reportedBy: Phrase
        package let asItWas: Phrase
        package let sealed: Phrase
        package let onlyThisPost: Phrase
        package let lookIsRecorded: Phrase
        package let before: Plural
        package let isHeld: Phrase
        package let isHidden: Phrase
        package let isWithdrawn: Phrase
        package let joined: Phrase
        package let posts: Phrase
        package let threads: Phrase
        package let removedBefore: Phrase
        package let keptBefore: Phrase
        package let timeline: Phrase
        package let notes: Phrase
        package let note: Phrase
        package let noteHint: Phrase
        package let noteHintWorried: Phrase
        package let addNote: Phrase
        package let decide: Phrase
        package let undo: Phrase
        package let undoText: Phrase
        package let undoOver: Phrase
        package let backToQueue: Phrase
        package let skip: Phrase
        package let claim: Phrase
        package let passOn: Phrase
        package let stock: Phrase
        package let noStock: Phrase
        package let reason: Phrase
        package let reasonHint: Phrase
        package let reasonHintRequest: Phrase
        package let reach: Phrase
        package let lookWillBeRecorded: Phrase
        package let look: Phrase
        package let reasonFold: Phrase
        package let returnFold: Phrase
        package let noteFold: Phrase
        package let whyFold: Phrase
        package let fact: Phrase
        package let counted: Phrase
    }
}
