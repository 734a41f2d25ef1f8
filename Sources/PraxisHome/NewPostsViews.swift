import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// Everything new as one long page, thread by thread.
struct NewPostsPageView: PageView {
    let call: Call
    let new: NewPosts

    private var said: HomeWords { call.words.home }

    var page: Page {
        var page = Page(said.inOrderTitle(), main: HTML())
        page.crumbs = [Page.Crumb(said.title(), Paths.home)]
        guard !new.posts.isEmpty else {
            page.main = """
                <p class="empty">\(said.nothingNew())</p><a class="btn quiet" href="\(Paths.home)">\(call.words.common.back())</a>
                """
            return page
        }
        page.lead = """
            <p class="meta">\(said.inThreads(new.count.threads, "posts", said.newPosts(new.count.posts)))</p>
            """
        let tags = ThreadTags(call: call)
        page.main = "\(each: new.threads, { newThread($0, tags) })\(foot)"
        return page
    }

    /// The way on; after the last page, the button that ends it.
    private var foot: HTML {
        let next = new.next.map { Paths.everythingNew + "?upTo=\(new.upTo)&after=\($0)" }
        let main: HTML =
            next.map { "<a class=\"btn\" href=\"\($0)\">\(said.goOn())</a>" as HTML }
            ?? CaughtUpForm(call: call, upTo: new.upTo, style: "btn").html
        return
            "<div class=\"row\">\(main)<a class=\"btn quiet\" href=\"\(Paths.home)\">\(call.words.common.back())</a></div>"
    }

    private func newThread(_ posts: [NewPost], _ tags: ThreadTags) -> HTML {
        guard let first = posts.first else { return HTML() }
        let place = first.group.isCommons ? first.community : first.community + " · " + first.group.name
        let new = said.newOf(["new": String(first.newPosts), "all": String(first.postCount)])
        return """
            <section aria-labelledby="t\(first.thread.rawValue)"><h2 class="head-link" dir="auto"\(call.lang(first.language)) id="t\(first.thread.rawValue)">\
            <a href="\(Paths.firstNew(first.thread, after: first.firstNew - 1))">\(first.title)</a></h2>
            <p class="meta">\([tags.readers(first.group.readers), "\(place)", "\(new)"].withPoints)</p>
            <div class="posts">\(each: posts, { newPost($0, shown: posts) })</div></section>
            """
    }

    private func newPost(_ post: NewPost, shown: [NewPost]) -> HTML {
        """
        <article class="post" id="p\(post.id.rawValue)" aria-labelledby="p\(post.id.rawValue)-h">
        <header class="post-head">\(face(post.author.name, post.author.id))<div class="who">\
        <h3 id="p\(post.id.rawValue)-h"><bdi>\(post.author.name)</bdi></h3>
        <p class="meta"><a href="\(Paths.post(post.id))">\(call.time(post.createdAt))</a></p></div></header>
        \(context(post, shown))<div class="prose" dir="auto"\(call.lang(post.language))>\(post.html)</div>
        <footer class="post-foot"><a href="\(Paths.reply(to: post.id, in: post.thread))">\(said.reply())\
        <span class="vh"> \(said.replyTo(["author": post.author.name]))</span></a></footer>
        </article>
        """
    }

    private func context(_ post: NewPost, _ shown: [NewPost]) -> HTML {
        guard let context = post.context else { return HTML() }
        let isHere = shown.contains { $0.id == context.address.id }
        return context.html(call.words, in: post.language, isHere: isHere)
    }
}
