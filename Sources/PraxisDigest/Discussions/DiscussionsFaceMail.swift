import PraxisCapability
import PraxisDomain
import PraxisMail
import PraxisThreads
import PraxisWords

// What stands around the discussions, and beside each.
extension DiscussionsMail {
    var face: DigestSection.Face { .init(subject: subject, preheader: preheader, summary: summary) }

    /// What may be said above the mail of what is in it: nothing that is reported.
    private var leading: (toMe: [DigestThread], all: [DigestThread]) {
        let listed = content.communities.flatMap { part in part.followed + part.groups.flatMap(\.items) }
        let unreported = { (items: [DigestContent.Item]) in items.map(\.thread).filter { !$0.isReported } }
        return (unreported(content.toMe), unreported(content.toMe + listed))
    }

    /// Who wrote to the member, if that may leave and a phone shows all of it: a name is not cut.
    private var caller: String? {
        guard let post = content.toMe.lazy.compactMap({ $0.posts.first(where: \.isToMe) }).first else { return nil }
        let sentence = post.mentions ? said.mentionedYou : said.repliedToYou
        let caller = sentence(["author": HeaderText.clean(post.author)])
        return caller.unicodeScalars.count <= SubjectLine.shown ? caller : nil
    }

    /// What is in it: who wrote to the member, else the first title that may leave.
    private var subject: String {
        let leading = leading, posts = said.newPosts(content.posts)
        if leading.all.isEmpty { return said.subjectUnnamed() }
        if content.toMe.isEmpty {
            let others = content.discussions - 1
            let titled = { (title: String) in others > 0 ? said.subjectTitled(others, "title", title) : title }
            return leading.all.lazy.compactMap { SubjectLine.fitting($0.title, titled) }.first ?? posts
        }
        let others = content.posts - 1
        let whole = { (what: String) in others > 0 ? said.withMore(others, "what", what) : what }
        let forYou = { (title: String) in whole(said.forYou(["what": title])) }
        return caller.map(whole)
            ?? leading.toMe.lazy.compactMap { SubjectLine.fitting($0.title, forYou) }.first
            ?? said.forYou(["what": posts])
    }

    /// What lists of mails show behind the subject: titles that are not in it.
    private var preheader: String {
        let titles = leading.all.compactMap { SubjectLine.fitting($0.title) { $0 } }
        let rest = titles.dropFirst(caller == nil ? 1 : 0).prefix(3)
        return rest.isEmpty ? summary : rest.joined(separator: " · ")
    }

    /// How much there is, in how many communities.
    private var summary: String {
        let posts = said.newPosts(content.posts)
        guard content.communities.count == 1, let place = content.communities.first?.place else {
            return said.inSome(content.communities.count, "posts", posts)
        }
        return said.inOne(["posts": posts, "place": HeaderText.clean(place.communityName)])
    }

    func unnamed(_ group: (name: String, posts: Int)) -> String {
        said.unnamed(
            group.posts,
            "group",
            group.name.isEmpty ? drawing.words.common.aGroup() : HeaderText.clean(group.name)
        )
    }

    /// What stands under a thread's title: what it is, how much is new, and whether its reader follows it.
    func meta(_ thread: DigestThread) -> String {
        var parts: [String] = []
        if thread.isNew { parts.append(drawing.kinds[thread.kind].begun(drawing.words)) }
        if !thread.isNew || thread.count > 1 { parts.append(said.newPosts(thread.count)) }
        if thread.isFollowed, thread.toMe == 0 { parts.append(said.followed()) }
        return parts.joined(separator: " · ")
    }

    func author(_ post: DigestPost) -> String {
        let name = HeaderText.clean(post.author)
        return post.isToMe ? said.wroteToYou(["author": name]) : name
    }

    func time(_ post: DigestPost) -> String {
        drawing.words.moment(post.writtenAt, in: drawing.clock.zone, now: drawing.clock.now)
    }
}
