import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
package import PraxisWeb
import PraxisWords

extension Route {
    /// Reading threads through the API: no GET moves a reading place.
    package static let threadReadAPI: [Route] = [
        .api(
            .get,
            APIPaths.threads,
            needsMember: false,
            APIDescription(
                "Threads of a community, the latest activity first",
                query: [.init("group", .string()), .init("filter", .word(ThreadFilter.self))]
                    + APIDescription.Parameter.paging(),
                response: .page(of: ThreadJSON.schema)
            )
        ) { call in try .json(try await call.threadPage()) },
        .api(
            .get,
            APIPaths.thread,
            needsMember: false,
            APIDescription("One thread", response: ThreadJSON.schema)
        ) { call in
            let thread: ThreadID = try call.id("thread")
            let facets = call.env.capabilities.threadFacets
            return try .json(try await call.read { try ThreadJSON.load(thread, facets, $0) })
        },
        .api(
            .get,
            APIPaths.posts,
            needsMember: false,
            APIDescription(
                "Posts of a thread, 25 a page from 1",
                query: [.init("page", .integer(1...Int(Int32.max)))],
                response: .page(of: PostJSON.schema)
            )
        ) { call in try .json(try await call.postPage()) },
        .api(
            .put,
            APIPaths.read,
            APIDescription(
                "Set the reading place",
                request: .body(ReadBody.number),
                status: 204
            )
        ) { call in
            let thread: ThreadID = try call.id("thread")
            let number = try call.json()[ReadBody.number]
            try await call.readableCommunity(of: thread).setReadingPlace(in: thread, to: number, as: call.viewer)
            return .noContent
        },
        .api(
            .put,
            APIPaths.follow,
            APIDescription(
                "Set the follow level",
                request: .body(FollowBody.level),
                status: 204
            )
        ) { call in
            let thread: ThreadID = try call.id("thread")
            let level = try call.json()[FollowBody.level]
            try await call.readableCommunity(of: thread).follow(thread, level, as: call.viewer)
            return .noContent
        },
    ]
}

private enum ReadBody { static let number = BodyField<Int>.int("number") }

private enum FollowBody { static let level = BodyField<FollowLevel>.word("level") }

extension Call {
    /// A page of the list, and its cursor.
    fileprivate func threadPage() async throws -> ItemPage<ThreadJSON> {
        let asked = ThreadPageQuery(
            community: try parameter("slug"),
            group: query["group"],
            filter: try query.word("filter", ThreadFilter.self) ?? .all,
            before: query["cursor"].flatMap { JournalNumber($0) },
            limit: try limit(),
            awaiting: env.capabilities.threadKinds.awaiting
        )
        return try await read { [facets = env.capabilities.threadFacets] in try asked.page(facets, $0) }
    }

    fileprivate func postPage() async throws -> ItemPage<PostJSON> {
        let thread: ThreadID = try id("thread")
        let page = try query.int("page") ?? 1
        return try await read { [slots = env.capabilities.postSlots] in
            try PostJSON.page(page, of: thread, slots, $0)
        }
    }
}
