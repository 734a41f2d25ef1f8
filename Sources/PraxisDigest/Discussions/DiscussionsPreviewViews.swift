import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

// What is new in discussions, on the page that shows the next digest.
extension DiscussionsMail {
    var pageToReader: HTML { section(said.toMe(), content.toMe) }

    var page: HTML {
        """
        \(each: content.communities, { part in
            section(part.place.communityName, part.followed + part.groups.flatMap(\.items), part)
        })
        """
    }

    private func section(
        _ title: String,
        _ items: [DigestContent.Item],
        _ part: DigestContent.Part? = nil
    ) -> HTML {
        let unnamed = (part?.unnamed ?? []).map { "<p>\(self.unnamed($0))</p>" as HTML }
        let questions = (part?.questions ?? []).map { DigestContent.Item(thread: $0, posts: []) }
        if items.isEmpty && unnamed.isEmpty && questions.isEmpty { return HTML() }
        let asked: HTML = """
            <h3>\(said.questions())</h3><ul class="threads">\(each: questions, line)</ul>
            """
        return """
            <section class="card"><h2>\(title)</h2>\
            \(if: !items.isEmpty, "<ul class=\"threads\">\(each: items, line)</ul>")\
            \(unnamed)\(if: !questions.isEmpty, asked)</section>
            """
    }

    private func line(_ item: DigestContent.Item) -> HTML {
        let readers = drawing.readers(of: item.thread.place).map { "<br>\($0.sentence)" as HTML }
        return """
            <li><h3 dir="auto"><a href="\(Paths.firstNew(item.thread.id, after: item.thread.firstNumber - 1))">\(item.thread.title)</a></h3>\
            <p class="meta">\(facts(item.thread))\(readers)</p>\
            \(each: item.posts, { "<p><strong>\(author($0))</strong> <small>\(time($0))</small><br><span dir=\"auto\">\($0.excerpt)</span></p>" as HTML })</li>
            """
    }

    private func facts(_ thread: DigestThread) -> String {
        (thread.toMe > 0 ? drawing.name(of: thread.place) + " · " : "") + meta(thread)
    }
}
