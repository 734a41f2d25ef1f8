import HTTPTypes
import Hummingbird
package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Starting and changing threads, as JSON.
    package static func threadWriteAPI(_ kinds: ThreadKinds) -> [Route] {
        let newThread = NewThreadBody(kinds)
        return [
            .api(
                .post,
                APIPaths.threads,
                APIDescription(
                    "Starts a thread; without a group it goes where what concerns everybody goes",
                    request: newThread.schema,
                    response: ThreadJSON.schema,
                    status: 201,
                    isOnce: true
                )
            ) { try await $0.startThreadByAPI(newThread) },
            .api(
                .patch,
                APIPaths.thread,
                APIDescription(
                    "Retitles, closes, reopens, marks as answered, pins or unpins a thread",
                    request: ThreadChangeBody.schema,
                    response: ThreadJSON.schema
                )
            ) { try await $0.changeThreadByAPI() },
        ]
    }
}

private struct NewThreadBody: Sendable {
    let title = BodyField<String>.text("title", Limits.titleScalars)
    let body = BodyField<String>.text("body", Limits.postScalars)
    let kind: BodyField<ThreadKind?>
    let group = BodyField<String?>.text("group")

    init(_ kinds: ThreadKinds) { kind = .word("kind", of: kinds.all.map(\.kind), isNullable: false) }

    var schema: Schema { .body(title, body, kind, group) }
}

private enum ThreadChangeBody {
    static let title = BodyField<String?>.text("title", Limits.titleScalars)
    static let state = BodyField<ThreadState?>.word("state")
    static let isPinned = BodyField<Bool?>.truth("pinned")
    static let version = BodyField<Int>.int("version")
    static let schema = Schema.body(title, state, isPinned, version)
}

extension Call {
    fileprivate func startThreadByAPI(_ fields: NewThreadBody) async throws -> Response {
        let community = try parameter("slug"), json = try json()
        var typed = TypedPost()
        typed.kind = try json[fields.kind]?.rawValue ?? typed.kind
        typed.group = try json[fields.group] ?? ""
        typed.title = try json[fields.title]
        typed.body = try json[fields.body]
        let start = try await threadStart(typed.group, community)
        guard let group = start.chosen ?? start.unnamed else { throw Denial.notAllowed }
        let made = try await env.communities[start.community.id].startThread(
            try typed.newThread(of: threadKinds),
            in: group.id,
            as: viewer,
            draft: SentDraft(
                place: GroupTarget(community: start.community.slug, group: group.slug),
                revision: 0
            ),
            once: try headerOnceKey()
        )
        return try await threadAnswer(made, .created)
    }

    fileprivate func changeThreadByAPI() async throws -> Response {
        let thread: ThreadID = try id("thread"), json = try json()
        var change = ThreadChange()
        change.version = try json[ThreadChangeBody.version]
        if let title = try json[ThreadChangeBody.title] { change.title = try Title(title) }
        change.state = try json[ThreadChangeBody.state]
        change.isPinned = try json[ThreadChangeBody.isPinned]
        let made = change
        try await community(of: thread).change(thread, made, as: viewer)
        return try await threadAnswer(thread, .ok)
    }

    private func threadAnswer(_ thread: ThreadID, _ status: HTTPResponse.Status) async throws -> Response {
        let answer = try await read { [facets = env.capabilities.threadFacets] in
            try ThreadJSON.load(thread, facets, $0)
        }
        return try .json(answer, status: status)
    }
}
