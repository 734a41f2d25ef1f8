import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the reader has just done to a post: said beside it, where the page comes to rest.
struct PostDone: Sendable {
    let post: PostID
    let banner: HTML

    /// Nil for a word that says nothing of a post, or what is no longer so; `told` is who learns of one that was just published.
    init?(_ word: String, _ post: ShownPost, told: PostTold?, canRestore: Bool, _ call: Call) {
        let words = call.words.threads.write.done
        let sentences = [
            "posted": post.state == .published ? words.posted() : words.postedHeld(), "edited": words.edited(),
            "redacted": words.redacted(), "withdrawn": words.withdrawn(), "restored": words.restored(),
            "helped": words.helped(),
        ]
        guard let sentence = sentences[word], (word == "withdrawn") == (post.state == .withdrawn) else { return nil }
        let undo = canRestore ? call.button(Paths.restore(post.id), words.undoWithdrawal()) : HTML()
        let parts = [sentence] + (told.map { $0.sentences(call.words.threads.write) } ?? [])
        self.post = post.id
        banner = call.banner(parts.joined(separator: " "), undo: undo)
    }
}

extension PostTold {
    /// Who is told, and whom the text could not reach.
    fileprivate func sentences(_ words: ThreadWriteWords) -> [String] {
        let shown = names.prefix(PostTold.namesShown).joined(separator: ", ")
        let more = names.count - PostTold.namesShown
        return [
            names.isEmpty
                ? nil : more > 0 ? words.done.toldMore(more, "names", shown) : words.done.told(["names": shown]),
            notTold.isEmpty ? nil : words.compose.notTold(["names": notTold.joined(separator: ", ")]),
        ]
        .compactMap { $0 }
    }
}

/// What the last form did to a draft or a whole thread, from `?done=`.
struct WrittenBanner: Sendable {
    let call: Call

    private var words: DoneWords { call.words.threads.write.done }

    var html: HTML {
        guard let done = call.query["done"] else { return HTML() }
        let sentences = [
            "draft-restored": words.draftRestored(), "closed": words.closed(), "reopened": words.reopened(),
            "pinned": words.pinned(), "unpinned": words.unpinned(), "retitled": words.retitled(),
        ]
        if done == "draft-occupied" { return call.banner(words.draftOccupied(), style: "warn") }
        return sentences[done].map { call.banner($0) } ?? HTML()
    }
}
