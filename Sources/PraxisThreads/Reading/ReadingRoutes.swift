import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// A post's permanent address, and the reading place by hand.
    package static let readingRoutes: [Route] = [
        .page(Paths.post) { call in
            let post: PostID = try call.id("post")
            let (thread, number) = try await call.read { try PostAddress.find(post, $0) }
            return .seeOther(Paths.post(post, in: thread, number: number))
        },
        .memberPage(Paths.nextUnread) { try await $0.unreadNeighbour(.after) },
        .memberPage(Paths.previousUnread) { try await $0.unreadNeighbour(.before) },
        .form(Paths.unread) { call in
            let post: PostID = try call.id("post")
            let (thread, _) = try await call.read { try PostAddress.find(post, $0) }
            let marked = try await call.readableCommunity(of: thread).markUnread(from: post, as: call.viewer)
            return .seeOther(
                Paths.markedUnread(marked.thread, post: post, number: marked.number, before: marked.before)
            )
        },
        .form(Paths.read) { call in
            let thread: ThreadID = try call.id("thread")
            let number = try call.form().int("number") ?? 0
            try await call.readableCommunity(of: thread).setReadingPlace(in: thread, to: number, as: call.viewer)
            return .seeOther(Paths.thread(thread, page: Paths.page(of: number)))
        },
    ]
}

extension Call {
    /// The community whose commands concern a thread that the viewer reads.
    func readableCommunity(of thread: ThreadID) async throws -> Community {
        let facts = try await read { try Access.thread(thread, $0) }
        guard let community = facts.community?.id else { throw Denial.missing }
        return env.communities[community]
    }

    /// To the first new post of the nearest unread thread; home if no thread is unread.
    fileprivate func unreadNeighbour(_ direction: UnreadNeighbour.Direction) async throws -> Response {
        let thread: ThreadID = try id("thread")
        let found = try await read { try UnreadNeighbour.find(direction, of: thread, $0) }
        guard let found else { return .seeOther(Paths.home + "?done=all-read") }
        return .seeOther(Paths.firstNew(found.thread, after: found.firstNumber - 1))
    }

    /// Whether a person looks at this page in a browser: only that moves a reading place, never a HEAD, a prefetch or a program.
    var isLook: Bool {
        guard session != nil, head.method == .get, head.headerFields[.authorization] == nil else { return false }
        return !["Sec-Purpose", "Purpose"].contains { name in
            HTTPField.Name(name).flatMap { head.headerFields[$0] }?.contains("prefetch") == true
        }
    }
}
