import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the reader has just done to a post: said beside it, where the page comes to rest.
struct PostDone: Sendable {
    let post: PostID
    let banner: HTML
}

extension Call {
    /// What the last form did to a draft or a whole thread, from `?done=`, with its undoing.
    func writtenBanner() -> HTML {
        let words = words.threads.write.done
        let sentences = [
            "draft-restored": words.draftRestored(), "closed": words.closed(), "reopened": words.reopened(),
            "pinned": words.pinned(), "unpinned": words.unpinned(), "retitled": words.retitled(),
        ]
        if query["done"] == "draft-discarded" { return discardedBanner }
        if query["done"] == "draft-occupied" { return banner(words.draftOccupied(), style: "warn") }
        return query["done"].flatMap { sentences[$0] }.map { banner($0) } ?? HTML()
    }

    /// The same for a post; `told` is who learns of one that was just published.
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

    private var discardedBanner: HTML {
        let undo = query["draft"].flatMap { DiscardedDraftID($0) }.map {
            button(Paths.restoreDraft, words.common.undo(), fields: [("draft", $0.description)])
        }
        return banner(words.threads.write.done.draftDiscarded(), undo: undo ?? HTML())
    }
}
