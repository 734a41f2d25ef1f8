import Markdown
import PraxisCapability
import PraxisDomain
import PraxisMail
import PraxisThreads
import PraxisWords

// What stands around the discussions, and beside each.
extension DiscussionsMail {
    /// Unicode scalars of a title in a subject.
    private static let titleScalars = 70

    var face: DigestSection.Face { .init(subject: subject, preheader: preheader, summary: summary) }

    /// Titles in the order of the mail, of those that a mail may name and that are not reported.
    private var titles: [String] {
        let listed = content.communities.flatMap { part in part.followed + part.groups.flatMap(\.items) }
        return (content.toMe + listed).filter { !$0.thread.isReported }.map {
            Markdown.excerpt(HeaderText.clean($0.thread.title), scalars: Self.titleScalars)
        }
    }

    /// Who wrote to the member, if that may leave.
    private var caller: String? {
        guard let post = content.toMe.lazy.compactMap({ $0.posts.first(where: \.isToMe) }).first else { return nil }
        return (post.mentions ? said.mentionedYou : said.repliedToYou)(["author": HeaderText.clean(post.author)])
    }

    /// What is in it: who wrote to the member, else the first title that may leave.
    private var subject: String {
        guard let title = titles.first else { return said.subjectUnnamed() }
        if content.toMe.isEmpty {
            let others = content.discussions - 1
            return others > 0 ? said.subjectTitled(others, "title", title) : title
        }
        let what = caller ?? said.forYou(["what": title]), others = content.posts - 1
        return others > 0 ? said.withMore(others, "what", what) : what
    }

    /// What lists of mails show behind the subject: titles that are not in it.
    private var preheader: String {
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
