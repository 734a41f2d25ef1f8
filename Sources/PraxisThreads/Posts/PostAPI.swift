import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Replying and changing posts, as JSON.
    package static let postAPI: [Route] = [
        .api(
            .post,
            APIPaths.posts,
            APIDescription(
                "Replies; the reply counts as read by its author",
                request: ReplyBody.schema,
                response: PostJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.replyByAPI() },
        .api(
            .patch,
            APIPaths.post,
            APIDescription(
                "Edits one's own post, or one that others correct, too, as the notes of a date",
                request: ChangeBody.schema,
                response: PostJSON.schema
            )
        ) { try await $0.editByAPI() },
        .api(
            .delete,
            APIPaths.post,
            APIDescription(
                "Withdraws one's own post",
                request: ChangeBody.withdrawal,
                response: PostJSON.schema
            )
        ) { try await $0.withdrawByAPI() },
        .api(
            .get,
            APIPaths.revisions,
            needsMember: false,
            APIDescription(
                "What a post was, the newest first",
                query: APIDescription.Parameter.paging(),
                response: .page(of: RevisionJSON.schema)
            )
        ) { try await $0.revisionsByAPI() },
        .api(
            .post,
            APIPaths.redaction,
            APIDescription(
                "Removes identifying detail: every earlier text leaves everybody’s sight, and so does what the discussion quotes of it",
                request: ChangeBody.schema,
                response: PostJSON.schema,
                isOnce: true
            )
        ) { try await $0.redactByAPI() },
    ]
}

private enum ReplyBody {
    static let body = BodyField<String>.text("body", Limits.postScalars)
    static let replyTo = BodyField<PostID?>.id("replyTo")
    static let schema = Schema.body(body, replyTo)
}

private enum ChangeBody {
    static let body = BodyField<String>.text("body", Limits.postScalars)
    static let revision = BodyField<Int>.int("revision")
    static let schema = Schema.body(body, revision)
    /// A text may be sent, and says nothing.
    static let withdrawal = Schema.body(
        BodyField<String?>.text("body", Limits.postScalars, isNullable: false),
        revision
    )
}

extension Call {
    fileprivate func replyByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        let text = try PostText(try json[ReplyBody.body]), replyTo = try json[ReplyBody.replyTo]
        let made = try await community(of: thread).reply(
            to: thread,
            text,
            replyTo: replyTo,
            as: viewer,
            draft: SentDraft(place: ReplyTarget(thread), revision: 0),
            once: try headerOnceKey()
        )
        return try await postAnswer(made, .created)
    }

    fileprivate func editByAPI() async throws -> Response {
        let post: PostID = try id("post"), json = try json()
        let text = try PostText(try json[ChangeBody.body]), revision = try json[ChangeBody.revision]
        let spot = try await PostSpot.of(post, env)
        try countEdit()
        try await env.communities[spot.community].edit(post, to: text, basedOn: revision, as: viewer)
        return try await postAnswer(post, .ok)
    }

    fileprivate func withdrawByAPI() async throws -> Response {
        let post: PostID = try id("post"), revision = try json()[ChangeBody.revision]
        let spot = try await PostSpot.of(post, env)
        try await env.communities[spot.community].withdraw(post, basedOn: revision, as: viewer)
        return try await postAnswer(post, .ok)
    }

    fileprivate func redactByAPI() async throws -> Response {
        let post: PostID = try id("post"), json = try json()
        let text = try PostText(try json[ChangeBody.body]), revision = try json[ChangeBody.revision]
        let spot = try await PostSpot.of(post, env)
        _ = try await env.communities[spot.community].redact(
            post,
            to: text,
            mark: words.threads.write.redact.mark(),
            basedOn: revision,
            as: viewer,
            once: try headerOnceKey()
        )
        return try await postAnswer(post, .ok)
    }

    fileprivate func revisionsByAPI() async throws -> Response {
        let history = try await history(of: try id("post"), before: try query.int("cursor"), limit: try limit())
        let next = history.earlier == nil ? nil : history.revisions.last.map { String($0.number) }
        return try .json(ItemPage(history.revisions.map(RevisionJSON.init), next: next))
    }

    private func postAnswer(_ post: PostID, _ status: HTTPResponse.Status) async throws -> Response {
        let answer = try await read { [slots = env.capabilities.postSlots] reading in
            try PostJSON.load(post, slots, reading)
        }
        return try .json(answer, status: status)
    }
}
