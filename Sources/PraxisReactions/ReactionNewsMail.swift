import HTML
import PraxisCapability
import PraxisDigest
import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

/// How many people reacted to a member's posts, as a digest says it: figures and no names.
struct ReactionNewsMail: Sendable {
    let news: ReactionNews
    let drawing: DigestDrawing

    /// Maximum posts of a digest.
    private static let posts = 10

    private var said: ReactionDigestWords { drawing.words.reactions.digest }

    private var listed: ArraySlice<ReactionNews.Post> { news.posts.prefix(Self.posts) }

    /// How many posts there are beyond the listed ones; nil if none.
    private var more: String? {
        let others = news.posts.count - listed.count
        return others > 0 ? said.more(others) : nil
    }

    var face: DigestSection.Face {
        DigestSection.Face(
            subject: said.subject(news.people),
            preheader: news.posts.prefix(3).map { HeaderText.clean($0.title) }.joined(separator: " · "),
            summary: said.summary()
        )
    }

    var parts: [MailPart] {
        let entries = listed.map { post in
            let address = drawing.address(Paths.post(post.id))
            var entry = MailEntry(title: post.title, address: address, language: post.place.language)
            entry.label = drawing.name(of: post.place)
            entry.readers = drawing.readers(of: post.place)
            entry.facts = said.helped(post.people)
            return MailPart.entry(entry)
        }
        return [.heading(said.title())] + entries + (more.map { [.quiet($0)] } ?? [])
    }

    /// The same on the page that shows the next digest.
    var page: HTML {
        """
        <section class="card"><h2>\(said.title())</h2><ul class="threads">\(each: listed, { post in
            "<li><h3 dir=\"auto\"><a href=\"\(Paths.post(post.id))\">\(post.title)</a></h3><p class=\"meta\">\(facts(post))</p></li>" as HTML
        })</ul>\(more.map { "<p>\($0)</p>" as HTML })</section>
        """
    }

    private func facts(_ post: ReactionNews.Post) -> String {
        drawing.name(of: post.place) + " · " + said.helped(post.people)
    }
}
