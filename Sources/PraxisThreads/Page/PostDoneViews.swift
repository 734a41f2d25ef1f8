import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the reader has just done to a post: said beside it, where the page comes to rest.
struct PostDone: Sendable {
    let post: PostID
    let banner: HTML
}

/// What the last form did to a draft or a whole thread, from `?done=`, with its undoing.
struct WrittenBanner: Sendable {
    let call: Call

    private var words: DoneWords { call.words.threads.write.done }

    var html: HTML {
        let sentences = [
            "draft-restored": words.draftRestored(), "closed": words.closed(), "reopened": words.reopened(),
            "pinned": words.pinned(), "unpinned": words.unpinned(), "retitled": words.retitled(),
        ]
        guard let done = call.query["done"] else { return HTML() }
        if done == "draft-discarded" { return discarded }
        if done == "draft-occupied" { return call.banner(words.draftOccupied(), style: "warn") }
        return sentences[done].map { call.banner($0) } ?? HTML()
    }

    private var discarded: HTML {
        let undo = call.query["draft"].flatMap { DiscardedDraftID($0) }.map {
            call.button(Paths.restoreDraft, call.words.common.undo(), fields: [("draft", $0.description)])
        }
        return call.banner(words.draftDiscarded(), undo: undo ?? HTML())
    }
}

extension Call {
    /// What the last form did to a post; `told` is who learns of one that was just published.
    func postDone(_ word: String, _ post: ShownPost, told: PostTold?) -> PostDone? {
        let words = words.threads.write.done
        let sentences = [
            "posted": post.state == .published ? words.posted() : words.postedHeld(), "edited": words.edited(),
            "redacted": words.redacted(), "withdrawn": words.withdrawn(), "restored": words.restored(),
            "helped": words.helped(),
        ]
        guard let sentence = sentences[word] else { return nil }
        let undo =
            word == "withdrawn" ? button(Paths.restore(post.id), words.undoWithdrawal()) : HTML()
        let parts = [sentence] + (told.map(sentences(of:)) ?? [])
        return PostDone(post: post.id, banner: banner(parts.joined(separator: " "), undo: undo))
    }

    /// Who is told, and whom the text could not reach.
    private func sentences(of told: PostTold) -> [String] {
        let words = words.threads.write
        let names = told.names.prefix(PostTold.namesShown).joined(separator: ", ")
        let more = told.names.count - PostTold.namesShown
        return [
            told.names.isEmpty
                ? nil : more > 0 ? words.done.toldMore(more, "names", names) : words.done.told(["names": names]),
            told.notTold.isEmpty ? nil : words.compose.notTold(["names": told.notTold.joined(separator: ", ")]),
        ]
        .compactMap { $0 }
    }
}
