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
            "draft-saved": words.draftSaved(), "draft-discarded": words.draftDiscarded(), "edited": words.edited(),
            "redacted": words.redacted(), "withdrawn": words.withdrawn(), "restored": words.restored(),
            "helped": words.helped(), "closed": words.closed(), "reopened": words.reopened(), "pinned": words.pinned(),
            "unpinned": words.unpinned(), "retitled": words.retitled(),
        ]
        guard let word = query["done"], let sentence = sentences[word] else { return HTML() }
        guard word == "withdrawn", let post = query["post"].flatMap({ PostID($0) }) else { return banner(sentence) }
        let undo = button(Paths.postPart(post, "restore"), words.undoWithdrawal())
        return banner(sentence, undo: undo)
    }
}
