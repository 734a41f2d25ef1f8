import HTML
import PraxisDigest
import PraxisDomain
import PraxisHome
import PraxisThreads
import PraxisWeb
import PraxisWords

/// What newcomers see on top of their home page.
struct GuideView {
    let call: Call
    let guide: Guide

    private var said: GuideWords { call.words.welcome.guide }

    var content: HomeGuide.Content { HomeGuide.Content(banner: hello, main: box) }

    private var box: HTML {
        """
        <section class="card first-days" aria-labelledby="guide"><h2 id="guide">\(said.title())</h2>\
        \(list(said.pinned(), guide.pinned))\(list(said.good(), guide.good))\(steps)\
        <p>\(digest) <a href="\(Paths.step(Paths.welcomeDigest, thenTo: Paths.home))">\(said.change())</a></p>\
        <p class="meta">\(said.goes())</p></section>
        """
    }

    /// After the last step: whether it was posted, or waits for a moderator.
    private var hello: HTML {
        guard call.query["done"] == "hello", let last = guide.last else { return HTML() }
        return call.banner(last.state == .held ? said.held() : said.said())
    }

    private func list(_ title: String, _ threads: [GuideThread]) -> HTML {
        if threads.isEmpty { return HTML() }
        return """
            <h3>\(title)</h3><ul class="links">\(each: threads, { thread in
                """
                <li><a href="\(Paths.thread(thread.id))" dir="auto"\(call.lang(thread.language))>\(thread.title)</a>\(whereabouts(thread))</li>
                """ as HTML
            })</ul>
            """
    }

    /// Below the title; the one community of all of them needs no name.
    private func whereabouts(_ thread: GuideThread) -> HTML {
        let tag = ThreadTags(call: call).readers(thread.readers)
        let names = Set((guide.pinned + guide.good).map(\.community)).count > 1
        return names || thread.readers != .all
            ? " <span class=\"meta\">\([tag, names ? "\(thread.community)" : HTML()].withPoints)</span>" : HTML()
    }

    /// What they have not done yet.
    private var steps: HTML {
        var links: [(path: String, text: String)] = []
        if !guide.hasSaidWork { links.append((Paths.welcome, said.work())) }
        if !guide.belongs { links.append((Paths.welcomePlaces, said.places())) }
        if guide.canSayHello, guide.last == nil { links.append((Paths.welcomeHello, said.hello())) }
        if links.isEmpty { return HTML() }
        return """
            <h3>\(said.steps())</h3><ul class="links">\
            \(each: links, { "<li><a href=\"\($0.path)\">\($0.text)</a></li>" as HTML })</ul>
            """
    }

    private var digest: String {
        guide.digest.map { said.digestAt(["moment": call.moment($0)]) } ?? said.digestNone()
    }
}
