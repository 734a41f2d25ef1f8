import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// What the last form did, from `?done=`, with its undoing; nothing where nothing was done.
    ///
    /// For every page that a form of this slice leads back to: the thread page above all.
    func writtenBanner() -> HTML {
        let words = words.threads.write.done
        let sentences = [
            "draft-restored": words.draftRestored(), "edited": words.edited(),
            "redacted": words.redacted(), "withdrawn": words.withdrawn(), "restored": words.restored(),
            "helped": words.helped(), "closed": words.closed(), "reopened": words.reopened(), "pinned": words.pinned(),
            "unpinned": words.unpinned(), "retitled": words.retitled(),
        ]
        if query["done"] == "draft-discarded" { return discardedBanner }
        if query["done"] == "draft-occupied" { return banner(words.draftOccupied(), style: "warn") }
        guard let word = query["done"], let sentence = sentences[word] else { return HTML() }
        guard word == "withdrawn", let post = query["post"].flatMap({ PostID($0) }) else { return banner(sentence) }
        let undo = button(Paths.postPart(post, "restore"), words.undoWithdrawal())
        return banner(sentence, undo: undo)
    }

    private var discardedBanner: HTML {
        let undo = query["draft"].flatMap { DiscardedDraftID($0) }.map {
            button(Paths.restoreDraft, words.common.undo(), fields: [("draft", $0.description)])
        }
        return banner(words.threads.write.done.draftDiscarded(), undo: undo ?? HTML())
    }
}
