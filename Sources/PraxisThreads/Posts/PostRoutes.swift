package import Hummingbird
package import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Replies, and what their authors do with them afterwards.
    package static let postRoutes: [Route] = [
        .form(Paths.reply) { try await $0.reply() },
        .form(Paths.withdraw) { try await $0.withdraw() },
        .form(Paths.restore) { try await $0.restore() },
        .form(Paths.helped) { try await $0.markHelped() },
    ]
}

/// Where a post stands, for the address that shows it.
package struct PostSpot: RowDecodable, Sendable {
    package let community: CommunityID
    package let thread: ThreadID
    package let number: Int

    static let columns: SQL<Void> = "t.communityId, t.id, p.number"

    init(_ columns: inout Columns) throws {
        community = try columns.id()
        thread = try columns.id()
        number = try columns.int()
    }

    /// Found regardless of the viewer: the command checks access.
    static func of(_ post: PostID, _ db: DB) throws -> PostSpot {
        let spot = try db.first(
            """
            SELECT \(Self.columns) FROM post p JOIN thread t ON t.id = p.threadId WHERE p.id = \(post)
            """ as SQL<PostSpot>
        )
        guard let spot else { throw Denial.missing }
        return spot
    }

    package static func of(_ post: PostID, _ env: PraxisCommunity.Environment) async throws -> PostSpot {
        try await env.store.read { db in try of(post, db) }
    }
}

extension Call {
    /// The community of a thread, found regardless of the viewer: the command checks access.
    package func community(of thread: ThreadID) async throws -> Community {
        let id = try await env.store.read { db in
            try db.first("SELECT communityId FROM thread WHERE id = \(thread)" as SQL<CommunityID>)
        }
        guard let id else { throw Denial.missing }
        return env.communities[id]
    }

    fileprivate func reply() async throws -> Response {
        let thread: ThreadID = try id("thread"), form = try form(), typed = TypedPost(form)
        do {
            let text = try PostText(typed.body)
            if let warning = ComposeState(warningOf: [text.text], in: typed, self) {
                return try await replyPage(thread, warning).response()
            }
            let key = try formOnceKey(typed.key, [typed.replyTo?.description ?? "", text.text])
            let made = try await community(of: thread).reply(
                to: thread,
                text,
                replyTo: typed.replyTo,
                as: viewer,
                draft: SentDraft(place: ReplyTarget(thread), revision: typed.revision ?? 0),
                once: key
            )
            return done("posted", made, try await PostSpot.of(made, env))
        } catch let denial as Denial where denial.leavesComposer {
            return try await replyPage(thread, ComposeState(typed, denial)).response(after: denial)
        }
    }

    /// The page of a reply that is not posted yet.
    func replyPage(_ thread: ThreadID, _ state: ComposeState) async throws -> ReplyPageView {
        let replyTo = state.typed.replyTo
        let (setting, replied) = try await read { reading in
            let setting = try WritingSetting.ofThread(thread, reading)
            return (setting, try replyTo.flatMap { try QuotedPost.load($0, in: thread, reading) })
        }
        let place = ReplyComposer(
            thread: thread,
            audience: setting.audience,
            replyTo: replied,
            quote: nil,
            draft: nil
        )
        return ReplyPageView(call: self, place: place, setting: setting, state: state)
    }

    fileprivate func withdraw() async throws -> Response {
        let post: PostID = try id("post"), revision = try form().int("revision")
        let spot = try await PostSpot.of(post, env)
        try await env.communities[spot.community].withdraw(post, basedOn: revision, as: viewer)
        return done("withdrawn", post, spot)
    }

    fileprivate func restore() async throws -> Response {
        let post: PostID = try id("post")
        let spot = try await PostSpot.of(post, env)
        try await env.communities[spot.community].restore(post, as: viewer)
        return done("restored", post, spot)
    }

    fileprivate func markHelped() async throws -> Response {
        let post: PostID = try id("post")
        let spot = try await PostSpot.of(post, env)
        try await env.communities[spot.community].markHelped(post, as: viewer)
        return done("helped", post, spot)
    }

    /// Back to the post on its page, to the banner beside it that says what was done.
    package func done(_ word: String, _ post: PostID, _ spot: PostSpot) -> Response {
        let page = Paths.thread(spot.thread, page: Paths.page(of: spot.number))
        return .seeOther("\(page)\(page.contains("?") ? "&" : "?")done=\(word)&post=\(post)#done")
    }
}
