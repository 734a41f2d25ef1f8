import HTML
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Call {
    /// Everything new as one long page, thread by thread.
    func newPostsPage(_ new: NewPosts) -> Page {
        var page = Page(words.home.inOrderTitle(), main: HTML())
        page.crumbs = [Page.Crumb(words.home.title(), Paths.home)]
        guard !new.posts.isEmpty else {
            page.main = """
                <p class="empty">\(words.home.nothingNew())</p><a class="btn quiet" href="\(Paths.home)">\(words.common.back())</a>
                """
            return page
        }
        page.lead = """
            <p class="meta">\(words.home.inThreads(new.count.threads, "posts", words.home.newPosts(new.count.posts)))</p>
            """
        page.main = "\(each: new.threads, newThread)\(foot(new))"
        return page
    }

    /// The way on; after the last page, the button that ends it.
    private func foot(_ new: NewPosts) -> HTML {
        let next = new.next.map { Paths.everythingNew + "?upTo=\(new.upTo)&after=\($0)" }
        let main: HTML =
            next.map { "<a class=\"btn\" href=\"\($0)\">\(words.home.goOn())</a>" as HTML }
            ?? caughtUpForm(new.upTo, style: "btn")
        return
            "<div class=\"row\">\(main)<a class=\"btn quiet\" href=\"\(Paths.home)\">\(words.common.back())</a></div>"
    }

    private func newThread(_ posts: [NewPost]) -> HTML {
        guard let first = posts.first else { return HTML() }
        let place = first.group.isCommons ? first.community : first.community + " · " + first.group.name
        return """
            <section aria-labelledby="t\(first.thread.rawValue)"><h2 class="head-link" dir="auto"\(lang(first.language)) id="t\(first.thread.rawValue)">\
            <a href="\(Paths.firstNew(first.thread, after: first.firstNew - 1))">\(first.title)</a></h2>
            <p class="meta">\(confidentialTag(first.group.isConfidential))\(place) · \(words.home.newOf(["new": String(first.newPosts), "all": String(first.postCount)]))</p>
            <div class="posts">\(each: posts, { newPost($0, shown: posts) })</div></section>
            """
    }

    private func newPost(_ post: NewPost, shown: [NewPost]) -> HTML {
        """
        <article class="post" id="p\(post.id.rawValue)" aria-labelledby="p\(post.id.rawValue)-h">
        <header class="post-head">\(face(post.author.name, post.author.id))<div class="who">\
        <h3 id="p\(post.id.rawValue)-h"><bdi>\(post.author.name)</bdi></h3>
        <p class="meta"><a href="\(Paths.post(post.id))">\(time(post.createdAt))</a></p></div></header>
        \(context(post, shown))<div class="prose" dir="auto"\(lang(post.language))>\(post.html)</div>
        <footer class="post-foot"><a href="\(Paths.reply(to: post.id, in: post.thread))">\(words.home.reply())\
        <span class="vh"> \(words.home.replyTo(["author": post.author.name]))</span></a></footer>
        </article>
        """
    }

    private func context(_ post: NewPost, _ shown: [NewPost]) -> HTML {
        guard let answered = post.replyTo else { return HTML() }
        let isHere = shown.contains { $0.id == answered.id }
        let path = isHere ? "#p\(answered.id)" : Paths.post(answered.id)
        return "<p class=\"context\">\(words.home.inReplyTo()) <a href=\"\(path)\">\(answered.author)</a></p>"
    }
}
