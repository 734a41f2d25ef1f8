package import HTML
import Markdown
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisWeb
import PraxisWords

extension StyleSample {
    /// A post in each state, as a facilitator is shown them.
    static let posts = StyleSample("posts", { $0.threads.read.posts() }) { call, texts in
        let sample = PostSample(call: call, texts: texts, thread: -1)
        let last = PostSample.others + 1
        var shown = sample.page(
            [
                sample.post(0, isEdited: true), sample.post(1, by: 1, answers: 0), sample.post(2, by: 2, answers: 1),
                sample.post(3, .withdrawn, by: 3), sample.post(last, by: nil),
            ],
            hidden: [sample.post(last + 1, .held, by: nil), sample.post(last + 2, .hidden, by: nil)]
        )
        shown.done = PostDone("withdrawn", sample.post(3, .withdrawn), told: nil, canRestore: true, call)
        return sample.html(shown)
    }
}

/// Posts that no one wrote, on a page of a thread that is not there.
package struct PostSample {
    /// How many of them are by people other than the reader.
    package static let others = 4

    let call: Call
    let texts: StyleSample.Texts
    /// Below zero, and another for each sample on a page.
    let thread: Int64

    package init(call: Call, texts: StyleSample.Texts, thread: Int64) {
        self.call = call
        self.texts = texts
        self.thread = thread
    }

    /// Two posts of others, as a member is shown them, with what `slot` has on each.
    package func html(_ slot: (_ posts: [PostID]) -> PostSlot.Contents) -> HTML {
        let posts = [post(0), post(1, by: 1)]
        return html(page(posts, [slot(posts.map(\.id))]))
    }

    func html(_ shown: ThreadPage) -> HTML {
        var html: HTML = "<div class=\"posts\">"
        var posts = ThreadPostsView(call: call, shown: shown, dates: ReadingDates(call))
        posts.append(to: &html)
        return html + "</div>"
    }

    /// Nil `by` is the reader.
    func post(
        _ index: Int,
        _ state: PostState = .published,
        by author: Int? = 0,
        isEdited: Bool = false,
        answers: Int? = nil
    ) -> ShownPost {
        let at = call.now - .hours(Int64(40 - index)), typed = texts.posts[index % texts.posts.count]
        return ShownPost(
            id: id(index),
            number: index + 1,
            state: state,
            createdAt: at,
            editedAt: isEdited ? at + .hours(1) : nil,
            journal: JournalNumber(rawValue: Int64(index) + 1),
            author: author.map { MemberID(rawValue: -1 - Int64($0)) } ?? me,
            name: author.map { texts.names[$0] } ?? call.session?.name ?? "",
            postRole: .discussion,
            role: author == 0 ? .facilitator : nil,
            context: answers.map { answered in
                PostContext(
                    address: PostAddress(id: id(answered), number: answered + 1),
                    author: texts.names[answered],
                    excerpt: String(texts.posts[answered].prefix(40)) + "…"
                )
            },
            html: Markdown.render(typed).html.bytes
        )
    }

    private func id(_ index: Int) -> PostID { PostID(rawValue: thread * 100 - Int64(index)) }

    private var me: MemberID { call.viewer.member ?? MemberID(rawValue: 0) }
}

extension PostSample {
    /// The third post is the first that is new to the reader.
    func page(_ posts: [ShownPost], _ slots: [PostSlot.Contents] = [], hidden: [ShownPost] = []) -> ThreadPage {
        let snapshot = ThreadPageSnapshot(
            facts: facts,
            posts: posts,
            slots: slots,
            page: 1,
            hiddenAuthors: [],
            readAt: JournalNumber(rawValue: 0)
        )
        var reader = ThreadPageReader(
            facts: rights,
            place: ReadingPlace(number: 2, floor: JournalNumber(rawValue: 0)),
            follow: FollowPlan(thread: nil, group: nil),
            draft: nil,
            hasAddedMention: false
        )
        reader.ownHidden = hidden
        return ThreadPage(
            snapshot: snapshot,
            plan: ThreadPagePlan(rights, call.env.capabilities.postRoles),
            reader: reader,
            pages: 1
        )
    }

    private var facts: ThreadPageFacts {
        ThreadPageFacts(
            thread: ThreadID(rawValue: thread),
            title: texts.titles[0],
            language: call.words.language,
            kind: .question,
            state: .answered,
            isPinned: false,
            isPublic: false,
            version: 1,
            community: .init(
                id: .init(rawValue: -1),
                slug: StyleSample.slug,
                name: texts.community,
                visibility: .members
            ),
            group: .init(
                id: .init(rawValue: -1),
                slug: StyleSample.slug,
                name: texts.group,
                kind: .topic,
                access: .open
            ),
            mail: .full,
            editDays: 7,
            answer: PostAddress(id: id(2), number: 3),
            posts: 5,
            people: 4,
            lastNumber: 7,
            highestNumber: 7,
            hasFacet: false
        )
    }

    /// Those of a facilitator.
    private var rights: Facts {
        Facts(
            viewer: call.viewer,
            now: call.now,
            community: CommunityFacts(
                id: .init(rawValue: -1),
                visibility: .members,
                joining: .open,
                part: Part(.facilitator),
                hasAgreed: true
            ),
            group: GroupFacts(
                id: .init(rawValue: -1),
                kind: .topic,
                access: .open,
                isListed: true,
                part: Part(.facilitator)
            ),
            thread: ThreadFacts(
                id: ThreadID(rawValue: thread),
                state: .answered,
                isPublic: false,
                isOwn: false,
                postCount: 5,
                lastPostAt: call.now,
                version: 1
            )
        )
    }
}
