import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Starting and changing threads, as JSON.
    package static let threadWriteAPI: [Route] = [
        .api(
            .post,
            "/communities/{slug}/threads",
            APIDescription(
                "Starts a thread; without a group it goes where what concerns everybody goes",
                request: newThreadSchema,
                response: ThreadJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.startThreadByAPI() },
        .api(
            .patch,
            "/threads/{thread}",
            APIDescription(
                "Retitles, closes, reopens, marks as answered, pins or unpins a thread",
                request: threadChangeSchema,
                response: ThreadJSON.schema
            )
        ) { try await $0.changeThreadByAPI() },
    ]

    private static let newThreadSchema = Schema.object(
        [
            ("title", .string(Limits.titleScalars)), ("body", .string(Limits.postScalars)),
            ("kind", .word(ThreadKind.self)),
            ("group", .nullable(.string())),
        ],
        required: ["title", "body"]
    )

    private static let threadChangeSchema = Schema.object(
        [
            ("title", .nullable(.string(Limits.titleScalars))), ("state", .nullable(.word(ThreadState.self))),
            ("pinned", .nullable(.truth)), ("version", .version),
        ],
        required: ["version"]
    )
}

extension Call {
    fileprivate func startThreadByAPI() async throws -> Response {
        let community = try parameter("slug"), json = try json()
        var typed = TypedPost()
        typed.kind = try json.optionalWord("kind", ThreadKind.self)?.rawValue ?? typed.kind
        typed.group = try json.optionalText("group") ?? ""
        (typed.title, typed.body) = (try json.optionalText("title") ?? "", try json.optionalText("body") ?? "")
        let start = try await threadStart(typed.group, community)
        guard let group = start.chosen ?? start.unnamed else { throw Denial.notAllowed }
        let made = try await env.communities[start.community.id].startThread(
            try typed.newThread(),
            in: group.id,
            as: viewer,
            draft: SentDraft(place: .group(community: start.community.slug, group: group.slug), revision: 0),
            once: try headerOnceKey()
        )
        return try await threadAnswer(made, .created)
    }

    fileprivate func changeThreadByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        var change = ThreadChange()
        change.version = try json.int("version")
        if let title = try json.optionalText("title") { change.title = try Title(title) }
        change.state = try json.optionalWord("state")
        change.isPinned = try json.optionalBool("pinned")
        let made = change
        try await community(of: thread).change(thread, made, as: viewer)
        return try await threadAnswer(thread, .ok)
    }

    private func threadAnswer(_ thread: ThreadID, _ status: HTTPResponse.Status) async throws -> Response {
        let thing = try await read { reading in
            try ThreadJSON.load(thread, reading)
        }
        return try .json(thing, status: status)
    }
}
